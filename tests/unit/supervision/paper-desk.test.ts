import { can, type Permission, ROLE_PERMISSIONS, ROLES, type Role } from '@shared/domain/kernel/permissions';
import { WAITING_STATES } from '@shared/domain/papers/lifecycle';
import { type DeskHolder, isOnDesk } from '@shared/domain/papers/lifecycle-desk';
import { describe, expect, it } from 'vitest';

/** Whose desk a paper lies on: who opens a paper that names the complainant on its way to the seal. */

const holder = (id: number, roles: readonly Role[], lent: readonly [number, Role][] = []): DeskHolder => ({
  id,
  can: (permission: Permission) => can([...roles, ...lent.map(([, role]) => role)], permission),
  lentBy: (permission: Permission) =>
    lent.filter(([, role]) => can([role], permission)).map(([giverId]) => giverId),
});

const CLERK = 1;
const CHEN = 2;
const ZHOU = 3;
const SIGNER = 4;
const ARCHIVIST = 5;
const OTHER_CLERK = 6;
const STAND_IN = 7;
const READER = 8;
const GONE = 99;

const people: readonly DeskHolder[] = [
  holder(CLERK, ['clerk']),
  holder(CHEN, ['reviewer']),
  holder(ZHOU, ['reviewer']),
  holder(SIGNER, ['signer']),
  holder(ARCHIVIST, ['archivist']),
  holder(OTHER_CLERK, ['clerk']),
  // 陈丽 is away and has lent her role of reviewer.
  holder(STAND_IN, ['reader'], [[CHEN, 'reviewer']]),
  holder(READER, ['reader', 'administrator']),
];

const ABLE_TO_SEAL = [CLERK, ARCHIVIST, OTHER_CLERK];

describe('the desk of a paper', () => {
  it.each([
    ['a draft given to nobody', 'D01', null, []],
    ['a draft that came back', 'D01', CLERK, [CLERK]],
    ['a draft whose drafter is gone', 'D01', GONE, []],
    ['a draft that came back to somebody who reads of no complainant', 'D01', ARCHIVIST, []],
    ['in review, with the one named and the stand-in', 'D02', CHEN, [CHEN, STAND_IN]],
    ['in review, with one who has lent nothing', 'D02', ZHOU, [ZHOU]],
    ['in review, with nobody named', 'D02', null, [CHEN, ZHOU, SIGNER, STAND_IN]],
    ['in review, with one who is gone', 'D02', GONE, [CHEN, ZHOU, SIGNER, STAND_IN]],
    ['in review, with one who has lost the right', 'D02', READER, [CHEN, ZHOU, SIGNER, STAND_IN]],
    // What was lent is the review, not the signature.
    ['to be signed, by somebody who cannot sign', 'D03', CHEN, [SIGNER]],
    ['to be signed', 'D03', SIGNER, [SIGNER]],
    ['to be sealed, by the archivist', 'D04', ARCHIVIST, [ARCHIVIST]],
    ['to be sealed, by the drafter', 'D04', CLERK, [CLERK]],
    ['to be sealed, by nobody named', 'D04', null, ABLE_TO_SEAL],
    ['sealed', 'D05', ARCHIVIST, []],
    ['finished', 'D11', CLERK, []],
  ] as const)('%s', (_, status, assignedTo, expected) => {
    const readers = people.filter(({ id }) => isOnDesk({ status, assignedTo }, id, people));
    expect(readers.map(({ id }) => id)).toEqual([...expected]);
  });

  it('is nobody’s who is no active account', () => {
    expect(isOnDesk({ status: 'D02', assignedTo: GONE }, GONE, people)).toBe(false);
  });

  it('opens before the signature to roles only that may read of complainants; the seal is the one exception', () => {
    const without = Object.values(WAITING_STATES).map((right) =>
      ROLES.filter(
        (role) =>
          ROLE_PERMISSIONS[role].includes(right) && !ROLE_PERMISSIONS[role].includes('complainant.read'),
      ),
    );
    expect(without).toEqual([[], [], ['archivist']]);
  });
});
