import { expect, type Locator, test } from '@playwright/test';
import { EVERY_EMPLOYER } from '@shared/contract/employers';
import { makeUscc } from '../../shared/domain/kernel/uscc.ts';
import { readMainJob } from '../builders/main-job.ts';
import { arrangeClue, arrangeOffice, arrangeRegisters, type Registers } from './support/arrange.ts';
import { call } from './support/calls.ts';
import type { LaunchedApp } from './support/launch.ts';
import { openCase } from './support/main-job.ts';
import { goTo, launchOffice, stillness } from './support/office.ts';
import { dayAfter } from './support/story.ts';

/** Forms: what is typed wrong is refused in words that name the field; nothing is written, and nothing typed is lost. */

const TODAY = dayAfter(12);
const TOMORROW = dayAfter(13);
const story = readMainJob();
let office: LaunchedApp;
let registers: Registers;

test.beforeAll(async () => {
  office = await launchOffice({ today: TODAY });
  await arrangeOffice(office.page);
  registers = await arrangeRegisters(office.page, story);
});

test.afterAll(() => office.close());

/** Each test begins without anything typed on the page before. */
test.beforeEach(async () => {
  const { page } = office;
  await page.reload();
  await page.locator('.shell').waitFor();
  await stillness(page);
});

const caseCount = async () => (await call(office.page, 'cases.counts', { module: 'supervision' })).all;
const employers = () => call(office.page, 'employers.list', { ...EVERY_EMPLOYER, offset: 0, limit: 200 });
const summary = (scope: Locator) => scope.locator('.error-summary').first();

/** As a person pastes: what the control does to pasted text happens here as well. */
async function paste(control: Locator, text: string): Promise<void> {
  await office.app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
  await control.press('Control+a');
  await control.press('Control+v');
}

test('a clue with a day that does not exist and without what is required names each field', async () => {
  const { page } = office;
  const before = await caseCount();
  await goTo(page, '/supervision/new');
  const { fields, initial } = await call(page, 'supervision.clue.form', {});
  const received = page.locator('#clue-receivedOn');
  await page.locator('#clue-topicSummary').fill('只写了摘要');
  await received.fill('2026-2-30');
  await received.blur();
  await page.getByRole('button', { name: /登记线索/ }).click();

  await expect(page.locator('#clue-receivedOn-error')).toContainText('不是有效日期');
  const sum = summary(page.locator('.sup-form-column'));
  await expect(sum).toBeInViewport();
  await expect(sum).toContainText(/还有 \d+ 处需要补充或修改/);
  const missing = fields.filter(
    ({ name, kind, isRequired, when }) =>
      isRequired && !when && kind !== 'flag' && !initial[name] && name !== 'topicSummary',
  );
  expect(missing.length).toBeGreaterThan(1);
  for (const { name, label } of missing.filter((field) => field.name !== 'receivedOn')) {
    await expect(page.locator(`[id="clue-${name}-error"]`)).toContainText(`「${label}」`);
  }

  // A line of the summary leads to its field.
  await sum.getByRole('button', { name: '不是有效日期' }).click();
  await expect(received).toBeFocused();
  await expect(received).toHaveValue('2026-2-30');
  await expect(page.locator('#clue-topicSummary')).toHaveValue('只写了摘要');
  expect(await caseCount()).toBe(before);
  await expect
    .poll(async () => (await call(page, 'drafts.get', { key: 'supervision.clue.new' }))?.payload)
    .toContain('2026-2-30');
});

test('a day that does not exist is said at once and is not registered', async () => {
  const { page } = office;
  await goTo(page, '/supervision/new');
  const received = page.locator('#clue-receivedOn');
  for (const wrong of ['2026-02-30', '2026-13-01', '明年', '0931']) {
    await received.fill(wrong);
    await received.blur();
    await page.getByRole('button', { name: /登记线索/ }).click();
    await expect(summary(page.locator('.sup-form-column'))).toContainText('收到日期');
    await expect(received).toHaveValue(wrong);
  }
  await received.fill('+3');
  await received.fill('20260902');
  await received.blur();
  await expect(received).toHaveValue('2026-09-02');
  await expect(page).toHaveURL(/supervision\/new/);
});

test('a clue from tomorrow is refused', async () => {
  const { page } = office;
  await goTo(page, '/supervision/new');
  await page.locator('#clue-receivedOn').fill(TOMORROW);
  await page.locator('#clue-receivedOn').blur();
  await page.getByRole('button', { name: /登记线索/ }).click();
  await expect(summary(page.locator('.sup-form-column'))).toBeVisible();
  await expect(page).toHaveURL(/supervision\/new/);
});

