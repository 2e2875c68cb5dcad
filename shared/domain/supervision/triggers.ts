import { textOf } from '../papers/lifecycle-values';
import type { CaseContext } from './case-context';
import type { CaseData, DocumentData } from './case-data';
import { employerLetters, eventsOf, isRefused, letterName, missedItsDay, shortDay } from './letters';
import { codeRule } from './rule-access';

/** Situations in which a 建议书 may follow; which of them count is a rule of the jurisdiction. */
export const TRIGGERS = {
  refused_receipt: '拒绝接收意见书',
  no_reply_in_time: '未在规定期限内答复',
  not_corrected_without_reason: '无正当理由不改正',
  not_corrected: '不改正',
  measures_not_implemented: '未落实改正措施',
  unsuitable_reply: '答复不适当',
  unreasoned_disagreement: '无正当理由不同意意见',
  false_information: '提供虚假情况或者资料',
  obstruction: '拒不配合、妨碍调查',
  violation_found: '经调查存在违法行为',
} as const;

export type TriggerCode = keyof typeof TRIGGERS;

export type Trigger = {
  readonly code: TriggerCode;
  readonly label: string;
  /** What proves it, for the letter and its 移交材料清单. */
  readonly evidence: string;
};

/** What was wrong with an answer that did not pass. */
export const FAILURES = {
  notCorrected: '无正当理由不改正',
  unsuitable: '答复不适当、措施不具体',
  false: '情况不实（虚假整改）',
  unreasoned: '不同意意见且无正当理由',
  curable: '尚可补正',
} as const;
export type Failure = keyof typeof FAILURES;

const FAILURE_TRIGGERS: Readonly<Record<Failure, readonly TriggerCode[]>> = {
  notCorrected: ['not_corrected_without_reason', 'not_corrected', 'measures_not_implemented'],
  unsuitable: ['unsuitable_reply'],
  false: ['false_information', 'unsuitable_reply', 'not_corrected_without_reason', 'not_corrected'],
  unreasoned: [
    'unreasoned_disagreement',
    'not_corrected_without_reason',
    'not_corrected',
    'unsuitable_reply',
  ],
  curable: [],
};

type Found = { readonly code: TriggerCode; readonly evidence: string };

function fromService(letter: DocumentData, ctx: CaseContext): Found[] {
  const found: Found[] = [];
  if (isRefused(letter) && letter.servedOn !== null) {
    found.push({
      code: 'refused_receipt',
      evidence: `${letterName(letter)}于${shortDay(letter.servedOn, ctx.today)}被拒收，见送达回证`,
    });
  }
  if (missedItsDay(letter, ctx.today) && letter.dueOn !== null) {
    const due = shortDay(letter.dueOn, ctx.today);
    const answer =
      letter.repliedOn === null ? '至今未答复' : `${shortDay(letter.repliedOn, ctx.today)}才答复`;
    found.push({ code: 'no_reply_in_time', evidence: `${letterName(letter)}应于${due}前答复，${answer}` });
  }
  return found;
}

function fromEvaluation(c: CaseData, letter: DocumentData): Found[] {
  if (letter.evaluation !== 'fail' && letter.evaluation !== 'partial') return [];
  const event = eventsOf(c, 'document.evaluate').findLast((known) => known.documentId === letter.id);
  const failure = textOf(event?.values ?? {}, 'failure') as Failure;
  return (FAILURE_TRIGGERS[failure] ?? []).map((code) => ({
    code,
    evidence: `${letterName(letter)}答复经审查：${FAILURES[failure]}`,
  }));
}

function fromFollowUp(c: CaseData, ctx: CaseContext): Found[] {
  return eventsOf(c, 'markNotCorrected', 'recheckFailed').flatMap((event) =>
    FAILURE_TRIGGERS.notCorrected.map((code) => ({
      code,
      evidence: `${shortDay(event.on, ctx.today)}核查认定未改正：${textOf(event.values, 'reason')}`,
    })),
  );
}

function fromInvestigation(c: CaseData, ctx: CaseContext): Found[] {
  const obstructions = eventsOf(c, 'employerObstructed').flatMap((event): Found[] => {
    const evidence = `${shortDay(event.on, ctx.today)}调查记录：${textOf(event.values, 'description')}`;
    const isFalse = textOf(event.values, 'manner') === 'false';
    return [
      { code: 'obstruction', evidence },
      ...(isFalse ? [{ code: 'false_information', evidence } as const] : []),
    ];
  });
  const established = c.violations.filter((item) => item.finding === 'established');
  if (established.length === 0) return obstructions;
  const names = established.map((item) => item.name).join('、');
  return [...obstructions, { code: 'violation_found', evidence: `经审议认定成立：${names}` }];
}

/** Triggers of this jurisdiction that are proved in the case, one of each kind. */
export function provedTriggers(c: CaseData, ctx: CaseContext): readonly Trigger[] {
  const opinions = employerLetters(c, 'opinionLetter');
  const found = [
    ...opinions.flatMap((letter) => [...fromService(letter, ctx), ...fromEvaluation(c, letter)]),
    ...(opinions.some((letter) => letter.servedOn !== null) ? fromFollowUp(c, ctx) : []),
    ...fromInvestigation(c, ctx),
  ];
  const allowed = codeRule(ctx.rules, 'supervision.recommendationTriggers');
  return allowed.flatMap((code): Trigger[] => {
    const proof = found.find((trigger) => trigger.code === code);
    return proof ? [{ ...proof, label: TRIGGERS[proof.code] }] : [];
  });
}
