import { type CivilDate, diffDays } from '../kernel/civil-date';
import { EMPLOYER_LETTERS } from './paper-kinds';
import { COUNTED_STATES, groupBy, issuedLetters, percent, within } from './statistics-groups';
import type { Indicator, StatisticsCase, StatisticsDocument, StatisticsInput } from './statistics-rows';
import { isCertified } from './supervisors';

export { byMonth, countBy, hideSmall, issuedLetters, type MonthCount, percent } from './statistics-groups';
export type * from './statistics-rows';

/** Indicator formulas. By the day of the event, as of a fixed day, so that a report can be run again. */

const LETTER_LABELS = {
  reminderLetter: '提示函',
  publicReminder: '公开提示函',
  opinionLetter: '意见书',
  recommendationLetter: '建议书',
} as const;

const isTaken = (document: StatisticsDocument): boolean => document.serviceOutcome === 'served';
const isRefused = (document: StatisticsDocument): boolean =>
  document.serviceOutcome === 'refused' || document.serviceOutcome === 'left';

const count = (key: string, label: string, n: number, definition: string): Indicator => ({
  key,
  label,
  value: String(n),
  numerator: n,
  denominator: null,
  definition,
});

const rate = (
  key: string,
  label: string,
  numerator: number,
  denominator: number,
  definition: string,
): Indicator => ({
  key,
  label,
  value: percent(numerator, denominator),
  numerator,
  denominator,
  definition,
});

function letterIndicators(input: StatisticsInput): Indicator[] {
  return Object.entries(LETTER_LABELS).map(([kind, label]) =>
    count(
      `issued.${kind}`,
      `${label}制发数`,
      issuedLetters(input, [kind]).length,
      `统计期内成文（用印）的${label}件数，按成文日期，不含作废${kind === 'publicReminder' ? '，与定向提示函分开统计' : ''}`,
    ),
  );
}

function serviceIndicators(input: StatisticsInput): Indicator[] {
  const letters = issuedLetters(input, [...EMPLOYER_LETTERS, 'recommendationLetter']);
  const reached = letters.filter((letter) => isTaken(letter) || isRefused(letter));
  const refused = letters.filter(isRefused);
  return [
    rate(
      'served',
      '送达率',
      reached.length,
      letters.length,
      '已送达（含拒收、留置）÷ 已成文，不含公开提示函',
    ),
    rate('refused', '拒收率', refused.length, reached.length, '拒收、留置 ÷ 已送达（含拒收、留置）'),
  ];
}

function replyIndicators(input: StatisticsInput): Indicator[] {
  const until = [input.asOf, input.to].toSorted()[0] as CivilDate;
  const served = issuedLetters(input, EMPLOYER_LETTERS).filter(isTaken);
  const replied = served.filter((letter) => letter.repliedOn !== null && letter.repliedOn <= until);
  const due = served.filter((letter) => replied.includes(letter) || (letter.dueOn ?? '9999') <= until);
  const inTime = replied.filter(
    (letter) => letter.dueOn === null || String(letter.repliedOn) <= letter.dueOn,
  );
  const overdue = input.documents.filter(
    (letter) => letter.status === 'D08' && letter.dueOn !== null && letter.dueOn < input.asOf,
  );
  return [
    count(
      'replyDue',
      '应答复数',
      due.length,
      '已送达且答复期限在统计截止日之前，或者已经答复的提示函、意见书',
    ),
    rate('repliedInTime', '按期回复率', inTime.length, due.length, '在印定期限内书面答复 ÷ 应答复数'),
    rate('replied', '总回复率', replied.length, due.length, '书面答复（不论是否逾期）÷ 应答复数'),
    count('overdue', '逾期文书数', overdue.length, '统计时点已超过答复期限且没有答复的文书'),
  ];
}

const toRectify = (one: StatisticsCase) =>
  one.items.filter((item) => item.finding === 'established' && item.rectified !== 'objectionUpheld');

function rectificationIndicators(input: StatisticsInput): Indicator[] {
  const ids = new Set(issuedLetters(input, EMPLOYER_LETTERS).map((letter) => letter.caseId));
  const cases = input.cases.filter((one) => ids.has(one.id) && toRectify(one).length > 0);
  const items = cases.flatMap(toRectify);
  const doneItems = items.filter((item) => item.rectified === 'done');
  const byEmployer = groupBy(cases, (one) => one.employerId ?? `case-${one.id}`);
  const doneEmployers = [...byEmployer.values()].filter((list) =>
    list.flatMap(toRectify).every((item) => item.rectified === 'done'),
  );
  return [
    rate(
      'rectifiedEmployers',
      '整改率（按单位）',
      doneEmployers.length,
      byEmployer.size,
      '全部问题经核查已整改的单位 ÷ 应整改单位（不含异议成立的问题）',
    ),
    rate(
      'rectifiedItems',
      '整改率（按问题项）',
      doneItems.length,
      items.length,
      '经核查已整改的问题项 ÷ 应整改的问题项（不含异议成立）',
    ),
  ];
}

