import type { CivilDate } from '../../kernel/civil-date';
import type { Field, FieldValues } from '../../kernel/field';
import type { Problem } from '../../papers/lifecycle-data';
import { numberOf } from '../../papers/lifecycle-values';
import type { CaseContext } from '../case-context';
import type { CaseData } from '../case-data';
import { activeInvestigators, type Chosen, checkAssigned, checkSupervisors } from '../supervisors';

/** The supervisors a form names: who went, who signed the report, who looked again. */

/** Two supervisors, and a third who may join them. */
export const SUPERVISOR_FIELDS: readonly Field[] = [
  { name: 'supervisorA', label: '监督员', kind: 'supervisor', isRequired: true },
  { name: 'supervisorB', label: '监督员（二）', kind: 'supervisor', isRequired: true },
  { name: 'supervisorC', label: '监督员（三）', kind: 'supervisor' },
];

const SUPERVISOR_NAMES = ['supervisorA', 'supervisorB', 'supervisorC'] as const;

/** The supervisors of a form, different persons, certified on that day and working on the case. */
export function checkPair(c: CaseData, values: FieldValues, on: CivilDate, ctx: CaseContext): Problem[] {
  const chosen: Chosen[] = SUPERVISOR_NAMES.map((field) => ({ field, id: numberOf(values, field) }));
  return [...checkSupervisors(chosen, on, ctx), ...checkAssigned(c, chosen)];
}

/** The form opens with the supervisors of the case. */
export const pairInitial = (c: CaseData): FieldValues => {
  const [a, b] = activeInvestigators(c);
  return { supervisorA: a?.supervisorId ?? null, supervisorB: b?.supervisorId ?? null };
};

/** Supervisor fields of a form that does not always need them. */
export const OPTIONAL_PAIR: readonly Field[] = SUPERVISOR_FIELDS.map((field) => ({
  ...field,
  isRequired: false,
}));
