import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { readMainJob } from '../builders/main-job.ts';
import { encodings } from '../integration/db/support/bytes.ts';
import { arrangeClue, arrangeOffice, arrangeRegisters } from './support/arrange.ts';
import { keptFolder } from './support/kept.ts';
import { launchOffice } from './support/office.ts';
import { dayAfter } from './support/story.ts';

/** After the whole run: no file of any data folder, of the temporary files or the logs shows a person or an employer. */

const root = resolve(import.meta.dirname, '../..');
const folder = keptFolder();

test.beforeAll(async () => {
  // Whatever windows ran before: at least one office with a case and who complained is searched.
  const office = await launchOffice({ today: dayAfter(2) });
  const story = readMainJob();
  await arrangeOffice(office.page);
  await arrangeClue(office.page, story, await arrangeRegisters(office.page, story));
  await office.close();
});

/** Names, numbers, phones and sentences in the told stories and in the tests themselves: whatever looks like one. */
function secrets(): string[] {
  const sources = [
    join(root, 'resources/demo'),
    join(root, 'tests/e2e'),
    join(root, 'tests/builders'),
  ].flatMap(filesUnder);
  const texts = sources.map((file) => readFileSync(file, 'utf8'));
  const found = texts.flatMap((text) => [
    ...[...text.matchAll(/(?<!\d)\d{17}[\dX](?![\dX])/g)].map(([number]) => number),
    ...[...text.matchAll(/(?<!\d)1[3-9]\d{9}(?!\d)/g)].map(([phone]) => phone),
    ...[...text.matchAll(/["']([一-鿿（）]{4,}(?:公司|厂|集团))["']/g)].map(([, name]) => name ?? ''),
    ...[...text.matchAll(/"?\bname"?: ?["']([一-鿿]{2,4})["']/g)].map(([, name]) => name ?? ''),
    // What was told and found out: whole sentences.
    ...[...text.matchAll(/["']([一-鿿][^"'\n]{11,}。)["']/g)].map(([, sentence]) => sentence ?? ''),
  ]);
  // Words on the program's own buttons stand in its compiled scripts.
  const program = ['renderer', 'shared', 'electron']
    .flatMap((part) => filesUnder(join(root, part)))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  return [...new Set(found)].filter((text) => text !== '' && !program.includes(text));
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}

const needles = () =>
  secrets().flatMap((text) =>
    encodings(text).map(([encoding, bytes]) => ({ what: `${text} (${encoding})`, bytes })),
  );

/** What is encrypted is as random: in its megabytes four bytes, a name of two characters in UTF-16 or GBK, stand by chance. */
const ENCRYPTED = /\.db(-wal)?$|[\\/]evidence[\\/]/;
const TOLD_FROM_CHANCE = 6;

function search(files: readonly string[]): string[] {
  const wanted = needles();
  return files.flatMap((file) => {
    const bytes = readFileSync(file);
    const shortest = ENCRYPTED.test(file) ? TOLD_FROM_CHANCE : 1;
    return wanted
      .filter((needle) => needle.bytes.length >= shortest && bytes.includes(needle.bytes))
      .map(({ what }) => `${file}: ${what}`);
  });
}

test('the search finds what is there: in a plain file, in the middle of bytes, in every encoding', () => {
  const planted = join(folder, 'planted');
  mkdirSync(planted, { recursive: true });
  const [name = '', ...others] = secrets();
  expect(others.length).toBeGreaterThan(20);
  for (const [encoding, bytes] of encodings(name))
    writeFileSync(join(planted, encoding), Buffer.concat([Buffer.alloc(4097, 0xff), bytes, Buffer.alloc(9)]));
  const found = search(filesUnder(planted));
  expect(new Set(found.map((line) => line.split(': ')[0]))).toEqual(
    new Set(encodings(name).map(([encoding]) => join(planted, encoding))),
  );
  rmSync(planted, { recursive: true });
});

test('no file the program left shows a name, an ID number, a phone, an employer or what was told', () => {
  const files = filesUnder(folder);
  // The encrypted file itself is among them: the search looked where the data is.
  expect(files.filter((file) => file.endsWith('.db'))).not.toEqual([]);
  const found = search(files);
  process.stdout.write(
    `stolen disk: ${secrets().length} names, numbers and sentences, each as UTF-8, UTF-16 and GBK, in ${files.length} files: ${found.length} found\n`,
  );
  expect(found).toEqual([]);
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));
