import type { Item } from '../../papers/template-values';
import type { DocumentData } from '../case-data';
import { documentsToRequest, questionsOf } from '../catalogue';
import type { PaperInput } from './paper';
import {
  addresseeOf,
  codesOf,
  count,
  day,
  demandOf,
  firstInto,
  itemsOf,
  labelOf,
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

/** One line a violation: what was found, which law, what is asked. */
export function itemLists(input: PaperInput): Record<string, readonly Item[]> {
  const all = input.case?.violations ?? [];
  const spoken = itemsOf(input);
  const item = (violation: (typeof all)[number]): Item => ({
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
  });
  const codes = codesOf(input);
  return {
    items: spoken.map(item),
    all_items: all.map(item),
    law_lines: ended(lawLinesOf(input, codes).map((line) => ({ line }))),
    requested_documents: ended(documentsToRequest(codes, input.catalogue).map((document) => ({ document }))),
    questions: questionsOf(codes, input.catalogue).flatMap((type) =>
      type.questions.map((question) => ({ question })),
    ),
  };
}

/** What the file holds: papers, the course of the case, verified results. */
export function materialLists(input: PaperInput): Record<string, readonly Item[]> {
  const file = input.case;
  const papers = (file?.documents ?? []).filter((document) => document.signedOn && document.status !== 'D99');
  return {
    letters: papers.filter((document) => document.documentNo !== '').map(letterItem),
    timeline: timelineOf(input),
    results: (file?.results ?? []).map((result) => ({
      result_kind: labelOf(input, 'results', result.kind),
      result_amount: yuan(result.amountFen),
      result_workers: count(result.workerCount),
      result_quantity: count(result.quantity),
      result_evidence: result.evidence,
    })),
  };
}

function letterItem(document: DocumentData): Item {
  return {
    letter_title: document.title,
    letter_no: document.documentNo,
    letter_addressee: addresseeOf(document),
    letter_signed_on: day(document.signedOn),
    letter_signer: document.signerName,
    letter_served_on: serviceText(document),
    letter_due_on: day(document.dueOn),
    letter_replied_on: day(document.repliedOn),
  };
}

function serviceText(document: DocumentData): string {
  const on = day(document.servedOn);
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

export function timelineOf(input: PaperInput): Item[] {
  const steps: Step[] = Object.entries(STEPS).flatMap(([state, text]) => {
    const event = firstInto(input, state);
    return event ? [{ on: event.on, text }] : [];
  });
  for (const document of input.case?.documents ?? []) steps.push(...documentSteps(document));
  return steps
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map((step) => ({ on: day(step.on), step: step.text }));
}

function documentSteps(document: DocumentData): Step[] {
  const { signedOn, servedOn, repliedOn } = document;
  if (!signedOn || document.documentNo === '' || document.status === 'D99') return [];
  const name = `《${document.title}》`;
  const steps: Step[] = [{ on: signedOn, text: `制发${name}（${document.documentNo}）` }];
  const isRefused = document.serviceOutcome === 'refused' || document.serviceOutcome === 'left';
  if (servedOn && document.serviceOutcome !== 'published') {
    steps.push({
      on: servedOn,
      text: isRefused ? `送达${name}，${addresseeOf(document)}拒绝接收` : `送达${name}`,
    });
  }
  if (repliedOn) steps.push({ on: repliedOn, text: `收到对${name}的书面答复` });
  return steps;
}
