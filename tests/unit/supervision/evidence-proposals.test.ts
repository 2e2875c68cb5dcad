import type { Field } from '@shared/domain/kernel/field';
import type { EvidenceData } from '@shared/domain/supervision/case-data';
import { describe, expect, it } from 'vitest';
import { withOptions } from '../../../electron/modules/supervision/supervision.forms';
import { catalogue } from './samples';

/** 影像编号: a form offers the pieces of the case, and takes anything else that is typed. */

const piece = (number: number, name: string, isRestricted = false): EvidenceData => ({
  number,
  name,
  kindLabel: '照片',
  form: 'photo',
  provider: '',
  obtainedOn: null,
  pageCount: 1,
  isPaged: true,
  isRestricted,
});
const asked = (maxLength?: number): Field => ({
  name: 'photoNo',
  label: '影像编号',
  kind: 'text',
  proposes: 'evidence',
  ...(maxLength === undefined ? {} : { maxLength }),
});
const optionsOf = (field: Field, evidence: readonly EvidenceData[]) =>
  withOptions([field], catalogue, evidence)[0]?.options;

describe('a proposal', () => {
  const long = '厂'.repeat(60);
  it.each([
    ['is number and name', piece(3, '送达照片'), 60, '证据3 送达照片', '证据3 送达照片'],
    ['just fits', piece(3, '厂'.repeat(56)), 60, `证据3 ${'厂'.repeat(56)}`, `证据3 ${'厂'.repeat(56)}`],
    ['is the number alone where the name would not fit', piece(3, long), 60, '证据3', `证据3 ${long}`],
    ['has room where the field sets no end', piece(12, long), undefined, `证据12 ${long}`, `证据12 ${long}`],
    [
      'is the number alone for what concerns the complainant',
      piece(4, '涉及反映人的材料', true),
      60,
      '证据4',
      '证据4 涉及反映人的材料',
    ],
  ])('%s', (_what, evidence, maxLength, value, label) => {
    expect(optionsOf(asked(maxLength), [evidence])).toEqual([{ value, label }]);
    // What is chosen can be saved.
    expect(value.length).toBeLessThanOrEqual(maxLength ?? 200);
  });

  it('comes for each piece in the order of the list, and none where the case has none', () => {
    const pieces = [piece(3, '丙'), piece(1, '甲'), piece(2, '乙')];
    expect(optionsOf(asked(60), pieces)?.map(({ value }) => value)).toEqual([
      '证据3 丙',
      '证据1 甲',
      '证据2 乙',
    ]);
    expect(optionsOf(asked(60), [])).toEqual([]);
  });

  it('comes into rows of a list too, and into no field that did not ask', () => {
    const rows: Field = { name: 'rows', label: '核查', kind: 'rows', of: [asked(60)] };
    const plain: Field = { name: 'place', label: '地点', kind: 'text' };
    const [inRows, other] = withOptions([rows, plain], catalogue, [piece(1, '甲')]);
    expect(inRows?.of?.[0]?.options).toHaveLength(1);
    expect(other?.options).toBeUndefined();
  });
});
