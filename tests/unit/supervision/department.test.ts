import { offersFor } from '@shared/domain/supervision/case-actions';
import type { CaseData } from '@shared/domain/supervision/case-data';
import { describe, expect, it } from 'vitest';
import { decide, fieldsOf } from './decisions';
import { established, rows } from './follow-up';
import { context, documentData, inState } from './samples';
import { createWorld } from './world';

/** A case whose letter of this kind was served on 2026-09-11. */
describe('the department', () => {
  const recommended = (over: Partial<CaseData> = {}) =>
    inState('C17', {
      violations: established,
      documents: [
        documentData({
          id: 201,
          kind: 'recommendationLetter',
          addressee: '人社局',
          status: 'D07',
          serviceOutcome: 'served',
          servedOn: '2026-09-01',
        }),
        documentData({
          id: 202,
          kind: 'recommendationLetter',
          addressee: '税务局',
          status: 'D07',
          serviceOutcome: 'served',
          servedOn: '2026-09-01',
        }),
      ],
      ...over,
    });

  it('files, refuses, is asked, and answers its own letter', () => {
    const decision = decide(recommended(), 'departmentResult', {
      department: '人社局',
      result: 'handled',
      items: rows('done'),
    });
    expect(decision.ok && decision.effects.find((effect) => effect.type === 'document')).toMatchObject({
      documentId: 201,
    });
    expect(decision.ok && decision.effects).toContainEqual({ type: 'state', to: 'C15' });
    const other = decide(recommended(), 'departmentResult', {
      department: '税务局',
      result: 'partly',
      items: rows('partly'),
    });
    expect(
      fieldsOf(decide(recommended(), 'followUpDepartment', { department: '住建局', content: '电话' })),
    ).toEqual(['department']);
    expect(other.ok && other.effects.find((effect) => effect.type === 'document')).toMatchObject({
      documentId: 202,
    });
    expect(
      fieldsOf(decide(recommended(), 'departmentResult', { result: 'handled', items: rows('partly') })),
    ).toEqual(['items']);
    const bare = decide(recommended({ documents: [] }), 'departmentResult', {
      department: '人社局',
      result: 'corrected',
      items: rows('done'),
    });
    expect(bare.ok && bare.effects.some((effect) => effect.type === 'document')).toBe(false);
    expect(bare.ok && bare.effects.find((effect) => effect.type === 'rectified')).toMatchObject({
      items: [{ state: 'promised' }, { state: 'promised' }],
    });
    expect(decide(recommended(), 'departmentDeclined')).toMatchObject({
      ok: true,
      summary: expect.stringContaining('上报'),
    });
  });

  it('is asked again when its time is over', () => {
    const world = createWorld(recommended(), { today: '2026-09-10' });
    world.act('departmentAccepted');
    expect(offersFor(world.c(), world.ctx())[0]?.key).toBe('departmentResult');
    world.goTo('2026-10-12');
    expect(world.deadline('departmentFollowUp')).toMatchObject({ dueOn: '2026-10-10' });
    expect(offersFor(world.c(), world.ctx())[0]?.key).toBe('followUpDepartment');
    world.act('followUpDepartment');
    expect(world.deadline('departmentFollowUp')).toMatchObject({ startOn: '2026-10-12', status: 'running' });
  });

  it('is not for a grass-roots union, which asks the upper one', () => {
    const grassroots = context({ unitLevel: 'grassroots' });
    const c = inState('C16', {
      violations: established,
      documents: [
        documentData({
          kind: 'opinionLetter',
          status: 'D07',
          serviceOutcome: 'left',
          servedOn: '2026-09-01',
        }),
      ],
    });
    const offers = offersFor(c, grassroots);
    expect(offers.find((offer) => offer.key === 'escalateToRecommendation')?.reason).toContain(
      '建议书由县级总工会以上地方总工会发出',
    );
    expect(offers.find((offer) => offer.key === 'requestUpperUnion')?.isEnabled).toBe(true);
    expect(decide(c, 'requestUpperUnion', {}, grassroots)).toMatchObject({ ok: true });
    expect(decide(c, 'escalateToRecommendation', { departments: ['hrss', 'tax'] })).toMatchObject({
      ok: true,
    });
  });
});
