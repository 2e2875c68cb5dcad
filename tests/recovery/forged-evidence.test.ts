import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../builders/file';
import { createTestOffice, TEST_UNIT, type TestOffice } from '../builders/office';
import { dataFolder } from '../integration/accounts/support';
import { chooseFolder, copyTo, rootOn } from './support';

/** Whoever has the stick and no key can destroy what is on it, and never make the program take his bytes for the office's. */

const GENUINE = 'GENUINE-BYTES';
const FORGED = 'FORGED--BYTES';
const SEEN = `ab/ab${'1'.repeat(62)}`;
const OTHER = `cd/cd${'2'.repeat(62)}`;

let office: TestOffice;
let stick: string;
beforeEach(async () => {
  office = await createTestOffice();
  stick = temporaryFolder();
  for (const name of [SEEN, OTHER]) store(here(name), GENUINE);
  await chooseFolder(office, stick);
});
afterEach(() => office.close());

const here = (name: string) => join(dataFolder(office), 'evidence', name);
const onStick = (name: string) => join(rootOn(stick), 'evidence', name);
const textOf = (path: string) => readFileSync(path, 'utf8');
function store(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

let day = 10;
async function daily(): Promise<string> {
  day += 1;
  office.clock.set(`2026-09-${day}`);
  return (await office.must('backup.run', { reason: 'daily' }))?.stamp ?? '';
}

/** One file and what the manifest says of it; the seal cannot be made anew. */
function forge(stamp: string): void {
  writeFileSync(onStick(SEEN), FORGED);
  const path = join(rootOn(stick), stamp, 'manifest.json');
  const sha256 = createHash('sha256').update(FORGED).digest('hex');
  const manifest = JSON.parse(textOf(path)) as { evidence: { name: string }[] };
  const evidence = manifest.evidence.map((file) => (file.name === SEEN ? { ...file, sha256 } : file));
  writeFileSync(path, JSON.stringify({ ...manifest, evidence }));
}

const sealedHash = (stamp: string): string | undefined => {
  const path = join(rootOn(stick), stamp, 'manifest.json');
  const { evidence } = JSON.parse(textOf(path)) as { evidence: { name: string; sha256: string }[] };
  return evidence.find(({ name }) => name === SEEN)?.sha256;
};
const GENUINE_HASH = createHash('sha256').update(GENUINE).digest('hex');

async function restore(stamp: string, acceptsMissingEvidence = false) {
  office.ports.next.folder = stick;
  await office.must('restore.pick', {});
  const { loginName, password } = TEST_UNIT;
  const secret = { kind: 'password', loginName, password } as const;
  return office.invoke('restore.commit', { stamp, secret, acceptsOtherUnit: false, acceptsMissingEvidence });
}

describe('evidence changed on the stick, with its manifest', () => {
  it.each(['daily', 'by hand'])(
    'is not sealed by the next backup, %s, and the genuine takes its place',
    async (way) => {
      forge(await daily());
      const stamp = way === 'daily' ? await daily() : (await copyTo(office, stick)).stamp;
      expect(sealedHash(stamp)).toBe(GENUINE_HASH);
      expect(textOf(onStick(SEEN))).toBe(GENUINE);
      // What nobody can judge is kept, and no set counts it.
      const aside = readdirSync(dirname(onStick(SEEN))).filter((name) => name.includes('.differs-'));
      expect(aside.map((name) => textOf(join(dirname(onStick(SEEN)), name)))).toEqual([FORGED]);
      expect(await restore(stamp)).toMatchObject({ ok: true, value: { missingEvidence: [] } });
    },
  );

  it('nor where only an older genuine set still stands for it: its hash stays sealed, the file counts as missing', async () => {
    await daily();
    writeFileSync(onStick(SEEN), FORGED);
    const stamp = await daily();
    expect(sealedHash(stamp)).toBe(GENUINE_HASH);
    rmSync(here(SEEN));
    expect(await restore(stamp)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('1 个') },
    });
    // A backup by hand reads all of it and puts it right.
    store(here(SEEN), GENUINE);
    await copyTo(office, stick);
    expect(textOf(onStick(SEEN))).toBe(GENUINE);
  });

  it('nor is a file that was damaged here, where the stick still has it', async () => {
    await daily();
    writeFileSync(here(SEEN), FORGED);
    const { stamp } = await copyTo(office, stick);
    expect(sealedHash(stamp)).toBe(GENUINE_HASH);
    rmSync(onStick(SEEN));
    const next = await copyTo(office, stick);
    expect(sealedHash(next.stamp)).toBe(GENUINE_HASH);
    expect(readdirSync(dirname(onStick(SEEN)))).toEqual([]);
  });

  it('after the data key was changed what stands there is compared once and not copied again', async () => {
    await daily();
    await office.must('keys.rotate', { jobId: 'r', password: TEST_UNIT.password });
    const stamp = await daily();
    expect(sealedHash(stamp)).toBe(GENUINE_HASH);
    expect(readdirSync(dirname(onStick(SEEN)))).toHaveLength(1);
  });
});

describe('a restore', () => {
  it('that is refused for a missing attachment has not touched one file here', async () => {
    const stamp = await daily();
    rmSync(onStick(OTHER));
    rmSync(here(OTHER));
    writeFileSync(here(SEEN), FORGED);
    expect(await restore(stamp)).toMatchObject({ ok: false, error: { code: 'REFUSED' } });
    expect(textOf(here(SEEN))).toBe(FORGED);
    expect(readdirSync(dirname(here(SEEN)))).toHaveLength(1);
  });

  it('puts what differs here to what is kept of before, and never writes over it', async () => {
    const stamp = await daily();
    writeFileSync(here(SEEN), FORGED);
    const result = await restore(stamp);
    expect(result).toMatchObject({ ok: true, value: { missingEvidence: [] } });
    expect(textOf(here(SEEN))).toBe(GENUINE);
    const keptIn = result.ok ? result.value.keptIn : '';
    expect(textOf(join(keptIn, 'evidence', SEEN))).toBe(FORGED);
    expect(readdirSync(dirname(here(SEEN)))).toHaveLength(1);
  });
});
