import type { Permission } from '../kernel/permissions';
import { WAITING_STATES } from './lifecycle-chain';

/** Whose desk a paper lies on: it decides who reads a paper that names the complainant on its way to the seal. */

/** Somebody of the office, with what that person may do today. */
export type DeskHolder = {
  readonly id: number;
  /** By own roles or by lent ones. */
  can(permission: Permission): boolean;
  /** Who has lent this person a role that holds the right. */
  lentBy(permission: Permission): readonly number[];
};

/** What is asked of whoever has a paper of this state; a draft is read by who may read of complainants at all. */
const DESK_RIGHTS: Readonly<Record<string, Permission>> = { D01: 'complainant.read', ...WAITING_STATES };

type LyingPaper = { readonly status: string; readonly assignedTo: number | null };

/**
 * Whether the paper waits for this person: named, with the right that is asked for, or standing in for the one named with
 * that right lent. Where nobody is named, or the one named is gone or has lost the right, for all who have it: else it
 * would wait for ever. A draft that came back waits for its drafter alone; after the seal a paper waits for nobody.
 */
export function isOnDesk(paper: LyingPaper, readerId: number, people: readonly DeskHolder[]): boolean {
  const right = DESK_RIGHTS[paper.status];
  const reader = people.find(({ id }) => id === readerId);
  if (right === undefined || !reader?.can(right)) return false;
  const { assignedTo } = paper;
  if (assignedTo !== null && (assignedTo === readerId || reader.lentBy(right).includes(assignedTo)))
    return true;
  if (paper.status === 'D01') return false;
  return people.find(({ id }) => id === assignedTo)?.can(right) !== true;
}
