import { matchEntry, pastedEntries, withAll, without } from '@renderer/modules/supervision/batch/selection';
import { EMPTY_EMPLOYER, type EmployerRow } from '@shared/contract/employers';
import { describe, expect, it } from 'vitest';

const employer = (id: number, name: string, uscc = ''): EmployerRow => ({
  id,
  revision: 1,
  ...EMPTY_EMPLOYER,
  name,
  uscc,
  town: '城厢镇',
  caseCount: 0,
  updatedAt: '2026-09-10T00:00:00.000Z',
});

describe('employers of a batch', () => {
  it('reads a column pasted from Excel, blanks and doubles dropped', () => {
    expect(pastedEntries('甲公司\r\n\r\n 乙公司 \t91350524MA2B4C5D6E\n甲公司')).toEqual([
      '甲公司',
      '乙公司',
      '91350524MA2B4C5D6E',
    ]);
  });

  it('takes the whole name or the credit code only', () => {
    const rows = [
      employer(1, '安溪精工机械有限公司', '91350524MA2B4C5D6E'),
      employer(2, '安溪精工机械有限公司一分厂'),
    ];
    expect(matchEntry('安溪精工机械有限公司', rows)).toMatchObject({ kind: 'found', employer: { id: 1 } });
    expect(matchEntry('91350524ma2b4c5d6e', rows)).toMatchObject({ kind: 'found', employer: { id: 1 } });
    expect(matchEntry('安溪精工', rows)).toEqual({ kind: 'none', entry: '安溪精工' });
  });

  it('reads full-width and half-width brackets alike', () => {
    const rows = [employer(3, '福建建工（安溪）有限公司')];
    expect(matchEntry('福建建工(安溪)有限公司', rows)).toMatchObject({ kind: 'found', employer: { id: 3 } });
  });

  it('does not choose between employers of the same name', () => {
    const rows = [employer(4, '永兴茶厂'), employer(5, '永兴茶厂')];
    expect(matchEntry('永兴茶厂', rows)).toEqual({ kind: 'several', entry: '永兴茶厂', count: 2 });
  });

  it('adds and removes without touching the selection it was given', () => {
    const none = new Map();
    const two = withAll(none, [employer(1, '甲'), employer(2, '乙')]);
    expect([...two.keys()]).toEqual([1, 2]);
    expect([...without(two, [1]).keys()]).toEqual([2]);
    expect(none.size).toBe(0);
    expect(two.size).toBe(2);
  });
});
