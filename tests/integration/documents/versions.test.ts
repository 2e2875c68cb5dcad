import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenSession } from '../../../electron/platform/accounts/session';
import type { TestOffice } from '../../builders/office';
import { type MainCase, openMainCase, paperTools } from './support';

/** What was written before: the texts of one paper, and the paper that stands for another. */

let office: TestOffice;
let main: MainCase;
let letterId: number;
let clerk: OpenSession['account'];
let reviewer: OpenSession['account'];

beforeEach(async () => {
  main = await openMainCase('deliberate');
  office = main.office;
  const { documents } = await office.must('supervision.case.get', { id: main.caseId });
  letterId = documents.find(({ kind }) => kind === 'reminderLetter')!.id;
  clerk = office.session.account;
  reviewer = await office.hire('吴海燕', ['reviewer']);
});

afterEach(() => office.close());

const { paper, mustAct, write } = paperTools(
  () => office,
  () => letterId,
);

describe('versions of a paper', () => {
  it('keep each text that was sent on or changed on the way, and compare two of them word by word', async () => {
    await mustAct('submitLegalReview');
    office.become(reviewer);
    expect((await paper()).isReadOnly).toBe(false);
    expect(await write((facts) => `${facts}\n部分职工反映存在轮班间隔不足的情况`)).toMatchObject({
      ok: true,
    });
    await mustAct('returnDraft', { reason: '请核实' });
    office.become(clerk);
    await write((facts) => facts.replace('间隔不足', '间隔过短'));
    await mustAct('submitApproval');
    const { versions, chain } = await paper();
    expect(versions.map(({ n, label, accountName }) => `${n} ${label} ${accountName}`)).toEqual([
      '1 送法律审核 王敏',
      '2 修改文稿 吴海燕',
      '3 送审批签发 王敏',
    ]);
    expect(chain.map(({ label }) => label)).toContain('修改文稿');

    const added = await office.must('documents.compare', { id: letterId, from: 1, to: 2 });
    const changes = added.filter(({ kind }) => kind !== 'same');
    expect(changes.flatMap(({ parts }) => parts.filter(({ kind }) => kind === 'removed'))).toEqual([
      { kind: 'removed', text: expect.any(String) },
    ]);
    expect(JSON.stringify(changes)).toContain('轮班间隔不足');
    const changed = (await office.must('documents.compare', { id: letterId, from: 2, to: null }))
      .filter(({ kind }) => kind === 'changed')
      .flatMap(({ parts }) => parts.filter(({ kind }) => kind !== 'same'));
    expect(changed).toEqual([
      { kind: 'removed', text: '不足' },
      { kind: 'added', text: '过短' },
    ]);
    await expect(
      office.session.kysely.updateTable('documentVersion').set({ lines: '[]' }).execute(),
    ).rejects.toThrow('a kept version does not change');
    expect(await office.invoke('documents.compare', { id: letterId, from: 1, to: 9 })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
  });
});

describe('更正', () => {
  it('answers with the new paper, and both papers know of each other', async () => {
    await mustAct('submitApproval');
    await mustAct('approveAndSign', { signerId: main.ground.leaders[0]! });
    const corrected = await mustAct('correct', { reason: '联系电话有误', approver: '沈国华' });
    expect(corrected.createdId).toBeGreaterThan(letterId);
    const fresh = await office.must('documents.get', { id: corrected.createdId! });
    expect(fresh).toMatchObject({
      replaces: { id: letterId, documentNo: '安工劳监提〔2026〕1号' },
      replacedBy: null,
    });
    expect(await paper()).toMatchObject({ replaces: null, replacedBy: { id: corrected.createdId } });
  });
});
