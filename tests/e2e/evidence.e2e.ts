import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { readMainJob } from '../builders/main-job.ts';
import { makePdf, makeWav, PNG } from '../builders/sample-files.ts';
import { arrangeClue, arrangeOffice, arrangeRegisters } from './support/arrange.ts';
import { call } from './support/calls.ts';
import { answerDialogs } from './support/dialogs.ts';
import { type LaunchedApp, shot } from './support/launch.ts';
import { goTo, launchOffice, logIn, stillness } from './support/office.ts';
import { dayAfter } from './support/story.ts';

/** Evidence in the real window: dropped, pasted and picked, looked at, given to another program, and gone from there. */

const PHOTO = resolve(import.meta.dirname, '../../docs/images/case.png');
let office: LaunchedApp;
let caseId: number;
let folder = '';

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casework-evidence-'));
  office = await launchOffice({ today: dayAfter(12) });
  await arrangeOffice(office.page);
  const story = readMainJob();
  caseId = await arrangeClue(office.page, story, await arrangeRegisters(office.page, story));
  await answerDialogs(office.app, { folder });
});

test.afterAll(async () => {
  await office.close();
  rmSync(office.userData, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

test.beforeEach(async () => {
  await goTo(office.page, `/supervision/cases/${caseId}?tab=evidence`);
  await panel().waitFor();
});

const panel = () => office.page.getByRole('region', { name: '证据材料' });
const row = (name: string) => panel().locator('.ant-table-row', { hasText: name });
const viewer = () => office.page.locator('.evidence-viewer');
const rows = async () => (await call(office.page, 'evidence.list', { caseId })).rows;
const file = (name: string, bytes: Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

/** As a hand drags files over from the file manager: the browser itself makes the events. */
async function drop(paths: readonly string[], onto: Locator): Promise<void> {
  const box = await onto.boundingBox();
  if (!box) throw new Error('nothing to drop on');
  const session = await office.page.context().newCDPSession(office.page);
  const at = { x: box.x + 200, y: box.y + 20 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  }
  await session.detach();
}

test('files dropped together are taken in, what is no evidence is refused with its reason', async () => {
  const { page } = office;
  await panel().locator('#evidence-given-provider').fill('安溪湾精工机械有限公司');
  const exe = file('考勤照片.jpg', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]));
  await drop([PHOTO, file('工资支付台账.pdf', makePdf(12)), exe, file('通话录音.wav', makeWav())], panel());
  const adding = page.getByRole('region', { name: '添加进度' });
  await expect(adding).toContainText('添加结束：已添加 3 件，共 4 件');
  // First, although it was dropped third; and it is a program next time too.
  const refused = adding.locator('li').first();
  await expect(refused).toContainText(/考勤照片.jpg.*不能添加/);
  await expect(refused.getByRole('button', { name: '重试' })).toHaveCount(0);
  await expect(row('工资支付台账')).toContainText('12');
  await expect(row('通话录音')).toContainText('不编页');
  expect(await rows()).toMatchObject([
    { name: 'case', kindLabel: '照片', pageCount: 1, provider: '安溪湾精工机械有限公司' },
    { name: '工资支付台账', pageCount: 12 },
    { name: '通话录音', kindLabel: '录音录像' },
  ]);
  await shot(page, 'evidence-panel');
  await adding.getByRole('button', { name: '收起' }).click();
  await expect(page.getByRole('tab', { name: '证据材料 3' })).toBeVisible();
});

test('a picture of the clipboard is pasted', async () => {
  const { app, page } = office;
  await app.evaluate(async ({ clipboard, nativeImage }, base64) => {
    const picture = nativeImage.createFromBuffer(Buffer.from(base64, 'base64'));
    const writeImage: unknown = Reflect.get(clipboard, 'writeImage');
    if (typeof writeImage !== 'function') throw new Error('this Electron has another clipboard');
    writeImage.call(clipboard, picture);
  }, PNG.toString('base64'));
  await panel().getByRole('table').first().click();
  await page.keyboard.press('Control+V');
  await expect(row('粘贴的图片')).toBeVisible();
  expect((await rows()).at(-1)).toMatchObject({ kindLabel: '照片', pageCount: 1 });
});

test('a picture, a PDF and a recording are shown in the window', async () => {
  const { page } = office;
  await row('case').getByRole('button', { name: '查看' }).click();
  const picture = viewer().locator('img');
  await expect
    .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(100);
  await expect.poll(async () => (await picture.boundingBox())?.width ?? 0).toBeGreaterThan(200);
  await shot(page, 'evidence-picture');
  await viewer().getByRole('button', { name: '旋转' }).click();
  const standing = async () => {
    const box = await picture.boundingBox();
    return box !== null && box.height > box.width;
  };
  await expect.poll(standing).toBe(true);
  await page.keyboard.press('ArrowRight');
  const canvas = viewer().locator('canvas');
  await expect(canvas).toHaveAttribute('data-page', '1');
  await expect(viewer()).toContainText('第 1 页，共 12 页');
  expect(await inkOf(canvas)).toBeGreaterThan(500);
  await shot(page, 'evidence-pdf');
  await viewer().getByRole('button', { name: '下一页' }).click();
  await expect(canvas).toHaveAttribute('data-page', '2');
  await viewer().getByRole('button', { name: '放大' }).click();
  await viewer().getByRole('button', { name: '下一件' }).click();
  const sound = viewer().locator('audio');
  await expect
    .poll(() => sound.evaluate((audio) => Math.round((audio as HTMLAudioElement).duration)))
    .toBe(1);
  await page.keyboard.press('Escape');
  await expect(viewer()).toBeHidden();
  await expect(row('case').getByRole('button', { name: '查看' })).toBeFocused();
  expect(office.errors).toEqual([]);
});

/** What the window asks for at a time. */
const PART = 256 * 1024;

test('of a large PDF only the parts are read that its pages need', async () => {
  const { page } = office;
  // No more than it takes: the search of the whole disk may hit a short name in random bytes by chance.
  const ballast = 6 * PART;
  await drop([file('打卡记录.pdf', makePdf(3, ballast))], panel());
  await expect(row('打卡记录')).toContainText('1.5 MB');
  let bytes = 0;
  page.on('response', (response) => {
    if (response.url().includes('/evidence/')) bytes += Number(response.headers()['content-length']);
  });
  await row('打卡记录').getByRole('button', { name: '查看' }).click();
  const canvas = viewer().locator('canvas');
  await expect(canvas).toHaveAttribute('data-page', '1');
  await viewer().getByRole('button', { name: '下一页' }).click();
  await expect(canvas).toHaveAttribute('data-page', '2');
  expect(await inkOf(canvas)).toBeGreaterThan(500);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(3 * PART);
  await page.keyboard.press('Escape');
  await expect(viewer()).toBeHidden();
});

/** Dark dots of what was drawn. */
const inkOf = (canvas: Locator): Promise<number> =>
  canvas.evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const pixels =
      (element as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
    let ink = 0;
    for (let i = 0; i < pixels.length; i += 4) if ((pixels[i] ?? 255) < 128) ink += 1;
    return ink;
  });

test('facts are put right, the order changed, a piece removed and brought back', async () => {
  const { page } = office;
  await row('case').getByRole('button', { name: '修改' }).click();
  const drawer = page.locator('.ant-drawer').last();
  await drawer.locator('#evidence-name').fill('车间现场照片');
  await drawer.locator('#evidence-pageCount').fill('2');
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(row('车间现场照片')).toContainText('2');
  await row('车间现场照片').getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '下移' }).click();
  await expect.poll(async () => (await rows()).map(({ number }) => number).slice(0, 2)).toEqual([2, 1]);
  await row('粘贴的图片').getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '移除' }).click();
  const dialog = page.getByRole('dialog', { name: /移除证据/ });
  await dialog.getByRole('button', { name: '移除' }).click();
  await expect(dialog).toContainText('请填写移除理由');
  await dialog.locator('#evidence-remove-reason').fill('重复添加');
  await dialog.getByRole('button', { name: '移除' }).click();
  await expect(row('粘贴的图片')).toBeHidden();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(row('粘贴的图片')).toBeVisible();
});

