import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readMainJob } from '../builders/main-job.ts';
import { arrangeEmployers, arrangeOffice, arrangeRegisters } from './support/arrange.ts';
import { call } from './support/calls.ts';
import { answerDialogs } from './support/dialogs.ts';
import { docxFiles, docxText } from './support/docx.ts';
import { pick } from './support/forms.ts';
import type { LaunchedApp } from './support/launch.ts';
import { goTo, launchOffice } from './support/office.ts';
import { dayAfter } from './support/story.ts';

/** One letter to many employers: one file each, one file for all, and stopped half-way. */

const story = readMainJob();
const TOWN = '溪口镇';
const EMPLOYERS = 30;
const MANY = 120;
const folder = mkdtempSync(join(tmpdir(), 'casework-batch-'));
let office: LaunchedApp;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  office = await launchOffice({ today: dayAfter(10) });
  await arrangeOffice(office.page);
  await arrangeRegisters(office.page, story);
  await arrangeEmployers(office.page, EMPLOYERS, TOWN);
});

test.afterAll(async () => {
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

/** To everybody of a town, up to the last button. */
async function prepare(town: string, output: string, target: string, count: number): Promise<void> {
  const { page, app } = office;
  mkdirSync(target, { recursive: true });
  await answerDialogs(app, { folder: target });
  await goTo(page, '/supervision/batch');
  await pick(page.getByRole('combobox', { name: '乡镇（街道）' }), town);
  await page.getByRole('button', { name: `全选筛选结果（${count} 家）` }).click();
  await expect(page.getByText(`已选 ${count} 家`)).toBeVisible();
  await page.getByRole('button', { name: '下一步' }).click();

  await page.locator('.paperpage-workbench').waitFor();
  await pick(page.getByRole('combobox', { name: /^涉及的用工问题/ }), '超时加班');
  const left = page.locator('.paperpage-left');
  await left.getByRole('textbox', { name: /^了解到的情况\* / }).fill('部分企业在订单集中期间超时安排加班');
  await left.getByRole('textbox', { name: '重点核查', exact: true }).fill('每日班次和每月加班时数');
  await expect(page.getByRole('region', { name: '检查' })).not.toContainText('须改正');
  await page.getByRole('button', { name: '下一步' }).click();

  const signing = page.locator('.sup-form-column');
  await pick(signing.locator('#batch-signing-signerId'), `${story.leaders[0]!.name}（`);
  await pick(signing.locator('#batch-signing-output'), output);
}

const numberOf = (text: string) => Number(/〔2026〕(\d+)号/.exec(text)?.[1]);
const letters = async () =>
  (await call(office.page, 'documents.list', { kind: 'reminderLetter', status: '', offset: 0, limit: 200 }))
    .rows;

test('thirty employers get thirty letters, numbered in their order, one file each', async () => {
  const { page } = office;
  const target = join(folder, 'each');
  await prepare(TOWN, '每家单位一个 Word 文件', target, EMPLOYERS);
  await page.getByRole('button', { name: `签发并制作 ${EMPLOYERS} 份` }).click();
  await expect(page.getByRole('alert').filter({ hasText: `已签发 ${EMPLOYERS} 份` })).toBeVisible({
    timeout: 60_000,
  });

  const files = docxFiles(target);
  expect(files).toHaveLength(EMPLOYERS);
  expect(files.map(numberOf).sort((a, b) => a - b)).toEqual(
    Array.from({ length: EMPLOYERS }, (_, i) => i + 1),
  );
  const rows = (await letters()).sort((a, b) => numberOf(a.documentNo) - numberOf(b.documentNo));
  expect(rows).toHaveLength(EMPLOYERS);
  for (const { documentNo, addressee } of rows) {
    const file = files.find((path) => path.includes(`${documentNo} `))!;
    expect(file).toContain(addressee);
    const text = docxText(file);
    expect(text).toContain(documentNo);
    expect(text).toContain(`${addressee}：`);
  }
});

test('again as one file for all, the numbers go on', async () => {
  const { page } = office;
  const target = join(folder, 'merged');
  await page.getByRole('button', { name: '再发一批' }).click();
  await prepare(TOWN, '合并为一个 Word 文件，便于一次打印', target, EMPLOYERS);
  await page.getByRole('button', { name: `签发并制作 ${EMPLOYERS} 份` }).click();
  await expect(page.getByRole('alert').filter({ hasText: `已签发 ${EMPLOYERS} 份` })).toBeVisible({
    timeout: 60_000,
  });
  const [file, ...others] = docxFiles(target);
  expect(others).toEqual([]);
  const text = docxText(file!);
  const numbers = [...text.matchAll(/安工劳监提〔2026〕(\d+)号/g)].map((match) => Number(match[1]));
  expect([...new Set(numbers)].sort((a, b) => a - b)).toEqual(
    Array.from({ length: EMPLOYERS }, (_, i) => EMPLOYERS + i + 1),
  );
});

test('stopped half-way, what is signed stays and nothing is numbered twice', async () => {
  const { page } = office;
  const target = join(folder, 'stopped');
  await arrangeEmployers(page, MANY, '云岭乡', 410_001);
  await page.getByRole('button', { name: '再发一批' }).click();
  await prepare('云岭乡', '每家单位一个 Word 文件', target, MANY);
  await page.getByRole('button', { name: `签发并制作 ${MANY} 份` }).click();
  const running = page.locator('.sup-running');
  await expect(running).toContainText(/[1-9]\d* \/ 120/);
  await running.getByRole('button', { name: '停止' }).click();
  const outcome = page.getByRole('alert').filter({ hasText: '已停止' });
  await expect(outcome).toBeVisible({ timeout: 60_000 });
  const done = Number(/已签发 (\d+) 份/.exec((await outcome.textContent()) ?? '')![1]);
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(MANY);
  const numbers = (await letters())
    .map(({ documentNo }) => numberOf(documentNo))
    .filter((n) => n > 2 * EMPLOYERS);
  expect(numbers).toHaveLength(done);
  expect(numbers.sort((a, b) => a - b)).toEqual(
    Array.from({ length: done }, (_, i) => 2 * EMPLOYERS + i + 1),
  );
});
