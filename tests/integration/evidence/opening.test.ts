import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storedPath } from '../../../electron/platform/evidence/store';
import { temporaryFolder } from '../../builders/file';
import type { TestOffice } from '../../builders/office';
import { makePdf, PNG } from '../../builders/sample-files';
import { type EvidenceDesk, openEvidenceDesk } from './support';

/** Evidence on its way out: into the window, into other programs, onto a disk; and the check of the store. */

let office: TestOffice;
let desk: EvidenceDesk;
beforeEach(async () => {
  desk = await openEvidenceDesk();
  ({ office } = desk);
});
afterEach(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
});
const { add, storedFiles } = {
  add: (...given: Parameters<EvidenceDesk['add']>) => desk.add(...given),
  storedFiles: () => desk.storedFiles(),
};

describe('the window', () => {
  const ask = async (url: string, headers: Record<string, string> = {}) => {
    const response = await office.ports.served.answer(new Request(url, { headers }));
    if (!response) throw new Error('not answered');
    return response;
  };

  it('gets the plain bytes, a part of them when it asks, never to be kept', async () => {
    const pdf = makePdf(30);
    const { id } = await add('a.pdf', pdf);
    const { url } = await office.must('evidence.view', { id });
    const whole = await ask(url);
    expect(Buffer.from(await whole.arrayBuffer()).equals(pdf)).toBe(true);
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    const part = await ask(url, { range: 'bytes=10-19' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 10-19/${pdf.length}`);
    expect(Buffer.from(await part.arrayBuffer()).equals(pdf.subarray(10, 20))).toBe(true);
    const tail = await ask(url, { range: 'bytes=-5' });
    expect(Buffer.from(await tail.arrayBuffer()).equals(pdf.subarray(-5))).toBe(true);
    for (const range of ['bytes=999999-', 'bytes=5-2', 'bytes=a-b', 'items=0-1', 'bytes=-']) {
      expect([range, (await ask(url, { range })).status]).toEqual([range, 416]);
    }
  });

  it('gets nothing by a guessed address, nothing after the lock, and leaves pages of the bundle alone', async () => {
    const { id } = await add('a.png', PNG);
    const { url } = await office.must('evidence.view', { id });
    expect((await ask(`${url.slice(0, -1)}x`)).status).toBe(404);
    expect(await office.ports.served.answer(new Request('app://bundle/index.html'))).toBeNull();
    await office.lock();
    expect((await ask(url)).status).toBe(404);
    await office.unlock();
    expect((await ask(url)).status).toBe(404);
  });
});

describe('other programs', () => {
  const copies = () => join(office.folder, 'office', 'opened');

  it('get a private copy under a name that tells nothing, which is gone at lock', async () => {
    const { id } = await add('工资表.pdf', makePdf(2));
    await office.must('evidence.openOutside', { id, jobId: 'open' });
    const path = office.ports.opened.at(-1)!;
    expect(path).toMatch(/[\\/]opened[\\/][0-9a-f]{16}\.pdf$/);
    expect(readFileSync(path).equals(makePdf(2))).toBe(true);
    if (process.platform !== 'win32') {
      expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(statSync(copies()).mode & 0o777).toBe(0o700);
    }
    await office.lock();
    await expect.poll(() => existsSync(path)).toBe(false);
  });

  it('get a file where the person asked for it, and that is remembered', async () => {
    const { id } = await add('con.pdf', makePdf(2));
    office.ports.next.save = join(temporaryFolder(), 'out.pdf');
    expect(await office.must('evidence.export', { id, jobId: 'save' })).toEqual({
      path: office.ports.next.save,
    });
    expect(readFileSync(office.ports.next.save).equals(makePdf(2))).toBe(true);
    office.ports.next.save = null;
    expect(await office.must('evidence.export', { id, jobId: 'save' })).toBeNull();
    const summaries = office.sqlite.prepare('select summary from audit_log').pluck().all();
    expect(summaries.filter((summary) => summary === '另存证据1')).toHaveLength(1);
  });
});

describe('证据完整性检查', () => {
  it('names what is missing and damaged, counts strays, cleans these only', async () => {
    const one = await add('一.png', PNG);
    const two = await add('二.pdf', makePdf(2));
    await add('三.pdf', makePdf(3));
    const paths = office.sqlite
      .prepare('select store_name from stored_file order by id')
      .pluck()
      .all() as string[];
    rmSync(storedPath(desk.folder, paths[0]!));
    const second = storedPath(desk.folder, paths[1]!);
    const bytes = readFileSync(second);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(second, bytes);
    const stray = 'ab'.padEnd(64, '0');
    mkdirSync(join(desk.folder, 'ab'), { recursive: true });
    writeFileSync(join(desk.folder, 'ab', stray), 'left over');
    writeFileSync(join(desk.folder, 'incoming', `${'c'.repeat(32)}.part`), 'half');
    writeFileSync(join(desk.folder, '不要删除.txt'), 'a stranger’s');
    expect(await office.must('evidence.check', { jobId: 'check' })).toMatchObject({
      checkedCount: 3,
      problems: [
        { evidenceId: one.id, number: 1, state: 'missing' },
        { evidenceId: two.id, number: 2, state: 'damaged' },
      ],
      strayCount: 2,
      strayBytes: 13,
      foreignCount: 1,
    });
    expect(await office.must('evidence.clean', {})).toEqual({ removedCount: 2 });
    expect(
      storedFiles()
        .map((path) => path.split(/[\\/]/).at(-1))
        .sort(),
    ).toEqual([paths[1]!, paths[2]!, '不要删除.txt'].sort());
    office.actAs(['clerk']);
    expect(await office.invoke('evidence.clean', {})).toMatchObject({
      ok: false,
      error: { code: 'FORBIDDEN' },
    });
  });
});
