import { expect, test } from '@playwright/test';
import { call } from './support/calls.ts';
import { pick } from './support/forms.ts';
import type { LaunchedApp } from './support/launch.ts';
import { done, drawer, goTo, launchOffice, setUpOffice, submitSetUp } from './support/office.ts';

/** The catalogue of violations in the hands of an office: wording, legal bases, documents of law of its own. */

let office: LaunchedApp;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  office = await launchOffice({ today: '2026-09-10' });
  await setUpOffice(office.page);
  await submitSetUp(office.page);
});

test.afterAll(async () => {
  await office.close();
});

const overtime = async () => {
  const found = (await call(office.page, 'catalogue.violations', {})).find(({ code }) => code === 'V13');
  if (!found) throw new Error('no V13');
  return found;
};

test('who types while a form still opens keeps the cursor', async () => {
  const { page } = office;
  await goTo(page, '/settings/violations');
  await page.getByRole('button', { name: '添加法律文件' }).click();
  await drawer(page).getByLabel('文号').focus();
  // Until it has slid in.
  await expect(page.locator('[class*="drawer-panel-motion"]')).toHaveCount(0);
  await expect(drawer(page).getByLabel('文号')).toBeFocused();
  await drawer(page).getByRole('button', { name: '取消' }).click();
  await expect(drawer(page)).toBeHidden();
});

test('a document of law is added, and chosen as a basis', async () => {
  const { page } = office;
  await goTo(page, '/settings/violations');
  await page.getByRole('button', { name: '添加法律文件' }).click();
  await drawer(page).locator('input').first().fill('云州市工会劳动法律监督办法');
  await drawer(page).getByLabel('文号').fill('云工〔2026〕8号');
  await drawer(page).getByLabel('施行日期').fill('2026-05-01');
  await page.keyboard.press('Control+s');
  await done(page, '已保存');
  await expect(page.getByRole('button', { name: '《云州市工会劳动法律监督办法》' })).toBeVisible();

  await page.getByLabel('查找违法类型').fill('加班费');
  await page.locator('.open-row').filter({ hasText: 'V13' }).click();
  // Typing can begin at once.
  await expect(drawer(page).locator('input').first()).toBeFocused();
  await drawer(page).getByRole('button', { name: '添加一行' }).click();
  const row = drawer(page).locator('tbody tr').last();
  await pick(row.getByRole('combobox').first(), '云州市工会劳动法律监督办法', true);
  await row.locator('[id$="-articles"]').fill('第十二条');
  await row.locator('[id$="-gist"]').fill('加班工资的核查');
  const warning = drawer(page).getByRole('alert').filter({ hasText: '请核对下列依据' });
  await expect(warning).toContainText('《云州市工会劳动法律监督办法》第十二条');
  await row.getByRole('checkbox').last().check();
  await expect(warning).toHaveCount(0);
});

test('a save from an old page says so, and loses nothing that was typed', async () => {
  const { page } = office;
  const { code, revision, name, demand, checkPoints, evidence, versionDate, bases } = await overtime();
  await call(page, 'catalogue.violation.update', {
    code,
    revision,
    name,
    demand,
    evidence,
    versionDate,
    checkPoints: `${checkPoints}，以及加班审批单`,
    bases: bases.map(({ law, articles, gist, kind, isChecked }) => ({
      law,
      articles,
      gist,
      kind,
      isChecked,
    })),
  });
  await drawer(page).getByRole('button', { name: '保存', exact: true }).click();
  await expect(drawer(page)).toContainText('这份记录已被更新');
  await drawer(page).getByRole('button', { name: '载入最新内容' }).click();
  await expect(drawer(page).getByLabel('自查要点')).toHaveValue(/以及加班审批单$/);
  await expect(drawer(page).locator('tbody tr').last().locator('[id$="-articles"]')).toHaveValue('第十二条');
  await page.keyboard.press('Control+s');
  await done(page, '已保存');
  expect((await overtime()).basesText).toContain('《云州市工会劳动法律监督办法》第十二条');
});

test('恢复原内容 brings back what was shipped', async () => {
  const { page } = office;
  await page.locator('.open-row').filter({ hasText: 'V13' }).click();
  await drawer(page).getByRole('button', { name: '恢复原内容' }).click();
  await done(page, '已恢复为原内容');
  expect(await overtime()).toMatchObject({ isEdited: false });
  expect((await overtime()).basesText).not.toContain('云州市');
});
