import type { EmployerInput } from '@shared/contract/employers';
import type { FieldError } from '@shared/contract/result';
import { checkFields } from '@shared/domain/kernel/field-schema';
import { EMPLOYER_FIELDS } from './employer-fields';

/** Problems by field, empty when the employer may be saved. Also judges each row of an import. */
export function judgeEmployer(employer: EmployerInput): FieldError[] {
  return checkFields(EMPLOYER_FIELDS, employer).map(({ field, message }) => ({ field, message }));
}
