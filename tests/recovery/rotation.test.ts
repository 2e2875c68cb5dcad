import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { temporaryFolder } from '../builders/file';
import { createTestOffice, type TestOffice } from '../builders/office';
import { chooseFolder, copyTo, rootOn, setsOn } from './support';

/** Rotation deletes what this office wrote and nothing else, however much it looks like it. One copy is kept, so each next one drops. */

const KEEP_ONE = { keepDaily: 1, keepWeekly: 0, keepMonthly: 0 };
let office: TestOffice;
let stick: string;
const others: TestOffice[] = [];
beforeEach(async () => {
  office = await createTestOffice();
  stick = temporaryFolder();
  await chooseFolder(office, stick, KEEP_ONE);
});
afterEach(async () => {
  for (const each of [office, ...others.splice(0)]) await each.close();
});

const addEvidence = (of: TestOffice, name: string) => {
  const folder = join(of.folder, 'office/evidence', name.slice(0, 2));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `证据 ${name}`);
};
const dropEvidence = (name: string) =>
  renameSync(join(office.folder, 'office/evidence', name.slice(0, 2), name), join(office.folder, name));
const shared = (name: string) => join(rootOn(stick), 'evidence', name.slice(0, 2), name);
const onDay = async (day: string) => {
  office.clock.set(day);
  return copyTo(office, stick);
};
/** Everything below a folder, with its bytes. */
const contents = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path, readFileSync(path).toString('base64')]);

it('another unit’s sets and evidence in the same folder stay, and so does what it is just writing', async () => {
  const neighbour = await createTestOffice({ today: '2026-01-05' });
  others.push(neighbour);
  addEvidence(neighbour, 'cd34');
  const theirs = await copyTo(neighbour, stick);
  const unfinished = join(rootOn(stick), '.unfinished-0123456789ab-2026-09-10_080000');
  mkdirSync(unfinished);
  writeFileSync(join(unfinished, 'casework.db'), '正在写入');
  const before = [contents(theirs.path), contents(unfinished), readFileSync(shared('cd34'), 'utf8')];
  for (const day of ['2026-09-11', '2026-09-12', '2026-09-13']) await onDay(day);
  expect(setsOn(stick).map((name) => name.slice(0, 10))).toEqual(['2026-01-05', '2026-09-13']);
  expect([contents(theirs.path), contents(unfinished), readFileSync(shared('cd34'), 'utf8')]).toEqual(before);
});

it('what this office’s killed program left half goes with the next copy', async () => {
  const made = await onDay('2026-09-11');
  const { officeMark } = JSON.parse(readFileSync(join(made.path, 'manifest.json'), 'utf8'));
  const left = join(rootOn(stick), `.unfinished-${officeMark.slice(0, 12)}-2026-09-10_080000`);
  mkdirSync(join(left, 'evidence/ab'), { recursive: true });
  writeFileSync(join(left, 'evidence/ab/ab12'), '半份');
  await onDay('2026-09-12');
  expect(existsSync(left)).toBe(false);
});

it('a set somebody renamed to keep it stays whole, with the evidence only it needs', async () => {
  addEvidence(office, 'ab12');
  const first = await onDay('2026-09-11');
  const kept = join(rootOn(stick), '年终备份');
  cpSync(first.path, kept, { recursive: true });
  const before = contents(kept);
  dropEvidence('ab12');
  await onDay('2026-09-12');
  expect(existsSync(first.path)).toBe(false);
  expect(contents(kept)).toEqual(before);
  expect(readFileSync(shared('ab12'), 'utf8')).toBe('证据 ab12');
});

it('evidence only dropped sets needed goes with them', async () => {
  addEvidence(office, 'ab12');
  await onDay('2026-09-11');
  dropEvidence('ab12');
  await onDay('2026-09-12');
  expect(existsSync(shared('ab12'))).toBe(false);
});

it('what lies behind a link is not followed: a set, and a folder of evidence', async () => {
  addEvidence(office, 'ab12');
  const first = await onDay('2026-09-11');
  const elsewhere = temporaryFolder();
  const moved = join(elsewhere, 'moved');
  renameSync(first.path, moved);
  symlinkSync(moved, first.path);
  renameSync(join(rootOn(stick), 'evidence/ab'), join(elsewhere, 'ab'));
  symlinkSync(join(elsewhere, 'ab'), join(rootOn(stick), 'evidence/ab'));
  const before = contents(elsewhere);
  const second = await onDay('2026-09-12');
  dropEvidence('ab12');
  await onDay('2026-09-13');
  expect(existsSync(second.path)).toBe(false);
  expect(contents(elsewhere)).toEqual(before);
});

it('a set whose manifest was made by another program, or of which half is missing, stays', async () => {
  const first = await onDay('2026-09-11');
  const manifest = readFileSync(join(first.path, 'manifest.json'), 'utf8');
  const foreign = join(rootOn(stick), '2026-02-02_090000');
  mkdirSync(foreign);
  writeFileSync(join(foreign, 'manifest.json'), manifest.replace('union-casework', 'other-program'));
  writeFileSync(join(foreign, 'casework.db'), '别的程序的');
  const before = contents(foreign);
  await onDay('2026-09-12');
  expect(existsSync(first.path)).toBe(false);
  expect(contents(foreign)).toEqual(before);
});
