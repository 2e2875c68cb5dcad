import { EMPTY_EMPLOYER } from '@shared/contract/employers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createJobs } from '../../../electron/jobs/jobs';
import { bundleForNode } from '../../builders/bundle';
import { dump } from '../../builders/file';
import { createTestOffice, type TestOffice } from '../../builders/office';
import { HEADERS, rosterRows, writeBytes, writeRoster } from './support';

/** The import as it runs: in a thread of its own, with its own connection, through the whole pipeline. */

let office: TestOffice;
beforeAll(async () => {
  office = await createTestOffice({ jobs: createJobs(await bundleForNode('electron/jobs/worker.ts')) });
});
afterAll(() => office.close());

const roster = (count: number) => writeRoster([[...HEADERS], ...rosterRows(count)]);
const preview = async (path: string) => {
  office.ports.next.file = path;
  const found = await office.must('employers.import.preview', { mapping: null });
  office.ports.next.file = null;
  if (!found) throw new Error('no preview');
  return found;
};
const count = () => office.sqlite.prepare('select count(*) from employer').pluck().get() as number;

describe('an import', { timeout: 60_000 }, () => {
  it('cancelled while it writes leaves nothing, and nobody waits for the dead thread', async () => {
    const { token, validCount } = await preview(roster(20_000));
    expect(validCount).toBe(20_000);
    const before = dump(office.sqlite);
    office.ports.progressed.length = 0;
    const commit = office.raw('employers.import.commit', { token, skipErrors: false });
    // A command that comes meanwhile waits behind the import.
    const behind = office.raw('employers.save', {
      id: null,
      revision: 0,
      employer: { ...EMPTY_EMPLOYER, name: '排队的厂' },
    });
    await until(() => office.ports.progressed.some((event) => event.phase === '写入' && event.done > 0));
    expect(await office.must('jobs.cancel', { jobId: 'employers.import' })).toMatchObject({
      isCancelled: true,
    });
    expect(await commit).toMatchObject({
      ok: false,
      error: { code: 'CANCELLED', message: expect.stringContaining('没有改变') },
    });
    expect(await behind).toMatchObject({ ok: true });
    expect(count()).toBe(1);
    expect(dump(office.sqlite).employer).toHaveLength((before.employer?.length ?? 0) + 1);
    expect(office.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(await office.must('audit.verify', {})).toMatchObject({ isIntact: true });
    // The preview went with its thread.
    expect(await office.raw('employers.import.commit', { token, skipErrors: false })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
    expect(await office.must('jobs.cancel', { jobId: 'employers.import' })).toEqual({ isCancelled: false });
  });

  it('after that goes through as a whole, readers reading meanwhile', async () => {
    const { token } = await preview(roster(3000));
    const commit = office.must('employers.import.commit', { token, skipErrors: false });
    const readings = await Promise.all(Array.from({ length: 20 }, () => office.must('employers.towns', {})));
    expect(readings.every((towns) => towns.length === 0 || towns.length === 3)).toBe(true);
    expect(await commit).toEqual({ inserted: 3000, updated: 0, skipped: 0 });
    expect(count()).toBe(3001);
    expect(office.changed).toContainEqual({ entity: 'employer', id: null });
    expect(await office.raw('employers.import.commit', { token, skipErrors: false })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
  });

  it('of a refused file says why, and nothing is left open', async () => {
    office.ports.next.file = writeBytes(new Uint8Array(), '空.xlsx');
    const result = await office.raw('employers.import.preview', { mapping: null });
    office.ports.next.file = null;
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'FILE_UNREADABLE', message: expect.stringContaining('空.xlsx') },
    });
    expect(await office.must('employers.import.preview', { mapping: { 0: 'name' } })).toBeNull();
  });

  it('not chosen is no error, and a discarded one cannot be committed', async () => {
    expect(await office.must('employers.import.preview', { mapping: null })).toBeNull();
    const { token } = await preview(roster(5));
    await office.must('employers.import.discard', { token });
    expect(await office.raw('employers.import.commit', { token, skipErrors: false })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
  });

  it('mapped anew reads the same file', async () => {
    const first = await preview(
      writeRoster([
        ['甲', '乙'],
        ['云州建材厂', '城关镇'],
      ]),
    );
    expect(first).toMatchObject({ validCount: 0 });
    const second = await office.must('employers.import.preview', {
      mapping: { 0: 'name', 1: 'town' },
    });
    expect(second).toMatchObject({ token: first.token, validCount: 1, errorCount: 0 });
  });

  it('reads what a person chose, never a path that the page names', async () => {
    const named = await office.raw('employers.import.preview', { path: roster(5), mapping: null });
    expect(named).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } });
  });

  it('chosen before the lock is not the next person’s', async () => {
    const { token } = await preview(roster(5));
    await office.lock();
    await office.unlock();
    expect(await office.must('employers.import.preview', { mapping: { 0: 'name' } })).toBeNull();
    expect(await office.raw('employers.import.commit', { token, skipErrors: false })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
  });

  it('leaves no fault behind', () => {
    expect(office.faults).toEqual([]);
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((next) => setTimeout(next, 2));
}
