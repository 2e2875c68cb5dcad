import { expect, type Locator, test } from '@playwright/test';
import { readMainJob } from '../builders/main-job.ts';
import { arrangeClue, arrangeRegisters, stepsUntil, takeQuickly } from './support/arrange.ts';
import { call } from './support/calls.ts';
import type { LaunchedApp } from './support/launch.ts';
import { goTo, launchOffice, setUpOffice, submitSetUp } from './support/office.ts';

/** What those meet who use keys instead of the mouse, or have the screen read to them. */

let office: LaunchedApp;

test.beforeAll(async () => {
  office = await launchOffice({ today: '2026-09-10' });
  await setUpOffice(office.page);
  await submitSetUp(office.page);
});

test.afterAll(async () => {
  await office.close();
});

test('a row taken out of the middle leaves the others, their text and the cursor where they are', async () => {
  const { page } = office;
  await goTo(page, '/settings/calendar');
  const rows = page.locator('#calendar-holidays tbody tr');
  await expect(rows.nth(4)).toBeVisible();
  const count = await rows.count();
  const name = (row: number) => rows.nth(row).getByRole('textbox', { name: `第${row + 1}行节日` });
  const date = (row: number) => rows.nth(row).getByRole('textbox', { name: `第${row + 1}行日期` });
  await name(3).fill('端午节放假');
  await date(3).fill('六月');
  await rows.nth(3).evaluate((row) => row.setAttribute('data-known', 'yes'));

  await rows.nth(1).getByRole('button', { name: '删除第2行' }).focus();
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(count - 1);
  await expect(rows.nth(2), 'the row itself moved up, not only its text').toHaveAttribute(
    'data-known',
    'yes',
  );
  await expect(name(2)).toHaveValue('端午节放假');
  await expect(date(2)).toHaveValue('六月');
  await expect(rows.nth(1).getByRole('button', { name: '删除第2行' })).toBeFocused();

  await page.locator('#calendar-holidays').getByRole('button', { name: '添加一行' }).focus();
  await page.keyboard.press('Enter');
  await expect(date(count - 1), 'a new row is there to be typed into').toBeFocused();
});

test('nothing on the screen is named in English', async () => {
  const { page } = office;
  await goTo(page, '/');
  for (const path of [
    '/supervision',
    '/employers',
    '/people',
    '/calendar',
    '/statistics',
    '/settings/leaders',
  ]) {
    await goTo(page, path);
    await expect(page.locator('main h1')).toBeVisible();
    expect(await englishNames(), path).toEqual([]);
  }
  await page.getByRole('button', { name: '登记签发人', exact: true }).first().click();
  await expect(page.locator('.ant-drawer').getByRole('button', { name: '关闭' })).toBeVisible();
  expect(await englishNames(), 'a drawer').toEqual([]);
});

/** Names of Latin letters only that a screen reader would say. */
const englishNames = () =>
  office.page.evaluate(() =>
    [...document.querySelectorAll('[aria-label], [title], [alt]')]
      .filter((element) => element.closest('[aria-hidden=true]') === null)
      .flatMap((element) => ['aria-label', 'title', 'alt'].map((name) => element.getAttribute(name) ?? ''))
      .filter((text) => /^[a-z][a-z -]{2,}$/i.test(text)),
  );

const hasKeyboard = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Presses Tab until `target` has the keyboard; every stop on the way can be seen, and none of them keeps it. */
async function tabTo(target: Locator, most = 60): Promise<void> {
  const { page } = office;
  await expect(target).toBeVisible();
  for (let stop = 0; stop < most; stop += 1) {
    await page.keyboard.press('Tab');
    expect(await hiddenStop(), 'a stop nobody sees').toBe('');
    if (await hasKeyboard(target)) return;
  }
  throw new Error(`Not reached with ${most} Tabs: ${target}`);
}

/** What has the keyboard without showing it, or outside the window; empty: it is seen. */
const hiddenStop = () =>
  office.page.evaluate(() => {
    const active = document.activeElement;
    if (!active || active === document.body) return '';
    const frame = active.closest('.ant-select, .ant-picker, .ant-input-affix-wrapper');
    const around = [active, active.nextElementSibling, active.parentElement, frame];
    const isMarked = around.some((element) => {
      const style = element && getComputedStyle(element);
      return style && (style.outlineStyle !== 'none' || style.boxShadow !== 'none');
    });
    const { top, bottom, left, right } = active.getBoundingClientRect();
    const isInside = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    return isMarked && isInside ? '' : active.outerHTML.slice(0, 200);
  });

const button = (name: string | RegExp) => office.page.locator('main').getByRole('button', { name }).first();

test('from the to-do over the case and its letter to the settings, by keys alone', async () => {
  const { page } = office;
  const story = readMainJob();
  const registers = await arrangeRegisters(page, story);
  const caseId = await arrangeClue(page, story, registers);
  await takeQuickly(page, caseId, registers, stepsUntil(story, 'deliberate'));
  const { documents } = await call(page, 'supervision.case.get', { id: caseId });
  const letter = documents.find(({ kind }) => kind === 'reminderLetter');
  await goTo(page, '/help');
  await goTo(page, '/');

  await page.keyboard.press('Control+n');
  const source = page.locator('#clue-source');
  await expect(source, 'the first field is there to be filled').toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(source).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Enter');
  await expect(source, 'Enter chooses').toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('Enter');
  await expect(source, 'Enter goes on').not.toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page, 'Esc leaves, the draft is kept').toHaveURL(/#\/supervision(\?|$)/);

  await tabTo(page.locator('.open-row').first());
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`cases/${caseId}`));
  await tabTo(button('提示函：继续拟稿、送审'), 5);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`papers/${letter?.id}$`));

  await tabTo(button('送审批签发'));
  await page.keyboard.press('Enter');
  const form = page.locator('.ant-drawer');
  const send = form.locator('.ant-btn-primary');
  await expect(form.locator(':focus'), 'the form has the keyboard').toHaveCount(1);
  await tabTo(send, 12);
  await page.keyboard.press('Escape');
  await expect(form, 'Esc closes').toHaveCount(0);
  await expect(button('送审批签发'), 'and gives the keyboard back').toBeFocused();
  await page.keyboard.press('Enter');
  await expect(form.locator(':focus')).toHaveCount(1);
  await tabTo(send, 12);
  await page.keyboard.press('Enter');
  await expect(form).toHaveCount(0);
  await expect(page.locator('.paperpage-header')).toContainText('审批签发');

  const menu = page.getByRole('navigation', { name: '主菜单' });
  for (const [name, sign] of [
    ['期限日历', '.calendar-table'],
    ['台账统计', '.indicator-table'],
    ['设置', '#settings-unitName'],
  ] as const) {
    await tabTo(menu.getByRole('link', { name }), 120);
    await page.keyboard.press('Enter');
    await expect(page.locator(sign)).toBeVisible();
  }
  await tabTo(page.locator('#settings-unitName'), 30);
  await page.keyboard.press('Control+k');
  const skip = page.getByRole('button', { name: '跳到页面内容' });
  for (let stop = 0; stop < 5 && !(await hasKeyboard(skip)); stop += 1)
    await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#page'), 'past the bar and the menu').toBeFocused();
  expect(office.errors).toEqual([]);
});
