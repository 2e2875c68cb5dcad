import { auditHeadText, logTroubles, shortHash } from '@shared/domain/kernel/audit-head';
import { entityLabel, hasEntityLabel } from '@shared/domain/kernel/audit-labels';
import { describe, expect, it } from 'vitest';

describe('the head of the log as printed', () => {
  const hash = '0123456789abcdef'.repeat(4);
  it('stands in groups of four that can be read aloud', () => {
    expect(shortHash(hash)).toBe('0123-4567-89AB-CDEF');
  });

  it('names the row it belongs to', () => {
    expect(auditHeadText({ seq: 1204, hash })).toBe('操作日志第 1,204 条，校验值 0123-4567-89AB-CDEF');
  });

  it('differs as soon as one of its sixteen signs differs', () => {
    const others = Array.from(
      { length: 16 },
      (_, i) => `${hash.slice(0, i)}${hash[i] === 'f' ? '0' : 'f'}${hash.slice(i + 1)}`,
    );
    expect(new Set([hash, ...others].map(shortHash)).size).toBe(17);
  });
});

describe('what a check of the log found', () => {
  const whole = { brokenAt: null, missingTriggers: [], lostHead: null };

  it.each([
    ['nothing', whole, []],
    ['a row that does not fit', { ...whole, brokenAt: 7 }, [/第 7 条起与校验值不符/]],
    ['a guard that is gone', { ...whole, missingTriggers: ['audit_no_update'] }, [/保护被移除/]],
    ['an end that is cut off', { ...whole, lostHead: { seq: 12, hash: 'ab' } }, [/到过第 12 条/]],
    [
      'all of it',
      { brokenAt: 1, missingTriggers: ['audit_no_delete'], lostHead: { seq: 2, hash: '' } },
      [/第 1 条起/, /保护被移除/, /到过第 2 条/],
    ],
  ])('%s is told', (_, found, told) => {
    expect(logTroubles(found)).toEqual(told.map((words) => expect.stringMatching(words)));
  });
});

it('the log names kinds of objects in words, and shows none by its code', () => {
  expect(entityLabel('evidence')).toBe('证据材料');
  expect(entityLabel('spaceship')).toBe('其他');
  expect([hasEntityLabel('evidence'), hasEntityLabel('spaceship')]).toEqual([true, false]);
});
