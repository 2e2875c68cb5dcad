import { z } from 'zod';
import type { Field, FieldValue, FieldValues } from './field';
import { emptyValue, type FieldProblem, isRecord, judgeAll, unknownKeys } from './field-check';

export { emptyValue, type FieldProblem, isBlank, isShown, missingMessage } from './field-check';

/**
 * The form as a zod schema. Parsing gives every field of the form: texts cleaned, codes half-width and upper case,
 * what is hidden or blank null (false for flags, [] for lists). Issues carry the field's path and a Chinese message
 * that names the field and says what to do; unknown keys are refused.
 */
export function schemaOf(fields: readonly Field[]): z.ZodType<FieldValues> {
  return z.custom<FieldValues>(isRecord, '表单内容不完整，请重新打开本页').transform((values, context) => {
    const judged = judgeAll(fields, values);
    const problems = [...judged.problems, ...unknownKeys(fields, values)];
    for (const { field, message } of problems) {
      context.addIssue({ code: 'custom', path: pathOf(field), message });
    }
    return problems.length === 0 ? judged.values : z.NEVER;
  });
}

/** What is wrong with the values, field by field in the order of the form; keys outside the form are not judged. */
export function checkFields(fields: readonly Field[], values: FieldValues): readonly FieldProblem[] {
  return judgeAll(fields, values).problems;
}

/** The values as schemaOf would keep them, right or wrong. */
export function cleanValues(fields: readonly Field[], values: FieldValues): FieldValues {
  return judgeAll(fields, values).values;
}

/** What a form opens with when nothing is known. */
export function emptyValues(fields: readonly Field[]): FieldValues {
  return Object.fromEntries(fields.map((field): [string, FieldValue] => [field.name, emptyValue(field)]));
}

const pathOf = (field: string) => field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
