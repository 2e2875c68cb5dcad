import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { readMainJob } from '../builders/main-job.ts';
import { arrangeClue, arrangeOffice, arrangeRegisters, stepsUntil, takeQuickly } from './support/arrange.ts';
import { call } from './support/calls.ts';
import { accountOf, type Colleague, become as comeIn, hire } from './support/colleagues.ts';
import { type LaunchedApp, windowSizes } from './support/launch.ts';
import { act, openPaper } from './support/main-job.ts';
import { goTo, launchOffice } from './support/office.ts';
import { dayAfter } from './support/story.ts';

/** 拟稿 → 审核 → 签发 → 编号 → 用印 across accounts that log in one after the other on one PC. */

const story = readMainJob();
const SHOTS = resolve(import.meta.dirname, '../../test-output/approval');

const PEOPLE = {
  clerk: { displayName: '林晓', loginName: 'linxiao', roles: ['clerk'] },
  reviewer: { displayName: '吴海燕', loginName: 'wuhaiyan', roles: ['reviewer'] },
  signer: { displayName: '沈国华', loginName: 'shenguohua', roles: ['signer'] },
} as const satisfies Record<string, Colleague>;

let office: LaunchedApp;
let caseId: number;
let letterId: number;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  office = await launchOffice({ today: dayAfter(10) });
  const { page } = office;
  await arrangeOffice(page);
  const registers = await arrangeRegisters(page, story);
  caseId = await arrangeClue(page, story, registers);
  await takeQuickly(page, caseId, registers, stepsUntil(story, 'deliberate'));
  await hire(page, Object.values(PEOPLE));
});

test.afterAll(() => office.close());

const become = (person: Colleague) => comeIn(office.page, person);
const waiting = () => office.page.getByRole('region', { name: '等我审核、签发、用印' });
const chain = () => office.page.getByRole('region', { name: '审批流程' });
const paper = () => call(office.page, 'documents.get', { id: letterId });
const actions = async () => (await paper()).actions;
const facts = () => office.page.locator('#paper-facts');
const saveText = async () => {
  await office.page.getByRole('button', { name: /保存（Ctrl/ }).click();
  await expect(office.page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible();
};

/** Looked at by a person afterwards, in both sizes. */
async function shoot(name: string): Promise<void> {
  for (const { width, height } of windowSizes) {
    await office.app.evaluate(
      ({ BrowserWindow }, size) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
      },
      { width, height },
    );
    await office.page.waitForFunction((wide) => window.innerWidth === wide, width);
    await office.page.screenshot({ path: join(SHOTS, `${name}-${width}.png`) });
  }
}

test('in 文书制发中 the letter is the first button of the case, and it is sent to the reviewer named', async () => {
  const { page } = office;
  await become(PEOPLE.clerk);
  const draft = { caseId, kind: 'reminderLetter', basedOnId: null };
  letterId = (await call(page, 'documents.create', draft)).id;
  await goTo(page, `/supervision/cases/${caseId}`);
  const next = page.locator('.action-bar .ant-btn-primary');
  await expect(next).toHaveText(['提示函：继续拟稿、送审']);
  await shoot('case');
  await next.click();
  await page.waitForURL(new RegExp(`papers/${letterId}$`));
  const reviewer = await accountOf(page, PEOPLE.reviewer);
  await act(page, await actions(), 'submitLegalReview', { nextId: reviewer, note: '请审核事实部分' });
  await expect(chain()).toContainText('等待吴海燕办理');
  await expect(facts()).not.toBeEditable();
  await goTo(page, '/');
  await expect(waiting()).not.toContainText('待我审核');
});

test('the reviewer finds it on the own page, changes a word and gives it back with a reason', async () => {
  const { page } = office;
  await become(PEOPLE.reviewer);
  await expect(waiting()).toContainText('待我审核');
  await shoot('todo-reviewer');
  await waiting()
    .getByRole('button', { name: /去办理：待我审核/ })
    .click();
  await page.waitForURL(new RegExp(`papers/${letterId}$`));
  const before = await facts().inputValue();
  await facts().fill(`${before}\n部分班次之间休息时间偏短`);
  await saveText();
  await shoot('paper-reviewer');
  await act(page, await actions(), 'returnDraft', { reason: '请写明涉及的月份' });
  await goTo(page, '/');
  await expect(waiting()).not.toContainText('提示函');
});

test('the drafter sees why, and what was changed, word by word', async () => {
  const { page } = office;
  await become(PEOPLE.clerk);
  await expect(waiting()).toContainText('退回给我');
  await waiting()
    .getByRole('button', { name: /去修改：退回给我/ })
    .click();
  await expect(page.locator('.paperpage-notice').first()).toContainText('请写明涉及的月份');
  await page.getByRole('button', { name: /对比文稿/ }).click();
  const drawer = page.locator('.ant-drawer').last();
  await expect(drawer.locator('ins').filter({ hasText: '班次之间休息时间偏短' })).toBeVisible();
  await shoot('compare');
  await drawer.getByText('左右对照').click();
  await expect(drawer.locator('.compare-table td').last()).toContainText('偏短');
  await shoot('compare-beside');
  await page.keyboard.press('Escape');
  await shoot('paper-returned');
  const written = await facts().inputValue();
  await facts().fill(written.replace('部分班次', '2026年7月部分班次'));
  await saveText();
  await act(page, await actions(), 'submitApproval', { nextId: await accountOf(page, PEOPLE.signer) });
});

test('the signer signs, the number comes with the signature, and the seal waits for the drafter', async () => {
  const { page } = office;
  await become(PEOPLE.signer);
  await expect(waiting()).toContainText('待我签发');
  await openPaper(page, caseId, letterId);
  await act(page, await actions(), 'approveAndSign', { signerId: story.leaders[0]!.name });
  await expect(page.locator('.paperpage-number')).toHaveText('安工劳监提〔2026〕1号');
  await expect(page.locator('.refused-action').filter({ hasText: '用印' })).toContainText('需要“经办人”');
  await become(PEOPLE.clerk);
  await expect(waiting()).toContainText('待用印');
  await openPaper(page, caseId, letterId);
  await act(page, await actions(), 'seal', { keeper: '孙洁' });
  for (const step of [
    '拟稿',
    '送法律审核',
    '修改文稿',
    '退回修改',
    '送审批签发',
    '审批签发',
    '编号',
    '用印',
  ]) {
    await expect(chain()).toContainText(step);
  }
  await shoot('paper-sealed');
});

test('all records of the case are made final at once, and the one with a gap says why not', async () => {
  const { page } = office;
  await goTo(page, `/supervision/cases/${caseId}?tab=papers`);
  await page.getByRole('button', { name: /^全部定稿（\d+）$/ }).click();
  await page.locator('.ant-modal-confirm').getByRole('button', { name: '全部定稿' }).click();
  const outcome = page.locator('.ant-modal').filter({ hasText: '全部定稿的结果' });
  await expect(outcome).toContainText(/已定稿 \d+ 份/);
  await shoot('finalise-all');
  await outcome.getByRole('button', { name: '知道了' }).click();
  await expect(page.getByRole('row').filter({ hasText: '调查笔录' })).toContainText('已定稿');
  await shoot('papers');
});
