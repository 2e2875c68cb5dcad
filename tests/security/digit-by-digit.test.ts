import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestOffice, type TestOffice } from '../builders/office';
import { tellStory } from '../builders/story';

/** Whoever is shown the numbers of a person masked must not get them out of the search, digit by digit. */

let office: TestOffice;
let idNumber: string;
let phone: string;
beforeAll(async () => {
  office = await createTestOffice();
  await tellStory(office);
  const row = office.sqlite.prepare("select id_number, phone from person where name = '张三'").get();
  ({ id_number: idNumber, phone } = row as { id_number: string; phone: string });
});
afterAll(() => office.close());
beforeEach(() => office.actAs(['reader']));

const foundByAll = async (text: string): Promise<boolean> =>
  (await office.must('search.global', { text, limit: 20 })).some(({ entity }) => entity === 'person');
const foundInList = async (text: string): Promise<boolean> =>
  (await office.must('people.list', { text, offset: 0, limit: 5 })).rows.length > 0;
const rows = (): number =>
  office.sqlite
    .prepare("select count(*) from audit_log where summary = '按完整的证件号码或电话查找人员'")
    .pluck()
    .get() as number;

/** What is known grows by each digit that the search answers to. */
async function grow(known: string, length: number, ask: (text: string) => Promise<boolean>) {
  for (let grown = known; ; known = grown) {
    for (const digit of '0123456789x') {
      if (await ask(grown + digit)) {
        grown += digit;
        break;
      }
    }
    if (grown === known || grown.length === length) return grown;
  }
}

/** The same from the end, where the last four are shown. */
async function growBackwards(known: string, length: number, ask: (text: string) => Promise<boolean>) {
  const reversed = (text: string) => [...text].reverse().join('');
  return reversed(await grow(reversed(known), length, (text) => ask(reversed(text))));
}

const DRESSES: readonly [string, (digits: string) => string][] = [
  ['as they are', (digits) => digits],
  ['behind the name', (digits) => `张三 ${digits}`],
  ['joined to the name', (digits) => `张三${digits}`],
  [
    'in full width',
    (digits) => digits.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  ],
  ['behind a quotation mark and before a star', (digits) => `"${digits}*`],
  ['cut by dashes', (digits) => digits.replace(/(.{3})/, '$1-')],
  ['behind a letter', (digits) => `t${digits}`],
];

describe.each([
  ['the search of everything', foundByAll],
  ['the list of people', foundInList],
] as const)('%s', (_, found) => {
  it.each(DRESSES)('tells a reader no further digit, typed %s', async (_name, dress) => {
    const ask = (digits: string) => found(dress(digits));
    expect(await grow(idNumber.slice(0, 3), 18, ask)).toBe(idNumber.slice(0, 3));
    expect(await grow(phone.slice(0, 3), 11, ask)).toBe(phone.slice(0, 3));
    expect(await growBackwards(idNumber.slice(-4), 18, ask)).toBe(idNumber.slice(-4));
    expect(await growBackwards(phone.slice(-4), 11, ask)).toBe(phone.slice(-4));
  });

  it('finds a person for a reader by the whole number and by the last four, and remembers the whole one', async () => {
    const before = rows();
    expect(await found(idNumber.slice(-4))).toBe(true);
    expect(await found(`张三 ${idNumber.slice(-4)}`)).toBe(true);
    expect(rows()).toBe(before);
    expect(await found(idNumber)).toBe(true);
    expect(await found(phone)).toBe(true);
    expect(rows()).toBe(before + 2);
    // A guess is remembered as well as a hit.
    expect(await found('13700000000')).toBe(false);
    expect(rows()).toBe(before + 3);
    expect(office.sqlite.prepare('select group_concat(summary) from audit_log').pluck().get()).not.toContain(
      phone,
    );
  });

  it('finds by the start for whoever sees the numbers in full, without a row', async () => {
    office.actAs(['clerk']);
    const before = rows();
    for (const text of [idNumber.slice(0, 10), idNumber.slice(-6), idNumber, phone.slice(0, 7), phone])
      expect([text, await found(text)]).toEqual([text, true]);
    expect(rows()).toBe(before);
  });
});

describe('who is whole', () => {
  it('a landline is found with its dash, an employer by its code without a row', async () => {
    office.actAs(['clerk']);
    const person = {
      name: '范晓岚',
      idNumber: '',
      phone: '0571-87654321',
      employerId: null,
      post: '',
      note: '',
    };
    await office.must('people.save', { id: null, revision: 0, person });
    const uscc = office.sqlite.prepare('select uscc from employer').pluck().get() as string;
    office.actAs(['reader']);
    expect(await foundInList('0571-87654321')).toBe(true);
    for (const part of ['0571', '0571-8765', '8765432', '7654321'])
      expect(await foundInList(part)).toBe(false);
    const before = rows();
    const hits = await office.must('search.global', { text: uscc, limit: 5 });
    expect(hits.map(({ entity }) => entity)).toContain('employer');
    expect(rows()).toBe(before);
  });
});
