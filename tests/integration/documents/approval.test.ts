import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenSession } from '../../../electron/platform/accounts/session';
import type { TestOffice } from '../../builders/office';
import { type MainCase, mainJob, openMainCase, paperTools } from './support';

/** 拟稿 → 审核 → 签发 → 编号 → 用印 across accounts of one file. */

let office: TestOffice;
let main: MainCase;
let letterId: number;
let everything: OpenSession['account'];
let clerk: OpenSession['account'];
let reviewer: OpenSession['account'];
let signer: OpenSession['account'];

beforeEach(async () => {
  main = await openMainCase('deliberate');
  office = main.office;
  everything = office.session.account;
  const { documents } = await office.must('supervision.case.get', { id: main.caseId });
  letterId = documents.find(({ kind }) => kind === 'reminderLetter')!.id;
});

afterEach(() => office.close());

/** Three people beside the one who set up the office and who then only runs the house. */
async function hireAll(): Promise<void> {
  clerk = await office.hire('林晓', ['clerk']);
  reviewer = await office.hire('吴海燕', ['reviewer']);
  signer = await office.hire('沈国华', ['signer']);
  office.become({ ...everything, roles: ['administrator'] });
  await retire();
}

/** The founder keeps the administrator's role only, in the register as in the session. */
async function retire(): Promise<void> {
  await office.session.kysely
    .updateTable('account')
    .set({ roles: '["administrator"]' })
    .where('id', '=', everything.id)
    .execute();
}

const { paper, offer, todos, act, mustAct, write } = paperTools(
  () => office,
  () => letterId,
);

const draftedByClerk = async () => {
  await hireAll();
  office.become(clerk);
  const { id } = await office.must('documents.create', {
    caseId: main.caseId,
    kind: 'reminderLetter',
    basedOnId: null,
  });
  letterId = id;
};

describe('three people', () => {
  beforeEach(draftedByClerk);

  it('hand the letter on, and each finds it on the own to-do page only', async () => {
    expect(await todos()).toEqual([]);
    await mustAct('submitLegalReview', { note: '请审核事实部分' });
    expect(await todos()).toEqual([]);

    office.become(signer);
    // The signer may review as well, but the paper was given to nobody: both may take it.
    expect(await todos()).toEqual([`待我审核 ${letterId}`]);
    office.become(reviewer);
    expect(await todos()).toEqual([`待我审核 ${letterId}`]);
    expect(await offer('passLegalReview')).toMatchObject({ isEnabled: true, isPrimary: true });
    await mustAct('passLegalReview');
    expect(await todos()).toEqual([]);

    office.become(signer);
    expect(await todos()).toEqual([`待我签发 ${letterId}`]);
    await mustAct('approveAndSign', { signerId: main.ground.leaders[0]! });
    expect(await todos()).toEqual([]);
    expect(await offer('seal')).toMatchObject({ isEnabled: false, reason: '需要“经办人”或者“档案员”权限' });

    office.become(clerk);
    expect(await todos()).toEqual([`待用印 ${letterId}`]);
    await mustAct('seal', { keeper: '孙洁' });
    expect(await todos()).toEqual([]);

    const { chain, document } = await paper();
    expect(document).toMatchObject({ status: 'D05', documentNo: '安工劳监提〔2026〕1号' });
    expect(chain.map(({ label, who, status }) => `${label} ${who} ${status}`)).toEqual([
      '拟稿 林晓 done',
      '送法律审核 林晓 done',
      '法律审核通过 吴海燕 done',
      '审批签发 沈国华 done',
      '编号  done',
      '用印 林晓 done',
    ]);
    expect(chain[1]?.note).toBe('请审核事实部分');
    expect(chain[3]?.note).toContain('同意签发');
    expect(chain[4]?.note).toBe('安工劳监提〔2026〕1号');
  });

  it('send it to the person named, whose list alone it is on', async () => {
    const second = await office.hire('赵立新', ['reviewer']);
    const next = (await offer('submitLegalReview'))?.fields.find(({ name }) => name === 'nextId');
    expect(next?.options?.map(({ label }) => label)).toEqual(['吴海燕', '沈国华', '赵立新']);
    await mustAct('submitLegalReview', { nextId: String(second.id) });
    office.become(reviewer);
    expect(await todos()).toEqual([]);
    const { chain } = await paper();
    expect(chain.find(({ status }) => status === 'current')).toMatchObject({
      label: '法律审核',
      who: '赵立新',
    });
    office.become(second);
    expect(await todos()).toEqual([`待我审核 ${letterId}`]);

    // Named or not, the right decides: a colleague may stand in.
    office.become(reviewer);
    await mustAct('passLegalReview');
    expect((await paper()).document.status).toBe('D03');
  });

  it('show it to all who can, once the person named is gone', async () => {
    const second = await office.hire('赵立新', ['reviewer']);
    await mustAct('submitLegalReview', { nextId: String(second.id) });
    await office.session.kysely
      .updateTable('account')
      .set({ isActive: 0 })
      .where('id', '=', second.id)
      .execute();
    office.become(reviewer);
    expect(await todos()).toEqual([`待我审核 ${letterId}`]);
  });

  it('give it back with a reason to whoever wrote it', async () => {
    await mustAct('submitApproval');
    office.become(signer);
    expect(await act('returnDraft')).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } });
    await mustAct('returnDraft', { reason: '请写明欠薪月份' });
    expect(await todos()).toEqual([]);
    office.become(clerk);
    expect(await todos()).toEqual([`退回给我 ${letterId}`]);
    const { chain, isReadOnly } = await paper();
    expect(isReadOnly).toBe(false);
    expect(chain.at(-2)).toMatchObject({ status: 'returned', who: '沈国华', note: '请写明欠薪月份' });
    expect(chain.at(-1)).toMatchObject({ label: '拟稿人修改', status: 'current', who: '林晓' });
    await mustAct('submitApproval');
    expect(await todos()).toEqual([]);
    office.become(signer);
    expect(await todos()).toEqual([`待我签发 ${letterId}`]);
  });

  it('may do only their own part', async () => {
    await mustAct('submitLegalReview');
    expect(await act('passLegalReview')).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(await write((facts) => `${facts}\n补记`)).toMatchObject({
      ok: false,
      error: { code: 'FORBIDDEN' },
    });
    expect((await paper()).isReadOnly).toBe(true);
    office.become(reviewer);
    await mustAct('passLegalReview');
    expect(await act('approveAndSign', { signerId: 1 })).toMatchObject({ error: { code: 'FORBIDDEN' } });
    const { document } = await paper();
    const gone = await office.invoke('documents.remove', { id: letterId, revision: document.revision });
    expect(gone).toMatchObject({ ok: false, error: { message: expect.stringContaining('不能删除') } });
  });
});