test('an employer with a wrong code, an endless name or pasted markup is not registered', async () => {
  const { page } = office;
  const before = (await employers()).total;
  await goTo(page, '/employers/new');
  const field = (name: string) => page.locator(`#employer-${name}`);
  const error = (name: string) => page.locator(`#employer-${name}-error`);
  const save = page.getByRole('button', { name: '保存', exact: true });
  const form = page.locator('form.field-form');
  const code = makeUscc({ serial: 770_001 });
  const wrong = code.slice(0, 17) + (code.endsWith('1') ? '2' : '1');

  await field('name').fill('安溪县试错机械厂');
  await field('note').fill('这一段不能丢');
  await field('uscc').fill(wrong);
  await save.click();
  await expect(error('uscc')).toContainText('「统一社会信用代码」有误');
  await expect(summary(form)).toContainText('「统一社会信用代码」有误');
  await expect(field('uscc')).toHaveValue(wrong);
  await field('uscc').fill(code);

  const endless = '长'.repeat(10_000);
  await paste(field('name'), endless);
  await save.click();
  await expect(error('name')).toContainText('「单位名称」最多填写 120 个字，现在有 10000 个字');
  await expect(field('name')).toHaveValue(endless);

  const markup = '<p class="MsoNormal">安溪县试错机械厂<o:p></o:p></p>';
  await paste(field('name'), markup);
  await paste(field('address'), '安溪县\uFFFD\uFFFD路1号');
  await save.click();
  await expect(error('name')).toContainText('「单位名称」中带有从 Word 或者网页复制来的代码');
  await expect(error('address')).toContainText('「住所」中有无法识别的字符');
  await expect(summary(form)).toContainText('还有 2 处需要补充或修改');
  await expect(field('name')).toHaveValue(markup);
  await expect(field('note')).toHaveValue('这一段不能丢');
  expect((await employers()).total).toBe(before);

  // Put right, it is saved; what cannot be seen is taken out of the text.
  await field('name').fill('安溪县\u0007试错\u200B机械厂\u0001');
  await field('address').fill('安溪县工业路1号');
  await save.click();
  await page.waitForURL(/#\/employers\/\d+$/);
  const { rows, total } = await employers();
  expect(total).toBe(before + 1);
  const saved = rows.find(({ uscc }) => uscc === code);
  expect(saved).toMatchObject({ name: '安溪县试错机械厂', note: '这一段不能丢' });
});

test('a wrong credit code is named while it is typed, and not saved', async () => {
  const { page } = office;
  await goTo(page, '/employers/new');
  await page.locator('#employer-name').fill('安溪县校验机械厂');
  await page.locator('#employer-uscc').fill('91000000MA0202602K');
  await expect(page.getByText(/校验位不符/).first()).toBeVisible();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(summary(page.locator('form.field-form'))).toContainText('统一社会信用代码');
  await page.locator('#employer-uscc').fill('91000000MA02O2602J');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page).toHaveURL(/employers\/new/);
  await page.getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: '放弃修改并离开' }).click();
});

test('ten thousand characters and what Word pastes are kept as plain text, or refused', async () => {
  const { page } = office;
  const caseId = await arrangeClue(page, story, registers);
  const long = '近三个月部分班次每日工作超过十小时。'.repeat(600);
  expect(long.length).toBeGreaterThan(10_000);
  await openCase(page, caseId, 'basics');
  await page.getByRole('button', { name: '修改', exact: true }).click();
  const facts = page.locator('textarea[id$="-facts"]');
  await facts.fill(long);
  const save = page.getByRole('button', { name: /保存/ }).last();
  await save.click();
  // Not cut off behind somebody's back: all of it stays to be shortened.
  await expect(summary(page.locator('.shell'))).toContainText(
    `最多填写 5000 个字，现在有 ${long.length} 个字`,
  );
  await expect(facts).toHaveValue(long);

  await facts.fill('第一行<w:p><w:r><w:t>标记</w:t></w:r></w:p><script>alert(1)</script>');
  await save.click();
  await expect(summary(page.locator('.shell'))).toContainText('从 Word 或者网页复制来的代码');

  await facts.fill('第一行\u0000乱码');
  await save.click();
  await expect(summary(page.locator('.shell'))).toContainText('无法识别的字符');

  await facts.fill('第一行\u0007\u000b第二行\u200b “引号” 低于<3000元');
  await save.click();
  await expect(facts).toHaveCount(0);
  const kept = String((await call(page, 'supervision.case.get', { id: caseId })).basics.facts);
  expect(kept).toContain('第二行');
  expect(kept).toContain('低于<3000元');
  // Neither control characters nor what has no width.
  expect(kept).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
});

test('an employer nobody has registered is entered from the clue; a wrong credit code is refused at its field', async () => {
  const { page } = office;
  const name = '安溪湾新成立服饰有限公司';
  await goTo(page, '/supervision/new');
  const employer = page.locator('#clue-employerId');
  await employer.fill(name);
  await page.getByRole('button', { name: `登记新单位“${name}”` }).click();
  const dialog = page.getByRole('dialog', { name: '登记新单位' });
  await expect(dialog.getByLabel('单位名称')).toHaveValue(name);
  await expect(dialog.getByLabel('单位名称')).toBeFocused();
  const { total } = await employers();
  await dialog.locator('#quick-employer-uscc').fill('91330000MA0000000X');
  await dialog.getByLabel('住所').fill('安溪县城关镇和平路1号');
  await dialog.getByRole('button', { name: '登记并选用' }).click();
  await expect(dialog.locator('#quick-employer-uscc-error')).toBeVisible();
  expect((await employers()).total, 'nothing was written').toBe(total);
  await expect(dialog.getByLabel('住所')).toHaveValue('安溪县城关镇和平路1号');

  await dialog.locator('#quick-employer-uscc').fill(makeUscc({ serial: 777_001 }));
  await dialog.getByRole('button', { name: '登记并选用' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('.ant-select').filter({ has: employer })).toContainText(name);
  expect((await employers()).rows.find((row) => row.name === name)).toMatchObject({
    address: '安溪县城关镇和平路1号',
  });
});
