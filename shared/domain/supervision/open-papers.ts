import type { CaseData, DocumentData } from './case-data';
import { draftsOf, employerLetters } from './letters';
import { isPaperKind, LETTERS_OF_DECISION, PAPER_LIFECYCLE, paperLabel } from './paper-kinds';

/** Often the step a case waits for is not one of the case: a paper has to be finished first. */

export type OpenPaper = {
  readonly documentId: number;
  /** 提示函：继续拟稿 */
  readonly label: string;
  /** The case waits for this one before anything else. */
  readonly isNext: boolean;
};

const STEPS = {
  D01: '继续拟稿、送审',
  D02: '法律审核',
  D03: '审批签发',
  D04: '用印',
  D05: '登记送达',
  D06: '登记送达',
  D08: '登记答复',
  D09: '评价答复',
} as const;

type WaitingPaper = DocumentData & { readonly status: keyof typeof STEPS };
const isWaiting = (document: DocumentData): document is WaitingPaper => document.status in STEPS;

/** Waits for the other side, not for us. */
const ELSEWHERE: readonly string[] = ['D08'];

const profileOf = (kind: string) => (isPaperKind(kind) ? PAPER_LIFECYCLE[kind] : 'record');
const isRecord = (document: DocumentData): boolean => profileOf(document.kind) === 'record';

function labelOf(document: WaitingPaper): string {
  const name = paperLabel(document.kind);
  if (isRecord(document)) return `${name}：核对定稿`;
  if (profileOf(document.kind) === 'publicLetter' && document.status === 'D05') return `${name}：登记发布`;
  return `${name}：${STEPS[document.status]}`;
}

const answerLabel = ({ kind, status }: DocumentData): string =>
  `${paperLabel(kind)}：${status === 'D08' ? '登记答复' : '登记补充答复'}`;

/** Letters on their way, then drafts that go out, then records; the newest first within each. */
const rank = (document: DocumentData): number =>
  document.status === 'D01' ? (isRecord(document) ? 2 : 1) : 0;

/** The closing hangs on its report, the archive on every record; elsewhere a record may follow when there is time. */
const holdsUp = (document: DocumentData, c: CaseData): boolean =>
  !isRecord(document) || c.state === 'C20' || (c.state === 'C15' && document.kind === 'closingReport');

/** States in which letters are out: the case waits for the answer, whatever else is still to be written up. */
const ANSWER_STATES: readonly string[] = ['C12', 'C16'];

/** The letter the employer has to answer; where more was asked for, the one that was answered last. */
function awaitedLetter(c: CaseData): DocumentData | undefined {
  const letters = employerLetters(c);
  const unanswered = letters.findLast((letter) => letter.status === 'D08');
  if (unanswered !== undefined || c.state !== 'C12') return unanswered;
  return letters.findLast((letter) => letter.status === 'D09' || letter.status === 'D10');
}

type Named = { readonly document: DocumentData; readonly label: string };

const named = (document: WaitingPaper): Named => ({ document, label: labelOf(document) });

/** @param waiting the open papers of the case in their order */
function nextPaper(c: CaseData, waiting: readonly WaitingPaper[]): Named | undefined {
  if (!ANSWER_STATES.includes(c.state)) {
    const first = waiting.find((document) => !ELSEWHERE.includes(document.status) && holdsUp(document, c));
    return first && named(first);
  }
  const unsent = draftsOf(c, LETTERS_OF_DECISION);
  const draft = waiting.find((document) => unsent.includes(document));
  if (draft !== undefined) return named(draft);
  const awaited = awaitedLetter(c);
  return awaited && { document: awaited, label: answerLabel(awaited) };
}

/** @param hasStep a step of the case itself is offered as the next one */
export function openPapers(c: CaseData, hasStep: boolean): readonly OpenPaper[] {
  const waiting = c.documents.filter(isWaiting).toSorted((a, b) => rank(a) - rank(b) || b.id - a.id);
  const next = hasStep ? undefined : nextPaper(c, waiting);
  const others = waiting.filter((document) => document !== next?.document).map(named);
  return [...(next ? [next] : []), ...others].map(({ document, label }) => ({
    documentId: document.id,
    label,
    isNext: document === next?.document,
  }));
}
