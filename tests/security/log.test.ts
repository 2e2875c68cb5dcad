import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog, describeFault, readLogs } from '../../electron/app/log';
import { temporaryFolder } from '../builders/file';
import { createTestOffice, TEST_UNIT, type TestOffice } from '../builders/office';
import { COMPLAINANT, tellStory } from '../builders/story';

const NOW = new Date('2026-09-10T04:00:00.000Z');
const logIn = (folder: string) => createLog(folder, () => NOW);

describe('a fault in the log', () => {
  const fault = (stack: string, rest: object = {}) =>
    describeFault(Object.assign(new Error('x'), { stack }, rest));

  it('holds type, code and place, never the message: that may be data', () => {
    const error = Object.assign(new TypeError('张三 330000199005061234'), { code: 'SQLITE_CONSTRAINT' });
    const line = describeFault(error);
    expect(line).toContain('TypeError SQLITE_CONSTRAINT');
    expect(line).toContain('log.test.ts');
    expect(line).not.toContain('张三');
    expect(line).not.toContain('330000');
    expect(describeFault('张三')).toBe('unknown fault');
    expect(describeFault(null)).toBe('unknown fault');
  });

  it('names no folder: on an office machine it carries the name of its user', () => {
    expect(fault('Error: x\n    at save (C:\\Users\\张三\\AppData\\app.asar\\out\\main\\main.js:12:3)')).toBe(
      'Error save main.js:12:3',
    );
    expect(
      fault('Error: x\n    at async Object.save [as run] (file:///home/zhangsan/out/main/main.js:1:2)'),
    ).toBe('Error Object.save main.js:1:2');
    expect(fault('Error: x\n    at /home/zhangsan/a/b.mjs:3:4')).toBe('Error b.mjs:3:4');
    expect(fault('Error: x\n    at new Worker (node:internal/worker:1:1)')).toBe('Error');
  });

  it('takes no line of a message for a place', () => {
    for (const message of [
      '多行\n    at 张三 (李四)',
      'a\n    at 钱小满 13900000001',
      'a\n    at x (/home/钱小满/13900000001)',
    ])
      expect(describeFault(new Error(message))).not.toMatch(/张三|李四|钱小满|139/);
  });

  it('takes no code and no name that could be a text', () => {
    expect(fault('', { code: '钱小满' })).toBe('Error');
    expect(fault('', { code: 'ENOSPC', name: '钱 小满' })).toBe('Error ENOSPC');
  });
});

describe('the log files', () => {
  it('are bounded: the oldest go, the newest stay', () => {
    const folder = temporaryFolder();
    const log = logIn(folder);
    const line = 'x'.repeat(1900);
    for (let i = 0; i < 2000; i += 1) log(`${i} ${line}`);
    const files = readdirSync(folder).toSorted();
    expect(files).toEqual(['program.1.log', 'program.2.log', 'program.3.log', 'program.log']);
    for (const file of files) expect(statSync(join(folder, file)).size).toBeLessThan(520 * 1024);
    expect(readLogs(folder)[0]?.text).toContain('1999 x');
    expect(
      readLogs(folder)
        .map(({ text }) => text)
        .join(''),
    ).not.toMatch(/ 0 xxx/);
  });

  it('hold one line an entry, whatever is said', () => {
    const folder = temporaryFolder();
    logIn(folder)(`a\nb\r\nc ${'x'.repeat(100_000)}`);
    const text = readFileSync(join(folder, 'program.log'), 'utf8');
    expect(text.split('\n')).toHaveLength(2);
    expect(text.length).toBeLessThan(2100);
  });

  it('that cannot be written stop nothing', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'program.log'));
    expect(() => logIn(folder)('x')).not.toThrow();
  });
});

describe('the package to send', () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await createTestOffice();
    await tellStory(office);
  });
  afterAll(() => office.close());

  /** Everything in the file that somebody typed: names, numbers, addresses, facts, of people and of firms. */
  function typed(): string[] {
    const tables = office.sqlite
      .prepare(
        "select name from sqlite_master where type = 'table' and name in ('employer', 'person', 'supervisor', 'leader', 'account')",
      )
      .pluck()
      .all() as string[];
    const cells = tables
      .flatMap((table) => office.sqlite.prepare(`select * from ${table}`).raw().all() as unknown[][])
      .flat();
    const texts = cells.filter(
      (cell): cell is string => typeof cell === 'string' && /[一-鿿]{2}|\d{6}/.test(cell),
    );
    const { unitName, displayName, loginName, password, issuerCode } = TEST_UNIT;
    return [
      ...texts,
      COMPLAINANT.name,
      COMPLAINANT.idNumber,
      COMPLAINANT.phone,
      COMPLAINANT.address,
      unitName,
      displayName,
      loginName,
      password,
      issuerCode,
    ].filter((text) => !/^\d{4}-\d{2}-\d{2}/.test(text));
  }

  it('holds logs, versions and settings, and nothing anybody typed', async () => {
    const folder = temporaryFolder();
    const log = logIn(folder);
    for (const secret of typed()) {
      log(
        `employers.save ${describeFault(Object.assign(new TypeError(`${secret}\n    at ${secret} (${secret})`), { code: secret }))}`,
      );
    }
    office.ports.logs = readLogs(folder);
    const path = join(office.folder, '诊断包.zip');
    office.ports.next.save = path;
    expect(await office.must('diagnostics.export', {})).toEqual({ path });

    const files = unzipSync(new Uint8Array(readFileSync(path)));
    expect(Object.keys(files).toSorted()).toEqual(
      ['program.log', 'settings.json', 'versions.json', '说明.txt'].toSorted(),
    );
    expect(strFromU8(files['program.log'] ?? new Uint8Array())).toContain('employers.save TypeError');
    expect(JSON.parse(strFromU8(files['settings.json'] ?? new Uint8Array()))).toMatchObject({
      jurisdiction: 'zhejiang',
      rows: { employer: 3, person: 1 },
    });
    const everything = Object.values(files)
      .map((bytes) => strFromU8(bytes))
      .join('\n');
    expect(typed().length).toBeGreaterThan(20);
    expect(typed().filter((secret) => everything.includes(secret))).toEqual([]);
    const [last] = (await office.must('audit.list', { limit: 1 })).rows;
    expect(last).toMatchObject({ channel: 'diagnostics.export', nature: 'export', summary: '导出诊断包' });
  });

  it('is not written when nobody chose a place', async () => {
    office.ports.next.save = null;
    expect(await office.must('diagnostics.export', {})).toBeNull();
  });
});
