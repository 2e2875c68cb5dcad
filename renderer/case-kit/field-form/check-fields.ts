import type { FieldError } from '@shared/contract/result';
import type { Field, FieldValues } from '@shared/domain/kernel/field';
import { judgeAll } from '@shared/domain/kernel/field-check';

/** What is wrong with the values, by the same rules by which the service judges them again. */
export const checkFields = (fields: readonly Field[], values: FieldValues): readonly FieldError[] =>
  judgeAll(fields, values).problems;
