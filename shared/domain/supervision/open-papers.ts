import { documentStatusLabel } from '../papers/lifecycle-state';
import type { CaseData, DocumentData } from './case-data';
import { isPaperKind, PAPER_LIFECYCLE, paperLabel } from './paper-kinds';

/** Often the step a case waits for is not one of the case: a paper has to be finished first. */

export type OpenPaper = {
  readonly documentId: number;
  /** 提示函：继续拟写 */
  readonly label: string;
  /** Nothing of the case can be done before it. */
  readonly isNext: boolean;
};

const STEPS: Readonly<Record<string, string>> = {
  D01: '继续拟写、送审',
  D02: '法律审核',
  D03: '审批签发',
  D04: '用印',
  D05: '登记送达',
  D06: '登记送达',
  D08: '登记答复',
  D09: '评价答复',
};

/** Waits for the other side, not for us. */
const ELSEWHERE: readonly string[] = ['D08'];

const profileOf = (kind: string) => (isPaperKind(kind) ? PAPER_LIFECYCLE[kind] : 'record');
const isRecord = (document: DocumentData): boolean => profileOf(document.kind) === 'record';

function labelOf(document: DocumentData): string {
  const name = paperLabel(document.kind);
  if (isRecord(document)) return `${name}：核对定稿`;
  if (profileOf(document.kind) === 'publicLetter' && document.status === 'D05') return `${name}：登记发布`;
  return `${name}：${STEPS[document.status] ?? documentStatusLabel(document, '')}`;
}

/** Letters on their way, then drafts that go out, then records; the newest first within each. */
const rank = (document: DocumentData): number =>
  document.status === 'D01' ? (isRecord(document) ? 2 : 1) : 0;

/** @param hasStep a step of the case itself is offered as the next one */
export function openPapers(c: CaseData, hasStep: boolean): readonly OpenPaper[] {
  const waiting = c.documents
    .filter((document) => document.status in STEPS)
    .toSorted((a, b) => rank(a) - rank(b) || b.id - a.id);
  const next = hasStep ? undefined : waiting.find((document) => !ELSEWHERE.includes(document.status));
  const ordered = next ? [next, ...waiting.filter((document) => document !== next)] : waiting;
  return ordered.map((document) => ({
    documentId: document.id,
    label: labelOf(document),
    isNext: document === next,
  }));
}
