import { limitationsOf } from '@shared/domain/supervision/limitation';
import { describe, expect, it } from 'vitest';
import { caseData, catalogue, context, item, rulesWith } from './samples';

describe('limitation radar', () => {
  const radar = (basics: Record<string, string>, code = 'V13', ctx = context()) =>
    Object.fromEntries(
      limitationsOf(caseData({ basics, violations: [item({ code })] }), ctx).map((limit) => [
        limit.key,
        limit,
      ]),
    );

  it('counts one year of arbitration from the day of knowing', () => {
    expect(radar({ knewOn: '2025-10-01' }, 'V21').arbitration).toMatchObject({
      expiresOn: '2026-10-01',
      daysLeft: 21,
      isUrgent: true,
      note: '',
    });
    expect(radar({ knewOn: '2026-08-01' }, 'V21').arbitration).toMatchObject({
      daysLeft: 325,
      isUrgent: false,
    });
    expect(radar({ knewOn: '2025-01-01' }, 'V21').arbitration).toMatchObject({
      note: '已经届满，请核对是否有中断、中止情形',
      isUrgent: true,
    });
    expect(radar({}, 'V21').arbitration).toMatchObject({
      expiresOn: null,
      daysLeft: null,
      note: '请填写知道权利受侵害之日',
    });
  });

  it.each([
    ['2025-11-08', 59, true],
    ['2025-11-09', 60, true],
    ['2025-11-10', 61, false],
  ])('is urgent by its own rule: known on %s', (knewOn, daysLeft, isUrgent) => {
    expect(radar({ knewOn }, 'V21').arbitration).toMatchObject({ daysLeft, isUrgent });
    const none = context({ rules: rulesWith('zhejiang', { 'limitation.urgentDays': null }) });
    expect(radar({ knewOn }, 'V21', none).arbitration?.isUrgent).toBe(false);
  });

  it('leaves the one year from knowing out where all is about pay, not where something else is too', () => {
    expect(radar({ knewOn: '2025-10-01' }).arbitration).toBeUndefined();
    const mixed = caseData({
      basics: { knewOn: '2025-10-01' },
      violations: [item(), item({ id: 12, code: 'V21' })],
    });
    expect(limitationsOf(mixed, context()).map(({ key }) => key)).toEqual(
      expect.arrayContaining(['arbitration', 'arbitrationWage']),
    );
  });

  it('for pay starts when the employment ends', () => {
    expect(radar({}).arbitrationWage).toMatchObject({
      expiresOn: null,
      note: expect.stringContaining('终止后起算'),
    });
    expect(radar({ employmentEndedOn: '2026-08-31' }).arbitrationWage).toMatchObject({
      expiresOn: '2027-08-31',
      basis: expect.stringContaining('第二十七条第四款'),
    });
    expect(radar({}, 'V21').arbitrationWage).toBeUndefined();
  });

  it('of inspection from the end of the conduct, else estimated from its beginning', () => {
    expect(radar({ factsFrom: '2026-06-01', factsTo: '2026-08-31' }).inspection).toMatchObject({
      expiresOn: '2028-08-31',
      note: '',
    });
    expect(radar({ factsFrom: '2024-06-01' }).inspection).toMatchObject({
      expiresOn: '2026-06-01',
      note: expect.stringContaining('按事实起始日估算'),
    });
    expect(radar({}).inspection).toMatchObject({ expiresOn: null, note: '请填写事实起止时间' });
  });

  it('of an injury only where there is one; the nearest first', () => {
    expect(radar({}).injuryWorker).toBeUndefined();
    const both = radar({ injuryOn: '2026-09-01' });
    expect(both.injuryEmployer).toMatchObject({ expiresOn: '2026-10-01' });
    expect(both.injuryWorker).toMatchObject({ expiresOn: '2027-09-01' });
    expect(Object.keys(both)[0]).toBe('injuryEmployer');
  });

  it('leaves out what it has no rule for', () => {
    expect(
      radar({}, 'V13', context({ rules: rulesWith('zhejiang', { 'limitation.arbitration': null }) }))
        .arbitration,
    ).toBeUndefined();
    const list = { ...catalogue.options['limitation-notices'] };
    const items = [{ ...list.items[0]!, code: 'other' }];
    const ctx = context({
      catalogue: {
        ...catalogue,
        options: { ...catalogue.options, 'limitation-notices': { ...list, items } },
      },
    });
    expect(limitationsOf(caseData(), ctx)).toEqual([]);
  });
});
