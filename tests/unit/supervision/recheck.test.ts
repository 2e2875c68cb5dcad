import type { FieldValues } from '@shared/domain/kernel/field';
import { offersFor } from '@shared/domain/supervision/case-actions';
import { describe, expect, it } from 'vitest';
import { decide, fieldsOf, reasonOf } from './decisions';
import { established, rows } from './follow-up';
import { event, inState } from './samples';
import { createWorld } from './world';

describe('recheck', () => {
  const GOOD: FieldValues = {
    mode: 'phone',
    items: rows('done'),
    conclusion: 'done',
    workersAsked: 1,
    vouchers: '凭证',
  };
  const c = inState('C14', { violations: established });

  it.each([
    ['a conclusion against the items', { items: rows('partly') }, 'conclusion'],
    ['nobody asked', { workersAsked: 0 }, 'workersAsked'],
    ['no vouchers', { vouchers: null }, 'vouchers'],
    ['one supervisor on site', { mode: 'onSite', supervisorB: null }, 'supervisorB'],
  ])('refuses %s', (_name, over, field) => {
    expect(fieldsOf(decide(c, 'recheck', { ...GOOD, ...over }))).toContain(field);
  });

  it('passes or fails', () => {
    const world = createWorld(c, { today: '2026-09-10' });
    world.act('recheck', {
      ...GOOD,
      conclusion: 'partly',
      items: [
        { item: '11', state: 'partly' },
        { item: '12', state: 'promised' },
      ],
    });
    expect(reasonOf(world, 'recheckPassed')).toContain('尚未改正');
    expect(offersFor(world.c(), world.ctx())[0]?.key).toBe('recheckFailed');
    world.act('recheckFailed', { reason: '未补发' });
    expect(world.c()).toMatchObject({
      state: 'C16',
      violations: [{ rectified: 'partly' }, { rectified: 'none' }],
    });

    const passed = createWorld(c, { today: '2026-09-10' });
    passed.act('recheck', GOOD);
    expect(reasonOf(passed, 'recheckFailed')).toBe('各项问题均已改正');
    passed.act('recheckPassed');
    expect(passed.c().state).toBe('C15');
    const all = { ...c, violations: [], events: [event('recheck', { conclusion: 'none' })] };
    expect(decide(all, 'recheckFailed', { reason: '无' })).toMatchObject({ ok: true });
  });
});
