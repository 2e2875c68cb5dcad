import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EMPTY_EMPLOYER } from '@shared/contract/employers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../electron/db/open';
import { temporaryFolder } from '../builders/file';
import { createTestOffice, TEST_UNIT, type TestOffice } from '../builders/office';
import { keysPath, keysText } from '../integration/accounts/support';
import { asOrdinaryUser } from '../integration/db/support/ordinary-user';

let office: TestOffice;
let stick: string;
beforeEach(async () => {
  office = await createTestOffice();
  stick = temporaryFolder();
});
afterEach(() => office.close());

const root = () => join(stick, '工会案管备份');
const sets = () => readdirSync(root()).filter((name) => /^\d/.test(name));
const addEmployer = (name: string) =>
  office.must('employers.save', { id: null, revision: 0, employer: { ...EMPTY_EMPLOYER, name } });
const choose = async (settings = {}) => {
  const { revision } = await office.must('backup.settings.get', {});
  await office.must('backup.settings.save', { revision, settings: { folder: stick, ...settings } });
};
const byHand = async () => {
  const made = await office.must('backup.run', { reason: 'hand' });
  if (!made) throw new Error('nothing was made');
  return made;
};
const addEvidence = (name: string, content: string) => {
  const folder = join(office.folder, 'office/evidence', name.slice(0, 2));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), content);
};
const status = () => office.must('backup.status', {});

