import type { CivilDate } from '@shared/domain/kernel/civil-date';
import type { FieldValues } from '@shared/domain/kernel/field';
import { codesOf, textOf } from '@shared/domain/papers/lifecycle-values';
import { caseStateLabel } from '@shared/domain/supervision/case-state';
import { COMPLAINANT_PAPERS, paperLabel } from '@shared/domain/supervision/paper-kinds';
import type { OfficeRules } from '../../platform/settings/office';
import { type CaseFacts, NO_FACTS } from './supervision.ledger-facts.repository';
import type { LedgerCase, LedgerPaper } from './supervision.statistics-ledgers.repository';

/** From rows to the cells of a ledger; what is not known stays empty. */

export type Cells = Readonly<Record<string, string | number | null>>;

export type LedgerDesk = {
  readonly office: OfficeRules;
  readonly today: CivilDate;
};

type OptionList = keyof OfficeRules['catalogue']['options'];

export const yuan = (fen: number): number | null => (fen === 0 ? null : fen / 100);

/** Label of a code; a code the catalogue does not know stands as it is. */
export function labelOf({ office }: LedgerDesk, list: OptionList, code: string | null): string {
  const items: readonly { readonly code: string; readonly label: string }[] =
    office.catalogue.options[list].items;
  return items.find((item) => item.code === code)?.label ?? code ?? '';
}

/** Names of violation types, in the order of the catalogue. */
const namesOf = ({ office }: LedgerDesk, codes: readonly string[]): string =>
  office.catalogue.violations.types
    .filter(({ code }) => codes.includes(code))
    .map(({ name }) => name)
    .join('、');

const violationNames = (desk: LedgerDesk, { violations }: CaseFacts): string =>
  namesOf(
    desk,
    violations.map(({ code }) => code),
  );

const lastOf = (facts: CaseFacts, ...actions: readonly string[]) =>
  facts.events.findLast(({ action }) => actions.includes(action));

const said = (values: FieldValues | undefined, name: string): string => textOf(values ?? {}, name);

/** 结果 of a case: why it was closed, else where it stands. */
const resultOf = (desk: LedgerDesk, one: { closeReason: string | null; state: string | null }): string =>
  one.closeReason ? labelOf(desk, 'close-reasons', one.closeReason) : caseStateLabel(one.state ?? '');

const DECISIONS: Readonly<Record<string, string>> = {
  accept: '受理',
  returnFromTransfer: '受理',
  decline: '不予受理',
  transferOut: '转办',
};

export function clueCells(desk: LedgerDesk, one: LedgerCase, facts: CaseFacts): Cells {
  const decision = lastOf(facts, ...Object.keys(DECISIONS));
  const notice = facts.papers.findLast(
    ({ kind, servedOn }) => ['declineNotice', 'resultNotice'].includes(kind) && servedOn !== null,
  );
  const told = lastOf(facts, 'feedBackResult', 'closeDeclined')?.values;
  return {
    clueNo: one.clueNo,
    receivedOn: one.openedOn,
    source: labelOf(desk, 'clue-sources', one.source),
    employerName: one.employerName,
    violations: violationNames(desk, facts),
    workersTotal: one.workerCount,
    decision: DECISIONS[decision?.action ?? ''] ?? '',
    handlerName: one.handlerName,
    destination: said(decision?.values, 'target') || said(decision?.values, 'organ'),
    result: resultOf(desk, one),
    toldOn: said(told, 'fedBackOn') || said(told, 'notifiedOn') || (notice?.servedOn ?? ''),
  };
}

const UNION_LABELS = { yes: '已建会', no: '未建会', unknown: '' } as const;
const UNIT_LABELS = { day: '日', workday: '个工作日', month: '个月', year: '年' } as const;
const LETTERS = ['reminderLetter', 'opinionLetter', 'recommendationLetter'];

