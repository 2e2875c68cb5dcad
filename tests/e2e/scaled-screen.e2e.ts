import { expect, type Locator, test } from '@playwright/test';
import { everyCase } from '@shared/contract/cases';
import { call } from './support/calls.ts';
import { accountOf } from './support/colleagues.ts';
import { type LaunchedApp, scaleTo } from './support/launch.ts';
import { goTo, launchOffice } from './support/office.ts';

/** Windows at 150 %: of 1366×768 a page has 911×440 left under title bar and task bar, of 1920×1080 it has 1280×650. */

const SCREENS = [
  { name: '1366×768', width: 911, height: 440 },
  { name: '1920×1080', width: 1280, height: 650 },
] as const;
const SCALE = 1.5;
const TODAY = '2026-09-10';

let office: LaunchedApp;

test.beforeAll(async () => {
  office = await launchOffice({ today: TODAY, args: ['--demo'] });
  const { page } = office;
  await page.getByRole('button', { name: '打开', exact: true }).click();
  await expect(page.locator('.shell')).toBeVisible({ timeout: 60_000 });
  await call(page, 'accounts.add', {
    displayName: '林晓',
    loginName: 'linxiao',
    roles: ['clerk', 'archivist'],
    password: 'diyici-2026',
  });
  await call(page, 'delegations.add', {
    giverId: Number(await accountOf(page, { displayName: '王敏' })),
    receiverId: Number(await accountOf(page, { displayName: '林晓' })),
    role: 'signer',
    fromOn: TODAY,
    toOn: TODAY,
    reason: '参加全省工会劳动法律监督员培训',
  });
});

test.afterAll(() => office.close());

/** Each page with what shows that it is drawn, and its first button where it has one. */
async function pages(): Promise<readonly (readonly [path: string, sign: string, primary: string | null])[]> {
  const { page } = office;
  const { rows } = await call(page, 'cases.list', { ...everyCase('supervision'), offset: 0, limit: 100 });
  const waiting = rows.find(({ stateLabel }) => stateLabel === '等待用人单位答复');
  const letters = await call(page, 'documents.list', {
    kind: 'opinionLetter',
    status: 'D03',
    offset: 0,
    limit: 1,
  });
  return [
    ['/', '.todo-item', null],
    ['/supervision', '.open-row', '新建线索'],
    ['/supervision/new', '#clue-source', '登记线索'],
    ['/supervision/batch', '.sup-row-link', '请先选择单位'],
    [`/supervision/cases/${waiting?.id}`, '.sup-facts', '提示函：登记答复'],
    [`/supervision/papers/${letters.rows[0]?.id}`, '.paper-desk-page', '审批签发'],
    ['/employers', '.open-row', '登记单位'],
    ['/people', 'main h1', '登记人员'],
    ['/calendar', '.calendar-item', null],
    ['/statistics', '.indicator-table', '导出全年台账和统计'],
    ['/settings/unit', '#settings-unitName', '保存'],
    ['/settings/supervisors', '.open-row', '登记监督员'],
    ['/settings/rules', '.open-row', null],
    ['/settings/accounts', '.ant-table-row', '新建账号'],
    ['/settings/delegations', '.ant-table-row', '登记委托'],
    ['/settings/permissions', 'tbody tr', null],
    ['/settings/security', 'main h1', null],
    ['/settings/backup', 'main h1', null],
    ['/settings/evidence', 'main h1', null],
    ['/audit', '.ant-table-row', '校验'],
  ];
}

/** Nothing of the frame or of the page runs out of the window to the side. */
const sideways = () =>
  office.page.evaluate(() =>
    [document.documentElement, document.body, document.querySelector('#page')]
      .filter((box) => box !== null && box.scrollWidth > box.clientWidth)
      .map((box) => `${box?.tagName}: ${box?.scrollWidth} > ${box?.clientWidth}`),
  );

/** Boxes whose text is cut or runs over their edge. */
const cut = (boxes: Locator) =>
  boxes.evaluateAll((all) =>
    all.filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.textContent),
  );

const hasSheetAcross = () =>
  office.page
    .locator('.paper-desk-page')
    .evaluateAll((sheets) => sheets.some((sheet) => sheet.clientWidth > sheet.clientHeight));

for (const screen of SCREENS) {
  test(`at 150 % of ${screen.name} every page fits, its first button in sight`, async () => {
    const { page } = office;
    await scaleTo(page, SCALE, screen);
    for (const [path, sign, primary] of await pages()) {
      await goTo(page, path);
      await expect(page.locator(sign).first(), path).toBeVisible();
      expect(await sideways(), path).toEqual([]);
      if (primary === null) continue;
      const button = page.locator('main').getByRole('button', { name: primary }).first();
      await expect(button, path).toBeInViewport({ ratio: 1 });
    }
    const menu = page.getByRole('navigation', { name: '主菜单' });
    for (const link of await menu.getByRole('link').all()) await expect(link).toBeInViewport({ ratio: 1 });
  });

  test(`at 150 % of ${screen.name} the calendar's words are whole and a letter lies within its pane`, async () => {
    const { page } = office;
    await scaleTo(page, SCALE, screen);
    await goTo(page, '/calendar');
    await expect(page.locator('.calendar-item').first()).toBeVisible();
    expect(await cut(page.locator('.calendar-item'))).toEqual([]);
    const letter = (await pages()).find(([path]) => path.startsWith('/supervision/papers'))?.[0] ?? '';
    await goTo(page, letter);
    await expect.poll(hasSheetAcross, 'a sheet of the letter lies across').toBe(true);
    expect(await cut(page.locator('.paperpage-preview-scroll'))).toEqual([]);
  });

  test(`at 150 % of ${screen.name} a form beside the page has its buttons in the window`, async () => {
    const { page } = office;
    await scaleTo(page, SCALE, screen);
    await goTo(page, '/settings/supervisors');
    await page.getByRole('button', { name: '登记监督员' }).click();
    const form = page.locator('.ant-drawer');
    await expect(form.getByRole('button', { name: '保存' })).toBeInViewport({ ratio: 1 });
    await expect(form.getByRole('button', { name: '关闭' })).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
    await expect(form).toHaveCount(0);
  });
}