describe('a text with a fault', () => {
  it('is not sent on, and the button says why', async () => {
    await write((facts) => `${facts}\n据${mainJob.complainant.name}反映，车间长期加班`);
    for (const key of ['submitApproval', 'submitLegalReview']) {
      const button = await offer(key);
      expect(button?.isEnabled).toBe(false);
      expect(button?.reason).toMatch(/还有 \d+ 处须改正：.*反映人/);
      expect(await act(key)).toMatchObject({
        ok: false,
        error: { code: 'REFUSED', message: expect.stringMatching(/处须改正：.*反映人/) },
      });
    }
    expect((await paper()).document.status).toBe('D01');
  });

  it('changed by the reviewer does not go on either', async () => {
    await mustAct('submitLegalReview');
    await write(() => '');
    expect((await offer('passLegalReview'))?.reason).toContain('了解到的情况');
    expect(await act('passLegalReview')).toMatchObject({ ok: false, error: { code: 'REFUSED' } });
    expect(await offer('returnDraft')).toMatchObject({ isEnabled: true });
  });
});

describe('one person with all roles', () => {
  it('is asked nothing more than before', async () => {
    const names = async (key: string) => (await offer(key))?.fields.map(({ name }) => name);
    expect(await names('submitApproval')).toEqual(['note']);
    await mustAct('submitApproval');
    expect(await todos()).toEqual([`待我签发 ${letterId}`]);
    expect(await names('approveAndSign')).toEqual(['signerId', 'signedOn', 'opinion']);
    expect((await offer('approveAndSign'))?.warnings).toEqual([]);
    await mustAct('approveAndSign', { signerId: main.ground.leaders[0]! });
    await mustAct('seal', { keeper: '孙洁' });
    expect((await paper()).document.status).toBe('D05');
  });

  it('who signs the own letter while others could is warned, and the warning is kept', async () => {
    await office.hire('沈国华', ['signer']);
    await mustAct('submitApproval', { nextId: '' });
    const warning = '您是本文书的拟稿人，现又由您办理签发，请确认';
    expect((await offer('approveAndSign'))?.warnings).toEqual([warning]);
    const done = await mustAct('approveAndSign', { signerId: main.ground.leaders[0]! });
    expect(done.warnings).toContain(warning);
    expect((await paper()).chain.find(({ label }) => label === '审批签发')?.warnings).toContain(warning);
    const log = await office.must('audit.list', { text: '提示：您是本文书的拟稿人', limit: 10 });
    expect(log.rows.map(({ summary }) => summary)).toEqual([expect.stringContaining(warning)]);
  });
});
