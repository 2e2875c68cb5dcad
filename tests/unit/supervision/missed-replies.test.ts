import type { DeadlineData } from '@shared/domain/supervision/case-data';
import { missedReplies } from '@shared/domain/supervision/deadlines';
import { describe, expect, test } from 'vitest';
import { emptyCase } from '../../builders/supervision-case';

const clock = (id: number, values: Partial<DeadlineData>): DeadlineData => ({
  id,
  kind: 'reply',
  label: '答复',
  startOn: '2026-09-11',
  nominalOn: '2026-09-26',
  dueOn: '2026-09-28',
  status: 'running',
  metOn: null,
  documentId: id,
  ...values,
});

describe('an escalation ends the clocks of answers that never came', () => {
  test.each([
    ['overdue', clock(1, {}), ['deadline.meet 1']],
    ['overdue of no paper', clock(2, { documentId: null }), ['deadline.meet undefined']],
    ['still in time', clock(3, { dueOn: '2026-10-30' }), []],
    ['due today', clock(4, { dueOn: '2026-10-08' }), []],
    ['already answered', clock(5, { status: 'met' }), []],
    ['another clock', clock(6, { kind: 'investigation' }), []],
  ])('%s', (_name, deadline, expected) => {
    const effects = missedReplies({ ...emptyCase, deadlines: [deadline] }, '2026-10-08');
    expect(
      effects.map((effect) => `${effect.type} ${'documentId' in effect ? effect.documentId : undefined}`),
    ).toEqual(expected);
  });
});