function escalationIndicators(input: StatisticsInput): Indicator[] {
  const opinions = issuedLetters(input, ['opinionLetter']);
  const recommended = new Set(
    input.documents
      .filter(
        (document) => document.kind === 'recommendationLetter' && COUNTED_STATES.includes(document.status),
      )
      .map((document) => document.caseId),
  );
  const escalated = opinions.filter((letter) => letter.caseId !== null && recommended.has(letter.caseId));
  const recommendations = issuedLetters(input, ['recommendationLetter']);
  const outcomes = input.cases.filter((one) => recommendations.some((letter) => letter.caseId === one.id));
  const withOutcome = (outcome: string) => outcomes.filter((one) => one.departmentOutcome === outcome).length;
  const answered = recommendations.filter((letter) => letter.repliedOn !== null);
  return [
    rate('escalated', '升级率', escalated.length, opinions.length, '其后发出建议书的意见书 ÷ 意见书制发数'),
    count(
      'department.filed',
      '建议书：部门已立案',
      withOutcome('filed') + withOutcome('result'),
      '部门已立案（受理）或者已反馈结果的案件',
    ),
    count('department.declined', '建议书：部门不立案', withOutcome('declined'), '部门书面答复不立案的案件'),
    rate(
      'department.answered',
      '建议书反馈率',
      answered.length,
      recommendations.length,
      '部门已反馈结果的建议书 ÷ 建议书制发数',
    ),
  ];
}

const median = (sorted: readonly number[]): number => {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
};

function caseIndicators(input: StatisticsInput): Indicator[] {
  const clues = input.cases.filter((one) => within(one.openedOn, input));
  const accepted = input.cases.filter((one) => within(one.acceptedOn, input));
  const closed = input.cases.filter((one) => within(one.closedOn, input));
  const declined = closed.filter((one) => one.closeReason === 'declined');
  const days = closed
    .flatMap((one) => (one.acceptedOn === null ? [] : [diffDays(one.acceptedOn, one.closedOn as CivilDate)]))
    .toSorted((a, b) => a - b);
  const mean = days.length === 0 ? 0 : days.reduce((sum, n) => sum + n, 0) / days.length;
  const asked = closed.filter((one) => one.satisfaction !== '');
  const satisfied = asked.filter((one) => ['satisfied', 'fair'].includes(one.satisfaction));
  const total = (name: 'workersTotal' | 'workersFemale' | 'workersMigrant' | 'workersPlatform') =>
    accepted.reduce((sum, one) => sum + one[name], 0);
  const workers = '统计期内受理案件涉及的人数，一案只计一次，不按文书重复计算';
  return [
    count('clues', '线索数', clues.length, '统计期内登记的线索'),
    count('accepted', '受理（立案）数', accepted.length, '统计期内受理的案件'),
    count('declined', '不予受理数', declined.length, '统计期内以不予受理结束的线索'),
    count('closed', '结案数', closed.length, '统计期内批准结案的案件'),
    {
      key: 'duration',
      label: '平均办理时长（天）',
      value: days.length === 0 ? '—' : `${Math.round(mean * 10) / 10}（中位数 ${median(days)}）`,
      numerator: days.reduce((sum, n) => sum + n, 0),
      denominator: days.length,
      definition: '统计期内结案的案件，自受理至结案的自然日：平均数和中位数',
    },
    count('workers', '涉及职工数', total('workersTotal'), workers),
    count('workers.female', '其中女职工', total('workersFemale'), workers),
    count('workers.migrant', '其中农民工', total('workersMigrant'), workers),
    count('workers.platform', '其中新就业形态劳动者', total('workersPlatform'), workers),
    rate('satisfied', '满意度', satisfied.length, asked.length, '（满意＋基本满意）÷ 已评价的结案案件'),
  ];
}

/** 补发工资, 补缴社保 … each by itself; what has no voucher does not count. */
export function resultIndicators(
  input: StatisticsInput,
  kinds: readonly { readonly code: string; readonly label: string; readonly quantityUnit: string | null }[],
): readonly Indicator[] {
  const counted = input.results.filter((result) => within(result.on, input) && result.evidence.trim() !== '');
  const sum = counted.reduce((total, result) => total + result.amountFen, 0);
  const definition = '有凭证的成效，承诺而未兑现的不计入';
  return [
    {
      ...count('money', '挽回金额（元）', sum / 100, `${definition}；各项金额合计`),
      value: (sum / 100).toFixed(2),
    },
    ...kinds.flatMap((kind) => {
      const ofKind = counted.filter((result) => result.kind === kind.code);
      if (ofKind.length === 0) return [];
      const amount = ofKind.reduce((total, result) => total + result.amountFen, 0);
      const people = ofKind.reduce((total, result) => total + result.workerCount, 0);
      const quantity = ofKind.reduce((total, result) => total + result.quantity, 0);
      const parts = [
        ...(amount > 0 ? [`${(amount / 100).toFixed(2)} 元`] : []),
        ...(people > 0 ? [`${people} 人`] : []),
        ...(quantity > 0 ? [`${quantity} ${kind.quantityUnit ?? ''}`.trim()] : []),
      ];
      return [
        {
          ...count(`result.${kind.code}`, kind.label, amount / 100, definition),
          value: parts.join('，') || '0',
        },
      ];
    }),
  ];
}

function supervisorIndicators(input: StatisticsInput): Indicator[] {
  const active = input.supervisors.filter((supervisor) => supervisor.isActive);
  const certified = active.filter((supervisor) => isCertified(supervisor, input.asOf));
  return [
    count('supervisors', '监督员数', active.length, '在任的工会劳动法律监督员'),
    rate('certified', '持证率', certified.length, active.length, '统计时点证件有效的监督员 ÷ 在任监督员'),
  ];
}

/** All indicators of the period, in the order of the report. */
export function indicators(input: StatisticsInput): readonly Indicator[] {
  return [
    ...letterIndicators(input),
    ...serviceIndicators(input),
    ...replyIndicators(input),
    ...rectificationIndicators(input),
    ...escalationIndicators(input),
    ...caseIndicators(input),
    ...supervisorIndicators(input),
  ];
}
