import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { mayTryAgain } from '@shared/domain/evidence/adding';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unreadable } from '../../../electron/platform/evidence/source';
import { temporaryFolder } from '../../builders/file';
import type { TestOffice } from '../../builders/office';
import { makePdf, PNG } from '../../builders/sample-files';
import { addFile, type EvidenceDesk, openEvidenceDesk } from './support';

/** What people drag in by mistake or in bad moments: a reason, whether trying again helps, and nothing lost or kept. */

let office: TestOffice;
let desk: EvidenceDesk;
let folder: string;
beforeEach(async () => {
  desk = await openEvidenceDesk();
  ({ office } = desk);
  folder = temporaryFolder();
});
afterEach(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
});

const put = (name: string, bytes: Uint8Array | string) => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
const EXE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]);
const large = () => {
  const path = put('large.mp4', '');
  truncateSync(path, 4097 * 1024 * 1024);
  return path;
};
const linkTo = (target: string) => {
  symlinkSync(target, join(folder, 'link'));
  return join(folder, 'link');
};
const pipe = () => {
  execFileSync('mkfifo', [join(folder, 'pipe.pdf')]);
  return join(folder, 'pipe.pdf');
};
const directory = () => {
  mkdirSync(join(folder, '照片'));
  return join(folder, '照片');
};
const isUnix = process.platform !== 'win32';

describe('is not taken in', () => {
  const cases: readonly (readonly [what: string, make: () => string, words: RegExp, again: boolean])[] = [
    ['an empty file', () => put('空.pdf', ''), /空文件.*确认文件完整/, false],
    ['a program named .pdf', () => put('工资表.pdf', EXE), /程序.*不能添加/, false],
    ['a program named .docx', () => put('工资表.docx', EXE), /程序.*不能添加/, false],
    ['a file beyond the limit', large, /超过 4096 MB.*截取/, false],
    ['a folder', directory, /文件夹.*选中其中的文件/, false],
    ['a file that is gone', () => join(folder, '没有.png'), /找不到.*U 盘.*重试/, true],
    ['a file below what is no folder', () => join(put('a', ''), 'b.pdf'), /占用.*重试/, true],
    ...(isUnix
      ? [
          ['a link to nothing', () => linkTo(join(folder, 'nothing')), /找不到/, true] as const,
          ['a link to a folder', () => linkTo(directory()), /文件夹/, false] as const,
          ['a pipe, which would never end', pipe, /不是普通文件/, false] as const,
        ]
      : []),
  ];
  it.each(cases)('%s', async (_what, make, words, again) => {
    const path = make();
    const wasThere = existsSync(path);
    const result = await addFile(office, desk.caseId, path);
    expect(result).toMatchObject({ ok: false, error: { message: expect.stringMatching(words) } });
    expect(result.ok ? null : mayTryAgain(result.error.code)).toBe(again);
    expect(desk.storedFiles()).toEqual([]);
    expect(await desk.list()).toEqual([]);
    // Whatever it is, it is the person's own and still there.
    expect(existsSync(path)).toBe(wasThere);
  });

  it.each([
    ['it grows', (path: string) => appendFileSync(path, 'more'), /被改动.*重试/],
    ['it is cut short', (path: string) => truncateSync(path, 10), /被改动.*重试/],
    ['it is pulled out with its stick', (path: string) => rmSync(path), /被改动.*重试|找不到/],
  ])('a file that is read when %s; and it is once it stands still', async (_what, meddle, words) => {
    const bytes = makePdf(3, 700_000);
    const path = put('考勤.pdf', bytes);
    let isMeddled = false;
    const { progress } = office.ports;
    Object.assign(office.ports, {
      progress: (event: Parameters<typeof progress>[0]) => {
        if (event.phase === '加密保存' && !isMeddled) {
          isMeddled = true;
          meddle(path);
        }
        progress(event);
      },
    });
    const result = await addFile(office, desk.caseId, path);
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'FILE_UNREADABLE', message: expect.stringMatching(words) },
    });
    expect(desk.storedFiles()).toEqual([]);
    writeFileSync(path, bytes);
    expect(await addFile(office, desk.caseId, path)).toMatchObject({ ok: true });
    expect(await desk.list()).toMatchObject([{ name: '考勤', pageCount: 3 }]);
  });

  it('a file that is there already, under another name: told which one it is', async () => {
    await desk.add('照片.png', PNG);
    const again = await addFile(office, desk.caseId, put('另一张.png', PNG));
    expect(again).toMatchObject({ ok: false, error: { message: expect.stringMatching(/证据1.*没有重复/) } });
    expect(again.ok ? null : mayTryAgain(again.error.code)).toBe(false);
    expect(desk.storedFiles()).toHaveLength(1);
  });

  it('more than two hundred at once: none of them, with the number; two hundred are offered', async () => {
    const paths = Array.from({ length: 201 }, (_, i) => ({ path: put(`${i}.png`, PNG) }));
    await expect(office.ports.offered.offer(paths)).rejects.toMatchObject({
      code: 'REFUSED',
      message: expect.stringMatching(/最多添加 200 个.*201 个.*分几次/),
    });
    office.ports.next.files = paths.map(({ path }) => path);
    expect(await office.invoke('evidence.pick', { caseId: desk.caseId })).toMatchObject({
      ok: false,
      error: { code: 'REFUSED' },
    });
    expect(await office.ports.offered.offer(paths.slice(1))).toHaveLength(200);
    expect(readdirSync(folder)).toHaveLength(201);
  });
});

describe('is taken in', () => {
  // Windows makes no file of such a name, and links only for an administrator.
  it.runIf(isUnix)('what a link leads to, and a name that Windows would refuse, made harmless', async () => {
    expect(await addFile(office, desk.caseId, linkTo(put('真.pdf', makePdf(2))))).toMatchObject({ ok: true });
    expect(await addFile(office, desk.caseId, put('工资:表?*"8月".png', PNG))).toMatchObject({ ok: true });
    expect(await desk.list()).toMatchObject([
      { fileName: 'link.pdf', pageCount: 2 },
      { name: '工资 表 8月', fileName: '工资 表 8月.png' },
    ]);
    office.ports.next.save = join(folder, 'out.png');
    const [, { id } = { id: 0 }] = await desk.list();
    expect(await office.invoke('evidence.export', { id, jobId: 'save' })).toMatchObject({ ok: true });
  });
});

it.each([
  ['EIO', /U 盘/],
  ['ENODEV', /U 盘/],
  ['UNKNOWN', /U 盘/],
  ['EBUSY', /占用/],
  ['EACCES', /权限/],
  ['ENOENT', /找不到/],
])('%s while reading is said in words that help, and may be tried again', (code, words) => {
  const refusal = unreadable(Object.assign(new Error(), { code }));
  expect(refusal.message).toMatch(words);
  expect(refusal.message).toMatch(/没有添加.*重试/);
  expect(mayTryAgain(refusal.code)).toBe(true);
});
