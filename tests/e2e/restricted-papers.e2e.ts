import { expect, test } from '@playwright/test';
import { readMainJob } from '../builders/main-job.ts';
import { arrangeClue, arrangeOffice, arrangeRegisters, stepsUntil, takeQuickly } from './support/arrange.ts';
import { call, invoke } from './support/calls.ts';
import { accountOf, become, type Colleague, hire } from './support/colleagues.ts';
import { type LaunchedApp, shot } from './support/launch.ts';
import { act } from './support/main-job.ts';
import { goTo, launchOffice, UNIT } from './support/office.ts';
import { dayAfter } from './support/story.ts';

/** 受理告知书 names the complainant: it goes from desk to desk and opens at each of them, and nowhere else. */

const story = readMainJob();
const SIGNER: Colleague = { displayName: '沈国华', loginName: 'shenguohua', roles: ['signer'] };
const SECOND: Colleague = { displayName: '赵立新', loginName: 'zhaolixin', roles: ['signer'] };
const STAND_IN: Colleague = { displayName: '程远', loginName: 'chengyuan', roles: ['reader'] };
const ARCHIVIST: Colleague = { displayName: '徐静', loginName: 'xujing', roles: ['archivist'] };

let office: LaunchedApp;
let caseId: number;
let noticeId: number;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  office = await launchOffice({ today: dayAfter(2) });
  const { page } = office;
  await arrangeOffice(page);
  const registers = await arrangeRegisters(page, story);
  caseId = await arrangeClue(page, story, registers);
  await takeQuickly(page, caseId, registers, stepsUntil(story, 'accept'));
  const draft = { caseId, kind: 'acceptanceNotice', basedOnId: null };
  noticeId = (await call(page, 'documents.create', draft)).id;
  await hire(page, [SIGNER, SECOND, STAND_IN, ARCHIVIST]);
});

test.afterAll(() => office.close());

const waiting = () => office.page.getByRole('region', { name: '等我审核、签发、用印' });
const open = () => goTo(office.page, `/supervision/papers/${noticeId}`);
const actions = async () => (await call(office.page, 'documents.get', { id: noticeId })).actions;
const refusal = () => office.page.locator('.ant-alert').filter({ hasText: '该文书含反映人信息' });
const gone = () => office.page.locator('.ant-alert').filter({ hasText: '您不再能查看' });

test('the handler has to name who signs it', async () => {
  const { page } = office;
  await become(page, UNIT);
  await open();
  await page.locator('.action-bar').getByRole('button', { name: '送审批签发', exact: true }).click();
  await expect(page.locator('.ant-drawer')).toContainText('须指定一人');
  await shot(page, 'restricted-named');
  await page.keyboard.press('Escape');
  await act(page, await actions(), 'submitApproval', { nextId: await accountOf(page, SIGNER) });
  const term = { fromOn: dayAfter(2), toOn: dayAfter(2), reason: '出差' };
  const giverId = Number(await accountOf(page, SIGNER));
  const receiverId = Number(await accountOf(page, STAND_IN));
  await call(page, 'delegations.add', { giverId, receiverId, role: 'signer', ...term });
});

test('another signer is refused, who stands in for the one named signs it and passes it to the archivist', async () => {
  const { page } = office;
  await become(page, SECOND);
  await expect(waiting()).not.toContainText('待我签发');
  await open();
  await expect(refusal()).toBeVisible();
  await shot(page, 'restricted-refused');
  await become(page, STAND_IN);
  await waiting()
    .getByRole('button', { name: /去办理：待我签发/ })
    .click();
  await page.waitForURL(new RegExp(`papers/${noticeId}$`));
  const values = { signerId: story.leaders[1]!.name, nextId: await accountOf(page, ARCHIVIST) };
  await act(page, await actions(), 'approveAndSign', values);
  await expect(gone()).toBeVisible();
  await shot(page, 'restricted-gone');
});

test('the archivist reads and seals it, and it closes again; every reading stands in the log', async () => {
  const { page } = office;
  await become(page, ARCHIVIST);
  await waiting()
    .getByRole('button', { name: /去办理：待用印/ })
    .click();
  await page.waitForURL(new RegExp(`papers/${noticeId}$`));
  await expect(page.locator('.paperpage')).toContainText('受理告知书');
  await shot(page, 'restricted-seal');
  await act(page, await actions(), 'seal', { keeper: ARCHIVIST.displayName });
  await expect(gone()).toBeVisible();
  expect(await invoke(page, 'documents.get', { id: noticeId })).toMatchObject({ ok: false });
  await become(page, UNIT);
  const { rows } = await call(page, 'audit.list', { text: '查看含反映人信息的', limit: 100 });
  const viewers = new Set(rows.map(({ accountName }) => accountName));
  expect([...viewers].sort()).toEqual([UNIT.displayName, STAND_IN.displayName, ARCHIVIST.displayName].sort());
});
