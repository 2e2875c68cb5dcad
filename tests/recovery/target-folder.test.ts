import { existsSync, mkdirSync, readdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorCode } from '@shared/contract/result';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../builders/file';
import { createTestOffice, TEST_UNIT, type TestOffice } from '../builders/office';
import { addEmployer, chooseFolder, copyTo, employersOf, setsOn } from './support';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

const dataFolder = () => join(office.folder, 'office');

describe('a folder for copies that will not do', () => {
  /** By hand to a folder chosen now, and as the folder of the settings: both say why, and nothing is written anywhere. */
  const refused = async (folder: string, code: ErrorCode, words: string) => {
    const before = readdirSync(dataFolder(), { recursive: true }).sort();
    office.ports.next.folder = folder;
    for (const channel of ['backup.runTo', 'backup.folder.pick'] as const) {
      expect(await office.invoke(channel, {})).toMatchObject({
        ok: false,
        error: { code, message: expect.stringContaining(words) },
      });
    }
    expect(readdirSync(dataFolder(), { recursive: true }).sort()).toEqual(before);
    expect(office.faults).toEqual([]);
    await addEmployer(office, '照常办事厂');
  };

  it('lies among the files it is to save', async () => {
    await refused(dataFolder(), 'BAD_INPUT', '程序自己存放资料的文件夹');
    mkdirSync(join(dataFolder(), '我的备份'));
    await refused(join(dataFolder(), '我的备份'), 'BAD_INPUT', '程序自己存放资料的文件夹');
    // A link that leads there is no way round.
    const link = join(temporaryFolder(), '备份');
    symlinkSync(dataFolder(), link);
    await refused(link, 'BAD_INPUT', '程序自己存放资料的文件夹');
  });

  it('has a path too long for the names in it', async () => {
    let deep = temporaryFolder();
    while (Buffer.byteLength(deep) < 450) deep = join(deep, '二〇二六年度劳动法律监督');
    mkdirSync(deep, { recursive: true });
    await refused(deep, 'BAD_INPUT', '路径太长');
  });

  it('is not there', async () => {
    await refused(join(temporaryFolder(), '拔出的 U 盘'), 'FILE_UNWRITABLE', 'U 盘可能已拔出');
  });
});

describe('a folder named as people name them', () => {
  it('in Chinese, with spaces, quotes and signs, is written, found and restored from', async () => {
    await addEmployer(office, '云州纺织集团');
    const folder = join(temporaryFolder(), '劳动法律监督 备份（二〇二六年）', "王敏的 'U盘' #1 100%");
    mkdirSync(folder, { recursive: true });
    const { stamp } = await copyTo(office, folder);
    expect(setsOn(folder)).toEqual([stamp]);
    await addEmployer(office, '后来登记的厂');
    expect(await office.must('restore.pick', {})).toMatchObject({ sets: [{ stamp }], unreadable: 0 });
    expect(await office.must('restore.preview', { stamp })).toMatchObject({ problems: [] });
    const { loginName, password } = TEST_UNIT;
    await office.must('restore.commit', {
      stamp,
      secret: { kind: 'password', loginName, password },
      acceptsOtherUnit: false,
      acceptsMissingEvidence: false,
    });
    expect(await office.unlock()).toMatchObject({ ok: true });
    expect(employersOf(office)).toEqual(['云州纺织集团']);
  });

  it('that somebody renamed afterwards is named with the name to give it back', async () => {
    const stick = temporaryFolder();
    const { stamp, path } = await copyTo(office, stick);
    renameSync(path, join(path, '../年终备份'));
    expect(await office.invoke('restore.pick', {})).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND', message: expect.stringContaining(`把它改回“${stamp}”`) },
    });
  });
});

describe('the copy of the day, when its folder is not there', () => {
  it('is said on the home page until it succeeds, grows old, and hinders nobody', async () => {
    const stick = join(temporaryFolder(), 'U 盘');
    mkdirSync(stick);
    await chooseFolder(office, stick, { warnAfterDays: 3 });
    expect(await office.must('backup.run', { reason: 'daily' })).not.toBeNull();
    renameSync(stick, `${stick}-pulled`);
    for (const [day, level] of [
      ['2026-09-11', 'good'],
      ['2026-09-13', 'good'],
      ['2026-09-14', 'old'],
    ] as const) {
      office.clock.set(day);
      expect(await office.invoke('backup.run', { reason: 'daily' })).toMatchObject({ ok: false });
      expect(await office.must('backup.status', {})).toMatchObject({
        level,
        lastFailure: { reason: 'daily', message: expect.stringContaining('U 盘可能已拔出') },
      });
      await addEmployer(office, `${day}照常登记的厂`);
    }
    // Nothing was made where the stick is not.
    expect(existsSync(stick)).toBe(false);
    renameSync(`${stick}-pulled`, stick);
    expect(await office.must('backup.run', { reason: 'daily' })).not.toBeNull();
    expect(await office.must('backup.status', {})).toMatchObject({ level: 'good', lastFailure: null });
  });
});
