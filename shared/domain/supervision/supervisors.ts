import { addDays, type CivilDate, formatChinese } from '../kernel/civil-date';
import type { ResolvedRules } from '../kernel/rules';
import type { Problem } from '../papers/lifecycle-data';
import type { CaseContext, SupervisorData } from './case-context';
import type { CaseData } from './case-data';
import { basisOf, codeRule, countRule, flagRule } from './rule-access';

/** Supervisors and their certificates. */

export type CertificateStanding = 'valid' | 'expiring' | 'expired' | 'notYet' | 'inactive';

/** How a certificate stands on a day; `expiring` from the first reminder day of the rules on. */
export function certificateStanding(
  supervisor: Pick<SupervisorData, 'validFrom' | 'validTo' | 'isActive'>,
  on: CivilDate,
  rules: ResolvedRules,
): CertificateStanding {
  if (!supervisor.isActive) return 'inactive';
  if (on < supervisor.validFrom) return 'notYet';
  if (on > supervisor.validTo) return 'expired';
  const days = codeRule(rules, 'supervision.certificateExpiryRemindDays').map(Number);
  return addDays(on, Math.max(0, ...days)) >= supervisor.validTo ? 'expiring' : 'valid';
}

/** In service with a certificate valid on that day. */
export const isCertified = (
  supervisor: Pick<SupervisorData, 'validFrom' | 'validTo' | 'isActive'>,
  on: CivilDate,
): boolean => supervisor.isActive && supervisor.validFrom <= on && on <= supervisor.validTo;

/** A person chosen in a form field. */
export type Chosen = { readonly field: string; readonly id: number | null };

/** Enough different persons of the registry, each with a certificate valid on that day. */
export function checkSupervisors(
  chosen: readonly Chosen[],
  on: CivilDate,
  ctx: Pick<CaseContext, 'supervisors' | 'rules'>,
): Problem[] {
  const { rules } = ctx;
  const problems: Problem[] = [];
  const seen = new Set<number>();
  for (const { field, id } of chosen) {
    if (id === null) continue;
    const person = ctx.supervisors.find((supervisor) => supervisor.id === id);
    if (!person) problems.push({ field, message: '所选人员不在监督员名册中' });
    else if (seen.has(id))
      problems.push({ field, message: `${person.name}重复，应当由不同的监督员共同办理` });
    else if (flagRule(rules, 'supervision.certificateRequired') && !isCertified(person, on)) {
      problems.push({ field, message: certificateProblem(person, on, rules) });
    }
    seen.add(id);
  }
  const least = countRule(rules, 'supervision.minInvestigators');
  if (seen.size < least) {
    problems.push({
      field: chosen.find(({ id }) => id === null)?.field ?? chosen.at(-1)?.field,
      message: `应当由不少于 ${least} 名监督员共同办理${basisOf(rules, 'supervision.minInvestigators')}`,
    });
  }
  return problems;
}

function certificateProblem(person: SupervisorData, on: CivilDate, rules: ResolvedRules): string {
  const basis = basisOf(rules, 'supervision.certificateRequired');
  if (!person.isActive) return `${person.name}已不再担任监督员${basis}`;
  if (on < person.validFrom) {
    return `${person.name}的监督员证自${formatChinese(person.validFrom)}起有效，${formatChinese(on)}尚未生效${basis}`;
  }
  return `${person.name}的监督员证有效期至${formatChinese(person.validTo)}，${formatChinese(on)}已失效${basis}`;
}

/** Supervisors of the case who have not been recused. */
export const activeInvestigators = (c: CaseData) => c.investigators.filter((person) => !person.isRecused);

/** The chosen persons must be working on the case. */
export function checkAssigned(c: CaseData, chosen: readonly Chosen[]): Problem[] {
  return chosen.flatMap(({ field, id }): Problem[] => {
    if (id === null) return [];
    const assigned = c.investigators.find((person) => person.supervisorId === id);
    if (!assigned) return [{ field, message: '所选监督员不是本案承办监督员，请先办理“更换监督员”' }];
    return assigned.isRecused ? [{ field, message: `${assigned.name}已回避，不能再参与本案` }] : [];
  });
}