/** The letters ledger. People and money of a case stand beside its first letter of the year, so that columns can be summed. */
export function letterCells(desk: LedgerDesk, letter: LedgerPaper, facts: CaseFacts, from: CivilDate): Cells {
  const issued = facts.papers.filter(({ status, documentNo }) => status !== 'D99' && documentNo !== '');
  const first = issued.find(({ kind, signedOn }) => LETTERS.includes(kind) && (signedOn ?? '') >= from);
  const counts = letter.status !== 'D99' && (letter.caseId === null || first?.id === letter.id);
  const place = issued.findIndex(({ id }) => id === letter.id);
  const later = place < 0 ? [] : issued.slice(place + 1);
  const next = later.find(({ kind }) => [...LETTERS, 'transferLetter'].includes(kind));
  const handedOver = [...(place < 0 ? [] : issued.slice(place))].find(({ kind }) =>
    ['recommendationLetter', 'transferLetter'].includes(kind),
  );
  return {
    kindLabel: paperLabel(letter.kind),
    documentNo: letter.documentNo,
    signedOn: letter.signedOn,
    signerName: letter.signerName,
    employerName: letter.employerName,
    uscc: letter.uscc,
    industry: labelOf(desk, 'industries', letter.industry),
    town: letter.town,
    hasUnion: UNION_LABELS[letter.hasUnion ?? 'unknown'],
    violations:
      letter.caseId === null
        ? namesOf(desk, codesOf(letter.values, 'violationCodes'))
        : violationNames(desk, facts),
    workersTotal: counts ? letter.workerCount : null,
    amountYuan: counts ? yuan(letter.amountFen ?? 0) : null,
    servedOn: letter.servedOn,
    serviceMethod: labelOf(desk, 'service-methods', letter.serviceMethod),
    replyTerm:
      letter.replyN === null || letter.replyUnit === null
        ? ''
        : `${letter.replyN}${UNIT_LABELS[letter.replyUnit]}`,
    dueOn: letter.dueOn,
    repliedOn: letter.repliedOn,
    isInTime: inTime(letter, desk.today),
    rectified: rectifiedText(facts),
    rectifiedOn: said(
      facts.events.findLast(({ values }) => values.conclusion === 'done')?.values,
      'recheckedOn',
    ),
    recoveredYuan: counts ? yuan(facts.recoveredFen) : null,
    nextDocumentNo: next?.documentNo ?? '',
    department: handedOver?.addressee ?? '',
    result: resultOf(desk, letter),
    handlerName: letter.handlerName,
    archiveNo: letter.archiveNo,
    note: noteOf(letter, counts ? undefined : first?.documentNo),
  };
}

function inTime({ dueOn, repliedOn }: LedgerPaper, today: CivilDate): string {
  if (dueOn === null) return '';
  if (repliedOn !== null) return repliedOn <= dueOn ? '按期' : '逾期';
  return dueOn < today ? '逾期未答复' : '';
}

/** 整改情况 of what was established, an upheld objection left out. */
function rectifiedText({ violations }: CaseFacts): string {
  const open = violations.filter(
    ({ finding, rectified }) => finding === 'established' && rectified !== 'objectionUpheld',
  );
  const done = open.filter(({ rectified }) => rectified === 'done').length;
  if (open.length === 0 || open.every(({ rectified }) => rectified === 'pending')) return '';
  if (done === open.length) return '已整改';
  if (done > 0 || open.some(({ rectified }) => rectified === 'partly')) return '部分整改';
  return open.some(({ rectified }) => rectified === 'promised') ? '已承诺整改' : '未整改';
}

function noteOf({ status, replacedById }: LedgerPaper, firstNo: string | undefined): string {
  if (status === 'D99') return replacedById === null ? '已作废' : '已更正';
  return firstNo ? `与${firstNo}同案，人数、金额不重复计` : '';
}