test('the check finds every file whole', async () => {
  const { page } = office;
  await goTo(page, '/settings/evidence');
  await page.getByRole('button', { name: '开始检查' }).click();
  await expect(page.getByText('已检查 5 个文件，全部完好')).toBeVisible();
  await shot(page, 'evidence-check');
});

test('a copy that is open goes with the program, and after a kill with its next start', async () => {
  const { copies, names } = copiesOf(office);
  const openCopy = async () => {
    const { id } = (await rows()).find(({ name }) => name === '工资支付台账') ?? { id: 0 };
    await call(office.page, 'evidence.openOutside', { id, jobId: 'open' });
    expect(names()).toEqual([expect.stringMatching(/^[0-9a-f]{16}\.pdf$/)]);
  };
  await openCopy();
  await office.kill();
  expect(readFileSync(join(copies, names()[0] ?? '')).equals(makePdf(12))).toBe(true);
  await startAgain(async () => void (await expect.poll(names).toEqual([])));
  await openCopy();
  await office.app.close();
  expect(names()).toEqual([]);
  await startAgain();
});

function copiesOf({ userData }: LaunchedApp) {
  const copies = join(userData, 'office', 'opened');
  return { copies, names: () => (existsSync(copies) ? readdirSync(copies) : []) };
}

/** The same office, opened once more; `before` looks at it while nobody has logged in. */
async function startAgain(before: () => Promise<void> = async () => undefined): Promise<void> {
  const { userData } = office;
  office = await launchOffice({ today: dayAfter(12), userData });
  await before();
  await logIn(office.page);
  await answerDialogs(office.app, { folder });
}

test('another program gets a private copy after a question; the lock takes it away', async () => {
  const { page } = office;
  const { copies, names } = copiesOf(office);
  await row('工资支付台账').getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '用其他程序打开' }).click();
  const question = page.getByRole('dialog', { name: /用其他程序打开/ });
  await expect(question).toContainText('未加密的临时副本');
  expect(names()).toEqual([]);
  const yes = question.getByRole('button', { name: '打开' });
  // By the keyboard: a mouse may meet the question while it still moves.
  await expect(yes).toBeFocused();
  await yes.press('Enter');
  // Until it is whole it bears another name.
  const whole = [expect.stringMatching(/^[0-9a-f]{16}\.pdf$/)];
  await expect.poll(names).toEqual(whole);
  const [copy = ''] = readdirSync(copies);
  await expect.poll(() => readFileSync(join(copies, copy)).equals(makePdf(12))).toBe(true);
  await row('工资支付台账').getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '另存为' }).click();
  await expect.poll(() => existsSync(join(folder, '证据2 工资支付台账.pdf'))).toBe(true);
  await stillness(page);
  await call(page, 'session.lock', {});
  await expect.poll(() => readdirSync(copies)).toEqual([]);
});
