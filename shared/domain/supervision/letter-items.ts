import { dateOf, numberOf } from '../papers/lifecycle-values';
import type { CaseContext } from './case-context';
import type { CaseData, ViolationData } from './case-data';
import type { LetterFinding } from './letter-finding';
import { eventsOf } from './letters';
import { basisOf, countRule, flagRule } from './rule-access';
import { isCertified } from './supervisors';

/** Every item has a fact, evidence, a legal basis and a demand; who found it out was entitled to. */

const ITEM_PARTS = [
  { name: 'fact', label: '事实' },
  { name: 'evidence', label: '佐证材料' },
  { name: 'demand', label: '改正要求' },
] as const;

const block = (code: string, message: string, excerpt: string): LetterFinding => ({
  severity: 'block',
  code,
  message,
  excerpt,
});

export function itemFindings(items: readonly ViolationData[], ctx: CaseContext): LetterFinding[] {
  if (items.length === 0) return [block('items.missing', '文书没有问题项，请先在“调查”中登记', '')];
  return items.flatMap((item) => {
    const missing: string[] = ITEM_PARTS.filter((part) => item[part.name].trim() === '').map(
      (part) => part.label,
    );
    const type = ctx.catalogue.violations.types.find((known) => known.code === item.code);
    if (!type || type.bases.length === 0) missing.push('法律依据');
    return missing.length === 0
      ? []
      : [block('items.incomplete', `问题“${item.name}”缺少${missing.join('、')}`, item.name)];
  });
}

/** Enough supervisors, each with a certificate valid on the day of the investigation. */
export function investigationFindings(c: CaseData, ctx: CaseContext): LetterFinding[] {
  const least = countRule(ctx.rules, 'supervision.minInvestigators');
  const basis = basisOf(ctx.rules, 'supervision.minInvestigators');
  return eventsOf(c, 'recordInvestigation').flatMap((event) => {
    const on = dateOf(event.values, 'investigatedOn') ?? event.on;
    const ids = ['supervisorA', 'supervisorB', 'supervisorC'].flatMap(
      (name) => numberOf(event.values, name) ?? [],
    );
    const certified = [...new Set(ids)].filter((id) => {
      const person = ctx.supervisors.find((supervisor) => supervisor.id === id);
      return (
        person &&
        (!flagRule(ctx.rules, 'supervision.certificateRequired') ||
          isCertified({ ...person, isActive: true }, on))
      );
    });
    if (certified.length >= least) return [];
    return [block('investigators.certificate', `${on}的调查没有 ${least} 名持有效证件的监督员${basis}`, on)];
  });
}
