import { cites } from '@shared/domain/evidence/citation';
import { expect, it } from 'vitest';

it.each([
  ['证据3', [3]],
  ['见证据 3 送达照片', [3]],
  ['证据30', [30]],
  ['证据3、5', [3, 5]],
  ['证据3、证据12', [3, 12]],
  ['证据2至4', [2, 3, 4]],
  ['证据2-证据4', [2, 3, 4]],
  ['证据1，3和5', [1, 3, 5]],
  ['证据3、5月工资表', [3]],
  ['证据3，2026年取得', [3]],
  ['{"note":"证据7"}', [7]],
  ['证据材料', []],
  ['凭证3', []],
  ['证据登记表第3页', []],
])('%s cites %j', (text, numbers) => {
  const all = Array.from({ length: 40 }, (_, i) => i + 1);
  expect(all.filter((number) => cites(text, number))).toEqual(numbers);
});
