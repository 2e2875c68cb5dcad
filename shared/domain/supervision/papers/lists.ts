import { compareDates } from '../../kernel/civil-date';
import type { Item } from '../../papers/template-values';
import type { DocumentData, ViolationData } from '../case-data';
import { documentsToRequest } from '../catalogue';
import type { PaperInput } from './paper';
import {
  addresseeOf,
  bookTitle,
  codesOf,
  count,
  day,
  demandOf,
  firstInto,
  isComplainantPaper,
  itemsOf,
  lawLinesOf,
  lawsOf,
  phrase,
  yuan,
} from './values';

const FINDINGS = {
  pending: '待审议',
  established: '成立',
  notEstablished: '不成立',
  insufficient: '证据不足',
};
const RECTIFIED = {
  pending: '待核实',
  promised: '承诺整改',
  partly: '部分整改',
  done: '已整改',
  none: '未整改',
  objectionUpheld: '异议成立',
};

export const rectifiedLabel = (state: ViolationData['rectified']): string => RECTIFIED[state];

/** A violation for a repeat: what was found, which law, what is asked. */
export function itemItem(input: PaperInput, violation: ViolationData): Item {
  return {
    title: violation.name,
    fact: phrase(violation.fact),
    item_workers: count(violation.workerCount),
    item_amount: yuan(violation.amountFen),
    item_evidence: phrase(violation.evidence).replace(/等$/, ''),
    item_laws: lawsOf(input, [violation.code]),
    item_law_text: lawLinesOf(input, [violation.code]).join('；'),
    demand: demandOf(input, violation),
    demand_due: day(violation.demandDueOn),
    finding: FINDINGS[violation.finding],
    rectified: RECTIFIED[violation.rectified],
  };
}

/** What letters say item by item, and what the law of these items asks. */
export function itemLists(input: PaperInput): Record<string, readonly Item[]> {
  const codes = codesOf(input);
  return {
    items: itemsOf(input).map((violation) => itemItem(input, violation)),
    law_lines: ended(lawLinesOf(input, codes).map((line) => ({ line }))),
    requested_documents: ended(documentsToRequest(codes, input.catalogue).map((document) => ({ document }))),
  };
}

/** What the file holds: papers, the course of the case, verified results. */
export function materialLists(input: PaperInput): Record<string, readonly Item[]> {
  const file = input.case;
  const papers = (file?.documents ?? []).filter((document) => document.signedOn && document.status !== 'D99');
  return {
    letters: papers.filter((document) => document.documentNo !== '').map(letterItem),
    results: (file?.results ?? []).map((result) => ({ result_evidence: result.evidence })),
  };
}

export function letterItem(document: DocumentData): Item {
  return {
    letter_title: document.title,
    letter_no: document.documentNo,
    letter_addressee: addresseeOf(document),
    letter_signed_on: stacked(day(document.signedOn)),
    letter_signer: document.signerName,
    letter_served_on: serviceText(document),
    letter_due_on: stacked(day(document.dueOn)),
    letter_replied_on: stacked(day(document.repliedOn)),
  };
}

/** The year above month and day, for narrow columns. */
const stacked = (date: string): string => date.replace('年', '年\n');

function serviceText(document: DocumentData): string {
  const on = stacked(day(document.servedOn));
  const how = {
    served: '',
    refused: '（拒收）',
    left: '（拒收，留置）',
    returned: '（退回）',
    published: '（发布）',
  };
  return on && document.serviceOutcome ? `${on}${how[document.serviceOutcome]}` : on;
}

/** Steps worth telling a stranger, in the order of the days they fell on. */
const STEPS: Readonly<Record<string, string>> = {
  C06: '经审查受理',
  C07: '听取双方意见，组织沟通协商',
  C08: '开展调查核实',
  C09: '形成调查终结报告，审议处理意见',
  C14: '对改正情况进行核查',
  C18: '相关事项进入仲裁、诉讼等程序',
  C19: '向上级工会报告并会商',
};

/** ； after each item and 。 after the last, for numbered lists. */
export function ended(items: readonly Item[]): Item[] {
  return items.map((item, i) => ({ ...item, end: i === items.length - 1 ? '。' : '；' }));
}

type Step = { readonly on: string; readonly text: string };

/** The course of the case as one sentence: 2026年9月3日，经审查受理；… Steps into `without` are left out. */
export function processOf(input: PaperInput, without: readonly string[] = []): string {
  let year = '';
  return stepsOf(input, without)
    .map((step) => {
      const date = day(step.on);
      const isSameYear = step.on.startsWith(year) && year !== '';
      year = step.on.slice(0, 4);
      return `${isSameYear ? date.slice(5) : date}，${step.text}`;
    })
    .join('；');
}

function stepsOf(input: PaperInput, without: readonly string[]): Step[] {
  const steps: Step[] = Object.entries(STEPS).flatMap(([state, text]) => {
    const event = without.includes(state) ? undefined : firstInto(input, state);
    return event ? [{ on: event.on, text }] : [];
  });
  for (const document of input.case?.documents ?? []) steps.push(...documentSteps(document));
  return steps.sort((a, b) => compareDates(a.on, b.on));
}

function documentSteps(document: DocumentData): Step[] {
  const { signedOn, servedOn, repliedOn } = document;
  if (!signedOn || document.documentNo === '' || document.status === 'D99') return [];
  // Notices to the complainant are nobody else's business: not even that there was one.
  if (isComplainantPaper(document.kind)) return [];
  const name = bookTitle(document.title);
  const isRefused = document.serviceOutcome === 'refused' || document.serviceOutcome === 'left';
  const isServed = servedOn && document.serviceOutcome !== 'published';
  const isSameYear = servedOn?.slice(0, 4) === signedOn.slice(0, 4);
  const servedDay = isSameYear ? day(servedOn).slice(5) : day(servedOn);
  const served = isRefused ? `${servedDay}送达时${addresseeOf(document)}拒绝接收` : `${servedDay}送达`;
  const steps: Step[] = [
    { on: signedOn, text: `制发${name}（${document.documentNo}）${isServed ? `，${served}` : ''}` },
  ];
  if (repliedOn) steps.push({ on: repliedOn, text: `收到对${name}的书面答复` });
  return steps;
}
