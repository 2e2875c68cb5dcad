import { onePerCase } from '@renderer/platform/todo/one-per-case';
import type { TodoItem } from '@shared/contract/cases';
import { describe, expect, it } from 'vitest';

const item = (caseId: number | null, what: string, more: Partial<TodoItem> = {}): TodoItem => ({
  kind: 'deadline',
  caseId,
  documentId: null,
  title: '线索',
  party: '某单位',
  what,
  dueOn: '2026-09-10',
  daysLeft: -1,
  actionLabel: '去办理',
  ...more,
});

describe('lines of the to-do page', () => {
  it('are one a case, the first thing due, with the names of the others', () => {
    const lines = onePerCase([
      item(1, '转入受理审查'),
      item(2, '归档'),
      item(1, '受理审查'),
      item(1, '告知'),
    ]);
    expect(lines.map(({ caseId, what, others }) => [caseId, what, others])).toEqual([
      [1, '转入受理审查', ['受理审查', '告知']],
      [2, '归档', []],
    ]);
  });

  it('keep every paper to be signed, and what belongs to no case, apart', () => {
    const approval = { kind: 'approval' } as const;
    const lines = onePerCase([
      item(1, '提示函', { ...approval, documentId: 1 }),
      item(1, '意见书', { ...approval, documentId: 2 }),
      item(null, '换证', { kind: 'certificate' }),
      item(null, '换证', { kind: 'certificate' }),
    ]);
    expect(lines).toHaveLength(4);
    expect(lines.every(({ others }) => others.length === 0)).toBe(true);
  });
});
