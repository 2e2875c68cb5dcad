import { fieldAt, linesOf, lineText } from '@shared/domain/kernel/paper-lines';
import { textsOf } from '@shared/domain/papers/model';
import { describe, expect, it } from 'vitest';
import { paper, paragraph } from './sample-paper';

describe('lines of a paper', () => {
  const full = paper({
    documentNo: '安工劳监提〔2026〕1号',
    addressee: '安溪精工机械有限公司',
    blocks: [
      paragraph('正文', { text: '', field: 'x', isMissing: true }),
      { type: 'pageBreak' },
      {
        type: 'table',
        columns: [1, 2],
        headerRows: 1,
        rows: [{ cells: [{ lines: [[{ text: '单元' }], [{ text: '' }]], foot: '签名：' }, { lines: [] }] }],
      },
    ],
    attachments: ['问题清单'],
    signature: { issuer: '安溪县总工会', signedOn: null, hasSeal: true },
    remark: '联系人：王某',
    copiesTo: ['市总工会'],
    appendices: [{ title: '附件1', layout: 'plain', blocks: [paragraph('附文')] }],
  });

  it('are the texts of the model in the same order', () => {
    expect(linesOf(full).map(lineText)).toEqual(textsOf(full).map(({ text }) => text));
  });

  it('know the field at a place', () => {
    const [, , , , body] = linesOf(
      paper({ ...full, blocks: [paragraph('一', { text: '二三', field: 'f' })] }),
    );
    expect([0, 1, 2, 3].map((index) => fieldAt(body!, index))).toEqual([undefined, 'f', 'f', undefined]);
    expect(linesOf(full).find((line) => lineText(line) === '市总工会')?.runs[0]?.field).toBe('copiesTo');
  });
});
