import { EMPTY_EMPLOYER, EVERY_EMPLOYER } from '@shared/contract/employers';
import { afterEach, describe, expect, it } from 'vitest';
import { createTestOffice, type TestOffice } from '../../builders/office';
import { tellStory } from '../../builders/story';

let office: TestOffice;

afterEach(() => office.close());

const state = async () => (await office.must('session.status', {})).state;
const newEmployer = (name: string) => ({ id: null, revision: 0, employer: { ...EMPTY_EMPLOYER, name } });

describe('locking', () => {
  it('takes the key out of memory; what is asked afterwards is LOCKED', async () => {
    office = await createTestOffice();
    const { session } = office;
    expect(session.dataKey.some((byte) => byte !== 0)).toBe(true);
    await office.lock();
    expect(session.dataKey.every((byte) => byte === 0)).toBe(true);
    expect(session.sqlite.open).toBe(false);
    expect(await office.raw('employers.towns', {})).toMatchObject({ ok: false, error: { code: 'LOCKED' } });
  });

  it('lets the command before it finish and refuses the one behind it', async () => {
    office = await createTestOffice();
    const [before, , behind] = await Promise.all([
      office.raw('employers.save', newEmployer('先保存的厂')),
      office.raw('session.lock', {}),
      office.raw('employers.save', newEmployer('后保存的厂')),
    ]);
    expect(before).toMatchObject({ ok: true });
    expect(behind).toMatchObject({ ok: false, error: { code: 'LOCKED' } });
    await office.unlock();
    const page = {
      offset: 0,
      limit: 50,
      ...EVERY_EMPLOYER,
    } as const;
    expect((await office.must('employers.list', page)).rows.map((row) => row.name)).toEqual(['先保存的厂']);
  });

  it('a query under way is answered or LOCKED, never a fault', async () => {
    office = await createTestOffice();
    await tellStory(office);
    const questions = Array.from({ length: 20 }, () => office.raw('catalogue.violations', {}));
    const [, ...answers] = await Promise.all([office.raw('session.lock', {}), ...questions]);
    for (const answer of answers)
      expect(answer.ok || answer.error.code).toSatisfy((verdict) => verdict === true || verdict === 'LOCKED');
    expect(office.faults).toEqual([]);
  });

  it('twice is quiet', async () => {
    office = await createTestOffice();
    await office.lock();
    await office.lock();
    expect(await state()).toBe('locked');
  });
});
