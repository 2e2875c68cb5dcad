import { documentStatusLabel } from '@shared/domain/papers/lifecycle';
import type { DocumentData } from '@shared/domain/supervision/case-data';
import { openPapers } from '@shared/domain/supervision/open-papers';
import { recordedOn } from '@shared/domain/supervision/record-day';
import { describe, expect, it } from 'vitest';
import { documentData, inState } from './samples';

const papers = (...documents: Partial<DocumentData>[]) =>
  inState('C11', { documents: documents.map((over, index) => documentData({ id: index + 1, ...over })) });

const labels = (...documents: Partial<DocumentData>[]) =>
  openPapers(papers(...documents), false).map(({ label, isNext }) => `${isNext ? '*' : ''}${label}`);

describe('papers a case waits for', () => {
  it.each([
    ['D01', '*提示函：继续拟写、送审'],
    ['D02', '*提示函：法律审核'],
    ['D03', '*提示函：审批签发'],
    ['D04', '*提示函：用印'],
    ['D05', '*提示函：登记送达'],
    ['D06', '*提示函：登记送达'],
    ['D08', '提示函：登记答复'],
    ['D09', '*提示函：评价答复'],
  ])('in %s', (status, label) => {
    expect(labels({ status })).toEqual([label]);
  });

  it('end with the paper', () => {
    expect(labels({ status: 'D07' }, { status: 'D10' }, { status: 'D11' }, { status: 'D99' })).toEqual([]);
  });

  it('stand in the order in which they hold the case up', () => {
    expect(
      labels(
        { kind: 'evidenceList', status: 'D01' },
        { kind: 'opinionLetter', status: 'D01' },
        { status: 'D08' },
        { kind: 'publicReminder', status: 'D05' },
      ),
    ).toEqual([
      '*公开提示函：登记发布',
      '提示函：登记答复',
      '意见书：继续拟写、送审',
      '证据登记表：核对定稿',
    ]);
  });

  it('are no first step where the case has one of its own', () => {
    expect(openPapers(papers({ status: 'D04' }), true)).toEqual([
      { documentId: 1, label: '提示函：用印', isNext: false },
    ]);
  });
});

describe('a record', () => {
  it('is never signed in words', () => {
    const label = (status: string) => documentStatusLabel(documentData({ status }), '2026-09-10', 'record');
    expect(['D01', 'D11', 'D99'].map(label)).toEqual(['拟稿中', '已定稿', '作废']);
  });

  it('is dated by what it tells of', () => {
    const told = documentData({ values: { investigatedOn: '2026-09-07' } });
    expect(recordedOn(told, '2026-09-10')).toBe('2026-09-07');
    expect(recordedOn(documentData({ values: {} }), '2026-09-10')).toBe('2026-09-10');
  });
});
