import { type CivilDate, formatChinese } from '../kernel/civil-date';
import { isIssued } from '../papers/lifecycle-state';
import type { CaseData, CaseEvent, DocumentData } from './case-data';
import { type EmployerLetter, isEmployerLetter } from './paper-kinds';

/** Questions about the letters of a case. */

/** Letters to the employer that are out in the world, in order of their signature. */
export function employerLetters(c: CaseData, kind?: EmployerLetter): readonly DocumentData[] {
  return c.documents
    .filter((document) => isEmployerLetter(document.kind) && isIssued(document.status))
    .filter((document) => kind === undefined || document.kind === kind)
    .toSorted((a, b) => String(a.signedOn).localeCompare(String(b.signedOn)) || a.id - b.id);
}

/** Served or refused: the employer knows of it. */
export const hasReached = (document: DocumentData): boolean =>
  document.serviceOutcome === 'served' || isRefused(document);

/** 拒收, left in place or not. */
export const isRefused = (document: DocumentData): boolean =>
  document.serviceOutcome === 'refused' || document.serviceOutcome === 'left';

/** Served, its last day gone, and no formal answer. */
export const isOverdue = (document: DocumentData, today: CivilDate): boolean =>
  document.status === 'D08' && document.dueOn !== null && document.dueOn < today;

/** Served and still in time. */
export const isPending = (document: DocumentData, today: CivilDate): boolean =>
  document.status === 'D08' && !isOverdue(document, today);

/** Answered after its last day, or not at all although that day is gone. */
export const missedItsDay = (document: DocumentData, today: CivilDate): boolean =>
  document.dueOn !== null && (document.repliedOn ?? today) > document.dueOn && hasReached(document);

/** Papers of the case not yet out and not withdrawn. */
export function draftsOf(c: CaseData, kinds: readonly string[]): readonly DocumentData[] {
  return c.documents.filter(
    (document) =>
      kinds.includes(document.kind) && ['D01', 'D02', 'D03', 'D04', 'D05', 'D06'].includes(document.status),
  );
}

/** The paper of this kind that counts: not withdrawn, the newest. */
export function paperOf(c: CaseData, kind: string): DocumentData | null {
  return c.documents.filter((document) => document.kind === kind && document.status !== 'D99').at(-1) ?? null;
}

/** Events of an action, oldest first. */
export function eventsOf(c: CaseData, ...actions: readonly string[]): readonly CaseEvent[] {
  return c.events.filter((event) => actions.includes(event.action));
}

export function lastEvent(c: CaseData, ...actions: readonly string[]): CaseEvent | null {
  return eventsOf(c, ...actions).at(-1) ?? null;
}

/** The newest event of `action` that came after the newest event of any of `after`; null when there is none. */
export function lastEventSince(c: CaseData, action: string, after: readonly string[]): CaseEvent | null {
  const barrier = lastEvent(c, ...after)?.id ?? 0;
  const event = lastEvent(c, action);
  return event !== null && event.id > barrier ? event : null;
}

/** 9月29日; with the year when it is not this year. */
export function shortDay(date: CivilDate, today: CivilDate): string {
  const text = formatChinese(date);
  return date.slice(0, 4) === today.slice(0, 4) ? text.slice(5) : text;
}

/** 《提示函》（安工劳监提〔2026〕3号）. */
export function letterName(document: Pick<DocumentData, 'title' | 'documentNo'>): string {
  return document.documentNo === ''
    ? `《${document.title}》`
    : `《${document.title}》（${document.documentNo}）`;
}
