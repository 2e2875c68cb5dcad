import { documentStatusLabel } from '@shared/domain/papers/lifecycle';
import { offersFor } from '@shared/domain/supervision/case-actions';
import type { DocumentData } from '@shared/domain/supervision/case-data';
import { CASE_STATE_CODES, type CaseState } from '@shared/domain/supervision/case-state';
import { openPapers } from '@shared/domain/supervision/open-papers';
import { recordedOn } from '@shared/domain/supervision/record-day';
import { describe, expect, it } from 'vitest';
import { context, documentData, inState } from './samples';

const papers = (...documents: Partial<DocumentData>[]) =>
  inState('C11', { documents: documents.map((over, index) => documentData({ id: index + 1, ...over })) });

const labels = (...documents: Partial<DocumentData>[]) =>
  openPapers(papers(...documents), false).map(({ label, isNext }) => `${isNext ? '*' : ''}${label}`);

describe('papers a case waits for', () => {
  it.each([
    ['D01', '*提示函：继续拟稿、送审'],
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
      '意见书：继续拟稿、送审',
      '证据登记表：核对定稿',
    ]);
  });

  it('of a kind that another version knew are finished as records are', () => {
    expect(labels({ kind: 'spaceship', status: 'D01' })).toEqual(['spaceship：核对定稿']);
  });

  it('are no first step where the case has one of its own', () => {
    expect(openPapers(papers({ status: 'D04' }), true)).toEqual([
      { documentId: 1, label: '提示函：用印', isNext: false },
    ]);
  });
});

describe('the first button of a case whose letter is out', () => {
  const letter = documentData({
    status: 'D08',
    signedOn: '2026-09-01',
    servedOn: '2026-09-02',
    serviceOutcome: 'served',
    dueOn: '2026-09-17',
  });
  const proof = documentData({ id: 102, kind: 'proofOfService', basedOnId: letter.id });
  const notice = documentData({ id: 103, kind: 'acceptanceNotice', status: 'D05' });
  const opinion = documentData({ id: 104, kind: 'opinionLetter', status: 'D03' });
  const report = documentData({ id: 105, kind: 'closingReport' });
  const told = documentData({ id: 106, kind: 'resultNotice', status: 'D07', serviceOutcome: 'served' });

  const first = (
    state: CaseState,
    documents: readonly DocumentData[],
    over: Parameters<typeof context>[0] = {},
  ): string => {
    const c = inState(state, { documents });
    const step = offersFor(c, context(over)).find(({ isPrimary, isEnabled }) => isPrimary && isEnabled);
    return step?.label ?? openPapers(c, step !== undefined).find(({ isNext }) => isNext)?.label ?? '';
  };

  it('is the step of the state, and the answer where the case waits for it', () => {
    expect(
      Object.fromEntries(CASE_STATE_CODES.map((state) => [state, first(state, [letter, proof])])),
    ).toEqual({
      C01: '登记线索',
      C02: '开始受理审查',
      C03: '受理（立案）',
      C04: '',
      C05: '接回办理',
      C06: '听取意见、组织协商',
      C07: '登记沟通协商',
      C08: '登记调查',
      C09: '审议处理意见',
      C10: '向反映人说明',
      C11: '',
      C12: '提示函：登记答复',
      C13: '登记改正情况',
      C14: '登记复查（回访）',
      C15: '',
      C16: '开展调查',
      C17: '登记部门处理结果',
      C18: '登记外部程序进展',
      C19: '上级答复，继续办理',
      C20: '向反映人反馈结果',
      C21: '',
      C90: '恢复办理',
      C91: '提请结案',
    });
  });

  it.each<[string, CaseState, readonly DocumentData[], string]>([
    ['a notice whose service nobody registered', 'C12', [letter, proof, notice], '提示函：登记答复'],
    ['a second letter that is not out yet', 'C12', [letter, proof, opinion], '意见书：审批签发'],
    ['an answer that came', 'C13', [{ ...letter, status: 'D09' }, proof], '提示函：评价答复'],
    ['an answer that was weighed', 'C13', [{ ...letter, status: 'D10' }, proof], '登记改正情况'],
    ['a supplement that was asked for', 'C12', [{ ...letter, status: 'D10' }, proof], '提示函：登记补充答复'],
    ['a supplement asked for at once', 'C12', [{ ...letter, status: 'D09' }, proof], '提示函：登记补充答复'],
    ['a refusal without an investigation', 'C16', [{ ...letter, status: 'D07' }, proof], '开展调查'],
    ['a dossier to be archived', 'C20', [letter, proof, told], '送达回证：核对定稿'],
    ['a report on which the closing hangs', 'C15', [letter, proof, report], '结案报告：核对定稿'],
  ])('%s', (_name, state, documents, label) => {
    expect(first(state, documents)).toBe(label);
  });

  it.each<CaseState>(['C03', 'C09', 'C90'])('is no record where somebody else decides: %s', (state) => {
    expect(first(state, [letter, proof], { can: (right) => right !== 'case.approve' })).toBe('');
  });
});

describe('a record', () => {
  it('is never signed in words', () => {
    const label = (status: string) => documentStatusLabel(documentData({ status }), '2026-09-10', 'record');
    expect(['D01', 'D11', 'D99'].map(label)).toEqual(['拟稿', '已定稿', '作废']);
  });

  it('is dated by what it tells of', () => {
    const told = documentData({ values: { investigatedOn: '2026-09-07' } });
    expect(recordedOn(told, '2026-09-10')).toBe('2026-09-07');
    expect(recordedOn(documentData({ values: {} }), '2026-09-10')).toBe('2026-09-10');
  });
});