describe('a backup', () => {
  it('holds database, keys, manifest and evidence, opens under the same key and equals the file', async () => {
    await choose();
    await addEmployer('云州纺织集团');
    addEvidence('ab12', '证据一');
    const made = await byHand();
    expect(made).toMatchObject({ path: join(root(), made.stamp), evidenceCount: 1, droppedCount: 0 });
    expect(readdirSync(made.path).sort()).toEqual(['casework.db', 'keys.json', 'manifest.json']);
    expect(readFileSync(join(root(), 'evidence/ab/ab12'), 'utf8')).toBe('证据一');
    const copy = openDatabase(join(made.path, 'casework.db'), office.session.dataKey, { readonly: true });
    expect(copy.prepare('select name from employer').pluck().all()).toEqual(['云州纺织集团']);
    copy.close();
    const manifest = JSON.parse(readFileSync(join(made.path, 'manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({
      product: 'union-casework',
      unitName: TEST_UNIT.unitName,
      reason: 'hand',
      rowCounts: { employer: 1 },
      evidence: [{ name: 'ab/ab12', bytes: Buffer.byteLength('证据一') }],
    });
    expect(readFileSync(join(made.path, 'casework.db')).includes('云州纺织集团')).toBe(false);
    expect(await status()).toMatchObject({ level: 'good', days: 0, lastFailure: null });
    expect(readdirSync(root()).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('by itself comes once a day, and at close only when something was written', async () => {
    expect(await office.must('backup.run', { reason: 'daily' })).toBeNull();
    await choose();
    expect(await office.must('backup.run', { reason: 'daily' })).not.toBeNull();
    expect(await office.must('backup.run', { reason: 'daily' })).toBeNull();
    expect(await office.must('backup.run', { reason: 'close' })).toBeNull();
    await addEmployer('云州建材厂');
    expect(await office.must('backup.run', { reason: 'close' })).not.toBeNull();
    office.clock.set('2026-09-11');
    expect(await office.must('backup.run', { reason: 'daily' })).not.toBeNull();
    await choose({ isDaily: false, isAtClose: false });
    office.clock.set('2026-09-12');
    await addEmployer('云州印染厂');
    expect(await office.must('backup.run', { reason: 'daily' })).toBeNull();
    expect(await office.must('backup.run', { reason: 'close' })).toBeNull();
  });

  it('grows old on the home page', async () => {
    expect(await status()).toMatchObject({ level: 'none', hasFolder: false });
    await choose({ warnAfterDays: 2 });
    await byHand();
    office.clock.set('2026-09-12');
    expect(await status()).toMatchObject({ level: 'good', days: 2 });
    office.clock.set('2026-09-13');
    expect(await status()).toMatchObject({ level: 'old', days: 3, warnAfterDays: 2 });
  });

  it('to a folder chosen now needs no setting', async () => {
    office.ports.next.folder = null;
    expect(await office.must('backup.runTo', {})).toBeNull();
    office.ports.next.folder = stick;
    expect(await office.must('backup.runTo', {})).toMatchObject({ path: expect.stringContaining(stick) });
    expect(await office.invoke('backup.run', { reason: 'hand' })).toMatchObject({
      ok: false,
      error: { code: 'REFUSED' },
    });
  });

  it('is recorded in the audit log', async () => {
    await choose();
    const { stamp } = await byHand();
    const [last] = (await office.must('audit.list', { text: '', limit: 1 })).rows;
    expect(last).toMatchObject({ channel: 'backup.run', summary: `手动备份完成，${stamp}` });
    expect(await office.must('backup.runs', {})).toMatchObject([{ outcome: 'good', stamp }]);
  });
});

describe('what keeps a backup from being made is said, the warning stays, and work goes on:', () => {
  const refused = async (code: string, word: string) => {
    const before = existsSync(root()) ? sets() : [];
    expect(await office.invoke('backup.run', { reason: 'hand' })).toMatchObject({
      ok: false,
      error: { code, message: expect.stringContaining(word) },
    });
    if (existsSync(root())) {
      expect(sets()).toEqual(before);
      expect(readdirSync(root()).filter((name) => name.startsWith('.'))).toEqual([]);
    }
    expect(await status()).toMatchObject({ lastFailure: { outcome: 'failed' } });
    await addEmployer(`照常办事${code}厂`);
    expect(office.faults).toEqual([]);
  };

  it.each([
    ['damaged', () => 'garbage'],
    ['another office’s', foreignKeys],
    ['of a file of another name', () => keysText(office).replace('"casework.db"', '"casework-alt.db"')],
    ['with a slot slipped in', () => withSlotOf(keysText(office))],
  ])('keys that open nothing at restoring: %s', async (_, spoilt) => {
    await choose();
    await byHand();
    const genuine = keysText(office);
    writeFileSync(keysPath(office), await spoilt());
    expect(await office.must('damage.check', {})).toMatchObject({ problems: [], doKeysFit: false });
    await refused('FILE_UNREADABLE', 'keys.json');
    writeFileSync(keysPath(office), genuine);
    expect(await office.must('damage.check', {})).toMatchObject({ doKeysFit: true });
    office.clock.set('2026-09-11');
    await byHand();
  });

  it('a stick that is gone', async () => {
    await choose();
    rmSync(stick, { recursive: true });
    await refused('FILE_UNWRITABLE', 'U 盘可能已拔出');
  });

  it('a folder that may only be read', async () => {
    await choose();
    await byHand();
    chmodSync(root(), 0o555);
    chmodSync(join(office.folder, 'office'), 0o777);
    for (const file of readdirSync(join(office.folder, 'office')))
      chmodSync(join(office.folder, 'office', file), 0o666);
    chmodSync(office.folder, 0o755);
    await asOrdinaryUser(async () => {
      expect(await office.invoke('backup.run', { reason: 'hand' })).toMatchObject({
        ok: false,
        error: { code: 'FILE_UNWRITABLE', message: expect.stringContaining('写入权限') },
      });
    });
    chmodSync(root(), 0o755);
    expect(sets()).toHaveLength(1);
    expect(await status()).toMatchObject({ level: 'good', lastFailure: { outcome: 'failed' } });
    process.stdout.write('read-only folder: refused with the reason, 1 earlier set of 1 there, 0 half\n');
    await addEmployer('照常办事厂');
  });

  it('a damaged source: the sets that were there stay', async () => {
    await choose({ keepDaily: 1, keepWeekly: 0, keepMonthly: 0 });
    for (let i = 0; i < 200; i += 1) await addEmployer(`云州第${i}厂`);
    await byHand();
    office.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    const path = office.session.databasePath;
    const bytes = readFileSync(path);
    bytes.fill(0x55, bytes.length - 4096 * 3 + 100, bytes.length - 4096 * 3 + 200);
    writeFileSync(path, bytes);
    office.sqlite.pragma('shrink_memory');
    expect(await office.invoke('backup.run', { reason: 'hand' })).toMatchObject({
      ok: false,
      error: { code: 'DATABASE_DAMAGED' },
    });
    expect(sets()).toHaveLength(1);
  });
});

async function foreignKeys(): Promise<string> {
  const other = await createTestOffice();
  await other.close();
  return keysText(other);
}

/** Its own first slot once more, under another name. */
function withSlotOf(text: string): string {
  const vault = JSON.parse(text) as { slots: { owner: string }[] };
  const [slot] = vault.slots;
  return JSON.stringify({ ...vault, slots: [...vault.slots, { ...slot, owner: 'lijun' }] });
}

describe('rotation', { timeout: 120_000 }, () => {
  it('keeps what the rule keeps, and a stranger’s files survive 100 of them', async () => {
    await choose({ keepDaily: 3, keepWeekly: 2, keepMonthly: 2 });
    addEvidence('ab12', '证据一');
    await byHand();
    const strangers = [
      join(stick, '家庭照片.jpg'),
      join(root(), '说明.txt'),
      join(root(), '2020-01-01_000000', 'casework.db'),
      join(root(), sets()[0] ?? '', '我的笔记.txt'),
      join(root(), 'evidence', 'cd', 'fremd'),
    ];
    for (const file of strangers) {
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, '别人的');
    }
    const day = new Date(2026, 8, 11);
    for (let round = 0; round < 100; round += 1) {
      const at = new Date(day.getTime() + round * 86_400_000);
      const text = `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;
      office.clock.set(text);
      await byHand();
    }
    for (const file of strangers) expect(readFileSync(file, 'utf8')).toBe('别人的');
    const whole = sets().filter((name) => existsSync(join(root(), name, 'manifest.json')));
    // 100 days from 2026-09-11 on: three days, one earlier Sunday, one earlier end of month.
    expect(whole.map((name) => name.slice(0, 10))).toEqual([
      '2026-11-30',
      '2026-12-13',
      '2026-12-17',
      '2026-12-18',
      '2026-12-19',
    ]);
    expect(existsSync(join(root(), 'evidence/ab/ab12'))).toBe(true);
  });
});