export function transferCells(desk: LedgerDesk, paper: LedgerPaper, facts: CaseFacts): Cells {
  const isRecommendation = paper.kind === 'recommendationLetter';
  const list = isRecommendation ? 'recommendation-triggers' : 'procurator-conditions';
  const answers = facts.events.filter(({ action }) =>
    isRecommendation ? action.startsWith('department') : action === 'recordOuterProgress',
  );
  const own = answers.filter(({ values }) => said(values, 'department') === paper.addressee);
  const answer = own.at(-1) ?? answers.at(-1);
  const told = ['content', 'reason', 'result']
    .map((name) => said(answer?.values, name))
    .find((text) => text !== '');
  return {
    caseNo: paper.caseNo,
    documentNo: paper.documentNo,
    organ: paper.addressee,
    transferredOn: paper.servedOn ?? paper.signedOn,
    conditions: codesOf(paper.values, isRecommendation ? 'triggers' : 'conditions')
      .map((code) => labelOf(desk, list, code))
      .join('、'),
    employerName: paper.employerName,
    matter: violationNames(desk, facts),
    feedbackOn: answer?.occurredOn ?? '',
    feedback: told ?? (answer?.action === 'departmentAccepted' ? '已立案' : ''),
  };
}

/** Told so that nobody is recognised: neither the employer nor the place. */
export function modelCells(desk: LedgerDesk, one: LedgerCase, facts: CaseFacts): Cells {
  const violations = violationNames(desk, facts);
  const industry = one.industry ? `（${labelOf(desk, 'industries', one.industry)}）` : '';
  const letters = facts.papers.filter(
    ({ kind, status, documentNo }) => LETTERS.includes(kind) && status !== 'D99' && documentNo !== '',
  );
  return {
    caseNo: one.caseNo,
    alias: `某用人单位${industry}${violations}案`,
    violations,
    measures: [...new Set(letters.map(({ kind }) => paperLabel(kind)))].join('、'),
    result: resultOf(desk, one),
    workersTotal: one.workerCount,
    recoveredYuan: yuan(facts.recoveredFen),
    closedOn: one.closedOn,
  };
}

const SECRECY: Readonly<Record<string, string>> = { restricted: '限制利用', internal: '内部', open: '一般' };

export function archiveCells(desk: LedgerDesk, one: LedgerCase, facts: CaseFacts): Cells {
  const values = lastOf(facts, 'archive')?.values;
  return {
    archiveNo: one.archiveNo,
    caseNo: one.caseNo || one.clueNo,
    title: one.title,
    closedOn: one.closedOn,
    archivedOn: one.archivedOn,
    pageCount: facts.papers.reduce(
      (sum, { status, pageCount }) => sum + (status === 'D99' ? 0 : pageCount),
      0,
    ),
    retention: labelOf(desk, 'retention', said(values, 'retention')),
    secrecy: SECRECY[said(values, 'secrecy')] ?? '',
    box: said(values, 'box'),
    note: said(values, 'condition'),
  };
}

const OUTCOMES = {
  served: '已送达',
  refused: '拒收',
  left: '拒收（留置）',
  returned: '退回',
  published: '已发布',
} as const;

export function serviceCells(
  desk: LedgerDesk,
  paper: Omit<LedgerPaper, 'values'>,
  values: FieldValues | undefined,
): Cells {
  // Who complained stands in no ledger.
  const isSecret = (COMPLAINANT_PAPERS as readonly string[]).includes(paper.kind);
  const receiver = said(values, 'receiverName') || said(values, 'refusedBy');
  const post = said(values, 'receiverPost');
  return {
    documentNo: paper.documentNo,
    title: paper.title,
    addressee: isSecret ? '反映人' : paper.addressee,
    serviceMethod: labelOf(desk, 'service-methods', paper.serviceMethod),
    servedOn: paper.servedOn,
    outcome: paper.serviceOutcome === null ? '' : OUTCOMES[paper.serviceOutcome],
    receiver: isSecret ? '' : post === '' ? receiver : `${receiver}（${post}）`,
    servers: [said(values, 'serverA'), said(values, 'serverB')].filter(Boolean).join('、'),
    proofNo: [said(values, 'mailNo'), said(values, 'photoNo')].filter(Boolean).join('、'),
  };
}

export const factsOf = (facts: ReadonlyMap<number, CaseFacts>, caseId: number | null): CaseFacts =>
  (caseId === null ? undefined : facts.get(caseId)) ?? NO_FACTS;
