import { codesOf, dateOf, numberOf } from '../papers/lifecycle-values';
import type { CaseContext } from './case-context';
import type { CaseData } from './case-data';
import { caseStateGroup, isCaseState } from './case-state';
import { eventsOf } from './letters';
import { basisOf, countRule } from './rule-access';
import { activeInvestigators, certificateStanding } from './supervisors';

/** What the head of a case page says in colour. */
export type CaseWarning = { readonly level: 'info' | 'warn' | 'danger'; readonly text: string };

const WAGE_ARREARS = ['V10', 'V11'];

/** Alarms of an open case, the gravest first; none for a closed one. */
export function caseWarnings(c: CaseData, ctx: CaseContext): readonly CaseWarning[] {
  if (!isCaseState(c.state) || caseStateGroup(c.state) !== 'open') return [];
  return [
    ...flagWarnings(c, ctx),
    ...violationWarnings(c, ctx),
    ...massArrears(c, ctx),
    ...investigatorWarnings(c, ctx),
    ...complainantWarnings(c, ctx),
  ];
}

const isReported = (c: CaseData): boolean => eventsOf(c, 'reportUpward').length > 0;

function flagWarnings(c: CaseData, ctx: CaseContext): CaseWarning[] {
  const chosen = codesOf(c.basics, 'sensitiveFlags');
  return ctx.catalogue.options['sensitive-flags'].items
    .filter((flag) => chosen.includes(flag.code))
    .filter((flag) => flag.level !== 'sameDayReport' || !isReported(c))
    .map((flag) => ({
      level: ({ sameDayReport: 'danger', alert: 'warn', attention: 'info' } as const)[flag.level],
      text: `${flag.label}：${flag.advice}`,
    }));
}

function violationWarnings(c: CaseData, ctx: CaseContext): CaseWarning[] {
  return c.violations.flatMap((item): CaseWarning[] => {
    const type = ctx.catalogue.violations.types.find((known) => known.code === item.code);
    if (!type) return [];
    return [
      ...(type.flags.immediate && !isReported(c)
        ? [{ level: 'danger', text: `${type.name}：立即处置，不等待文书期限` } as const]
        : []),
      ...(type.flags.scopeUncertain
        ? [{ level: 'info', text: `${type.name}：是否属于本会监督范围，请核对本地规定` } as const]
        : []),
      ...(type.flags.lawUnsettled
        ? [{ level: 'info', text: `${type.name}：相关规定正在变动，引用前请核对现行文本` } as const]
        : []),
    ];
  });
}

/** Unpaid wages of many people are reported on the day. */
function massArrears(c: CaseData, ctx: CaseContext): CaseWarning[] {
  const least = countRule(ctx.rules, 'supervision.massWageWorkersMin');
  const workers = numberOf(c.basics, 'workersTotal') ?? 0;
  const isAboutArrears = c.violations.some((item) => WAGE_ARREARS.includes(item.code));
  if (least === 0 || workers < least || !isAboutArrears || isReported(c)) return [];
  const basis = basisOf(ctx.rules, 'supervision.massWageWorkersMin');
  return [{ level: 'danger', text: `欠薪涉及 ${workers} 人，应当当日向上级工会和党委政府报告${basis}` }];
}

function investigatorWarnings(c: CaseData, ctx: CaseContext): CaseWarning[] {
  return activeInvestigators(c).flatMap((person): CaseWarning[] => {
    const supervisor = ctx.supervisors.find((known) => known.id === person.supervisorId);
    const standing = certificateStanding({ isActive: true, ...(supervisor ?? person) }, ctx.today, ctx.rules);
    if (standing === 'valid') return [];
    if (standing === 'expiring') {
      return [{ level: 'warn', text: `${person.name}的监督员证即将到期（${person.validTo}）` }];
    }
    return [{ level: 'danger', text: `${person.name}的监督员证已经失效，请更换监督员` }];
  });
}

function complainantWarnings(c: CaseData, ctx: CaseContext): CaseWarning[] {
  const most = countRule(ctx.rules, 'supervision.smallGroupMaxWorkers');
  const workers = numberOf(c.basics, 'workersTotal');
  return [
    ...(c.hasComplainant && workers !== null && workers <= most
      ? [{ level: 'warn', text: `只涉及 ${workers} 人，对外文书容易暴露反映人，请概括表述` } as const]
      : []),
    ...(c.hasComplainant && c.basics.isLimitationTold !== true
      ? [{ level: 'warn', text: '尚未告知反映人仲裁、工伤认定等期限，请提醒不要等待' } as const]
      : []),
    ...(dateOf(c.basics, 'hotlineDueOn') !== null && eventsOf(c, 'replyHotline').length === 0
      ? [{ level: 'info', text: `热线工单须于${c.basics.hotlineDueOn}前回复` } as const]
      : []),
  ];
}
