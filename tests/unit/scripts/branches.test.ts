import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { branchesOf } from '../../../scripts/lib/branches.mjs';

const file = join(resolve(import.meta.dirname, '../../..'), 'shared', 'domain', 'kernel', 'money.ts');
const at = (line: number) => ({ start: { line, column: 0 }, end: { line, column: 9 } });

it('the line of every branch that was not taken is named, that of a missing else as well', () => {
  const branchMap = {
    0: { type: 'cond-expr', loc: at(3), locations: [at(4), at(5)] },
    1: { type: 'if', loc: at(7), locations: [at(7), { start: {}, end: {} }] },
    2: { type: 'binary-expr', loc: at(9), locations: [at(9), at(9)] },
  };
  const report = { [file]: { b: { 0: [2, 0], 1: [1, 0], 2: [1, 1] }, branchMap } };
  expect(branchesOf(report)).toEqual({
    total: 6,
    missed: ['shared/domain/kernel/money.ts:5 cond-expr', 'shared/domain/kernel/money.ts:7 if'],
  });
});
