import { addDays, type CivilDate, diffDays } from '../kernel/civil-date';
import { computeDeadline } from '../kernel/deadline';
import { dateOf } from '../papers/lifecycle-values';
import type { CaseContext } from './case-context';
import type { CaseData, ViolationData } from './case-data';
import { countRule, periodRule } from './rule-access';

/** One time limit of the worker's own remedies, shown on every case; the union's work does not stop it. */
export type Limitation = {
  readonly key: string;
  readonly label: string;
  /** null: the start is not known, or it has not begun. */
  readonly expiresOn: CivilDate | null;
  readonly daysLeft: number | null;
  readonly note: string;
  readonly basis: string;
  readonly isUrgent: boolean;
};

type LimitationItem = CaseContext['catalogue']['options']['limitation-notices']['items'][number];

type Start = { readonly on: CivilDate | null; readonly note: string };

/** Violation types whose disputes are about pay. */
const PAY_GROUP = 'pay';

/** Which of the limits concern the case, and the day each begins. */
function startOf(code: string, c: CaseData, ctx: CaseContext): Start | null {
  const endedOn = dateOf(c.basics, 'employmentEndedOn');
  const knewOn = dateOf(c.basics, 'knewOn');
  const injuryOn = dateOf(c.basics, 'injuryOn');
  switch (code) {
    case 'arbitration':
      // 调解仲裁法第27条第4款: unpaid wages are not under the one year while the employment lasts.
      if (isOnlyAboutPay(c, ctx)) return null;
      return { on: knewOn, note: knewOn === null ? '请填写知道权利受侵害之日' : '' };
    case 'arbitrationWage':
      if (!isAboutPay(c, ctx)) return null;
      return { on: endedOn, note: endedOn === null ? '劳动关系存续期间不受一年限制，终止后起算' : '' };
    case 'inspection':
      return inspectionStart(c);
    case 'injuryEmployer':
    case 'injuryWorker':
      return injuryOn === null ? null : { on: injuryOn, note: '' };
    default:
      return null;
  }
}

/** From the end of the conduct; while it goes on, from today at the earliest. */
function inspectionStart(c: CaseData): Start {
  const endedOn = dateOf(c.basics, 'factsTo');
  if (endedOn !== null) return { on: endedOn, note: '' };
  const beganOn = dateOf(c.basics, 'factsFrom');
  return {
    on: beganOn,
    note: beganOn === null ? '请填写事实起止时间' : '按事实起始日估算，行为仍在继续的自终了之日起算',
  };
}

const isPay = (item: ViolationData, ctx: CaseContext): boolean =>
  ctx.catalogue.violations.types.find((type) => type.code === item.code)?.group === PAY_GROUP;

const isAboutPay = (c: CaseData, ctx: CaseContext): boolean => c.violations.some((item) => isPay(item, ctx));

const isOnlyAboutPay = (c: CaseData, ctx: CaseContext): boolean =>
  isAboutPay(c, ctx) && c.violations.every((item) => isPay(item, ctx));

/** Days before the end from which a limit is urgent. */
const urgentDays = (ctx: CaseContext): number => countRule(ctx.rules, 'limitation.urgentDays');

function limitationOf(item: LimitationItem, c: CaseData, ctx: CaseContext): Limitation[] {
  const start = startOf(item.code, c, ctx);
  const rule = periodRule(ctx.rules, item.ruleKey);
  if (start === null || rule === null) return [];
  const { code: key, label } = item;
  if (start.on === null) {
    return [
      { key, label, expiresOn: null, daysLeft: null, note: start.note, basis: rule.basis, isUrgent: false },
    ];
  }
  // The nominal last day: a limitation is not moved forward by a holiday in the worker's planning.
  const expiresOn = computeDeadline({ rule, startOn: start.on, calendar: ctx.calendar }).nominalOn;
  const daysLeft = diffDays(ctx.today, expiresOn);
  const note = daysLeft < 0 ? ['已经届满，请核对是否有中断、中止情形', start.note] : [start.note];
  return [
    {
      key,
      label,
      expiresOn,
      daysLeft,
      note: note.filter(Boolean).join('；'),
      basis: rule.basis,
      isUrgent: addDays(ctx.today, urgentDays(ctx)) >= expiresOn,
    },
  ];
}

/** Limits that concern this case, the nearest first, those without a known day last. */
export function limitationsOf(c: CaseData, ctx: CaseContext): readonly Limitation[] {
  return ctx.catalogue.options['limitation-notices'].items
    .flatMap((item) => limitationOf(item, c, ctx))
    .toSorted((a, b) => (a.expiresOn ?? '9999').localeCompare(b.expiresOn ?? '9999'));
}
