import { rowKey, withCell } from '@renderer/case-kit/field-form/row-keys';
import { describe, expect, it } from 'vitest';

describe('keys of the rows of a table', () => {
  it('tell two rows apart that say the same', () => {
    expect(rowKey({ name: null })).not.toBe(rowKey({ name: null }));
  });

  it('stay while a row is typed in, and with the rows below one that is removed', () => {
    const rows = [{ name: '甲' }, { name: '乙' }, { name: '丙' }];
    const keys = rows.map(rowKey);
    const typed = rows.map((row) => (row.name === '丙' ? withCell(row, 'name', '丙某') : row));
    const left = typed.filter((_, at) => at !== 1);
    expect(left).toEqual([{ name: '甲' }, { name: '丙某' }]);
    expect(left.map(rowKey)).toEqual([keys[0], keys[2]]);
  });
});
