import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils, type WorkBook } from '@e965/xlsx';
import { expect } from '@playwright/test';
import { answerDialogs } from './dialogs.ts';
import type { LaunchedApp } from './launch.ts';

/** The workbook that a button writes into the folder it asks for. */
export async function exported({ app, page }: LaunchedApp, button: string): Promise<WorkBook> {
  const folder = mkdtempSync(join(tmpdir(), 'casework-export-'));
  await answerDialogs(app, { folder });
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect.poll(() => readdirSync(folder)).toHaveLength(1);
  await expect(page.locator('.ant-btn-loading')).toHaveCount(0);
  const [name] = readdirSync(folder);
  expect(name).toMatch(/\.xlsx$/);
  const book = read(readFileSync(join(folder, name!)));
  rmSync(folder, { recursive: true, force: true });
  return book;
}

/** The cells of a sheet as a reader sees them. */
export const cellsOf = (book: WorkBook, sheet: string): string[][] =>
  utils.sheet_to_json<string[]>(book.Sheets[sheet]!, { header: 1, raw: false, defval: '' });
