import type { TodoItem } from '@shared/contract/cases';

export type TodoLine = TodoItem & {
  /** What else of the same case stands in the same list. */
  readonly others: readonly string[];
};

/** One line a case, the first thing due: a late clue is one thing to do, not three. Papers to sign stay one by one. */
export function onePerCase(items: readonly TodoItem[]): readonly TodoLine[] {
  const isOne = (a: TodoItem, b: TodoItem) =>
    a === b || (a.kind === 'deadline' && b.kind === 'deadline' && a.caseId !== null && a.caseId === b.caseId);
  return items
    .filter((item, at) => items.findIndex((other) => isOne(other, item)) === at)
    .map((item) => ({
      ...item,
      others: items.filter((other) => other !== item && isOne(other, item)).map(({ what }) => what),
    }));
}
