import { findCaseAction } from '@shared/domain/supervision/case-actions';
import { reactionsTo } from '@shared/domain/supervision/reactions';
import { describe, expect, it } from 'vitest';
import { clock } from './deadlines';
import { context, documentData, inState, item } from './samples';
import { createWorld } from './world';

/** A case may be with two departments at once: each has its own clocks. */

describe('two departments', () => {
  const letter = (id: number, addressee: string) =>
    documentData({
      id,
      kind: 'recommendationLetter',
      addressee,
      status: 'D07',
      serviceOutcome: 'served',
      servedOn: '2026-09-01',
    });
  const clocks = [201, 202].flatMap((documentId) => [
    clock('departmentFiling', { documentId }),
    clock('departmentFollowUp', { documentId }),
  ]);
  const recommended = () =>
    createWorld(
      inState('C17', {
        violations: [item({ finding: 'established' })],
        documents: [letter(201, '人社局'), letter(202, '税务局')],
        deadlines: clocks,
      }),
      { today: '2026-09-10' },
    );
  const running = (world: ReturnType<typeof recommended>) =>
    world
      .c()
      .deadlines.filter(({ status }) => status === 'running')
      .map(({ kind, documentId }) => `${kind} ${documentId}`);

  it('have clocks of their own', () => {
    const world = recommended();
    world.act('departmentAccepted', { department: '人社局' });
    expect(running(world)).toEqual([
      'departmentFiling 202',
      'departmentFollowUp 202',
      'departmentInvestigation 201',
      'departmentFollowUp 201',
    ]);
    world.act('followUpDepartment', { department: '税务局' });
    expect(running(world)).toEqual([
      'departmentFiling 202',
      'departmentInvestigation 201',
      'departmentFollowUp 201',
      'departmentFollowUp 202',
    ]);
    world.act('departmentDeclined', { department: '税务局' });
    expect(running(world)).toEqual(['departmentInvestigation 201', 'departmentFollowUp 201']);
  });

  it('the case waits for the second', () => {
    const world = recommended();
    const items = [{ item: '11', state: 'partly' }];
    world.act('departmentResult', { department: '人社局', result: 'corrected', items });
    expect(world.c().state).toBe('C17');
    expect(world.messages.at(-1)).toContain('还有部门没有反馈');
    expect(running(world)).toEqual(['departmentFiling 202', 'departmentFollowUp 202']);
    expect(findCaseAction('departmentResult')?.fields(world.c(), world.ctx())[0]?.kind).toBe('text');
    world.act('departmentResult', { department: '税务局', result: 'corrected', items });
    expect(world.c().state).toBe('C14');
  });

  it('does not wait when everything is settled', () => {
    const world = recommended();
    const items = [{ item: '11', state: 'done' }];
    world.act('departmentResult', { department: '人社局', result: 'handled', items });
    expect(world.c().state).toBe('C15');
    expect(running(world)).toEqual(['closing null']);
  });

  it('a letter served starts, a letter withdrawn ends, its own clocks', () => {
    const served = reactionsTo(
      letter(201, '人社局'),
      'serve',
      { servedOn: '2026-09-10' },
      inState('C11'),
      context(),
    );
    const own = served.filter((effect) => effect.type === 'deadline.start');
    expect(own.map((effect) => `${effect.kind} ${effect.documentId}`)).toEqual([
      'departmentFiling 201',
      'departmentFollowUp 201',
    ]);
    const withdrawn = reactionsTo(letter(201, '人社局'), 'withdraw', {}, recommended().c(), context());
    expect(withdrawn.filter((effect) => effect.type === 'deadline.cancel')).toEqual(
      ['departmentFiling', 'departmentInvestigation', 'departmentFollowUp'].map((kind) => ({
        type: 'deadline.cancel',
        kind,
        documentId: 201,
      })),
    );
    const other = reactionsTo(documentData({ id: 5 }), 'withdraw', {}, recommended().c(), context());
    expect(other.filter((effect) => effect.type === 'deadline.cancel')).toEqual([]);
  });
});
