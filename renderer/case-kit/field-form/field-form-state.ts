import type { AppError, FieldError } from '@shared/contract/result';
import type { Field, FieldValue, FieldValues } from '@shared/domain/kernel/field';
import { useCallback, useMemo, useRef, useState } from 'react';
import { checkFields } from './check-fields';

export type FieldFormState = {
  readonly fields: readonly Field[];
  readonly values: FieldValues;
  readonly errors: readonly FieldError[];
  /** A message that concerns no single field. */
  readonly message: string;
  /** Counts refused attempts: the summary comes into sight with each. */
  readonly attempt: number;
  /** Something differs from what the form opened with. */
  readonly isChanged: boolean;
  readonly set: (name: string, value: FieldValue) => void;
  /** Takes over a kept draft or newer content; what it opened with stays the yardstick of isChanged. */
  readonly replace: (values: FieldValues) => void;
  /** Opens anew with these values: after a save, or when the record was read again. */
  readonly reset: (initial: FieldValues) => void;
  /** Takes over what others saved, keeping each field that was typed here. */
  readonly mergeNewer: (initial: FieldValues) => void;
  /** true when nothing is missing or malformed; otherwise the errors are shown. */
  readonly check: () => boolean;
  /** Shows why the service refused. */
  readonly refuse: (error: AppError) => void;
};

/** Descriptors, or how they follow from what is typed: what one field says may narrow the choice of another. */
export type FormFields = readonly Field[] | ((values: FieldValues) => readonly Field[]);

type Options = { readonly fields: FormFields; readonly initial: FieldValues };

/** State of a described form. Key the component by the record so that another record opens anew. */
export function useFieldForm({ fields: described, initial }: Options): FieldFormState {
  const [opened, setOpened] = useState(initial);
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [message, setMessage] = useState('');
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(values);
  latest.current = values;
  const fields = typeof described === 'function' ? described(values) : described;
  const narrow = useRef(described);
  narrow.current = described;

  const set = useCallback((name: string, value: FieldValue) => {
    setValues((current) => withoutLostChoices({ ...current, [name]: value }, narrow.current));
    setErrors((current) => current.filter(({ field }) => field !== name && !field.startsWith(`${name}.`)));
  }, []);
  const reset = useCallback((next: FieldValues) => {
    setOpened(next);
    setValues(next);
    setErrors([]);
    setMessage('');
  }, []);
  const mergeNewer = useCallback(
    (next: FieldValues) => {
      const typed = Object.entries(latest.current).filter(([name, value]) => !isSame(value, opened[name]));
      setOpened(next);
      setValues({ ...next, ...Object.fromEntries(typed) });
      setMessage('');
    },
    [opened],
  );
  const check = useCallback(() => {
    const found = checkFields(fields, latest.current);
    setErrors(found);
    setMessage('');
    if (found.length > 0) setAttempt((n) => n + 1);
    return found.length === 0;
  }, [fields]);
  const refuse = useCallback((error: AppError) => {
    setErrors(error.fields ?? []);
    setMessage(error.message);
    setAttempt((n) => n + 1);
  }, []);
  const isChanged = useMemo(
    () => Object.keys({ ...opened, ...values }).some((name) => !isSame(values[name], opened[name])),
    [opened, values],
  );
  return {
    fields,
    values,
    errors,
    message,
    attempt,
    isChanged,
    set,
    replace: setValues,
    reset,
    mergeNewer,
    check,
    refuse,
  };
}

/** A choice that another field has taken away is no choice any more. */
function withoutLostChoices(values: FieldValues, fields: FormFields): FieldValues {
  if (typeof fields !== 'function') return values;
  const lost = fields(values).filter(
    ({ kind, name, options = [] }) =>
      kind === 'select' && !options.some(({ value }) => value === (values[name] ?? value)),
  );
  return { ...values, ...Object.fromEntries(lost.map(({ name }) => [name, null])) };
}

const isSame = (a: FieldValue | undefined, b: FieldValue | undefined) =>
  a === b || JSON.stringify(blankToNull(a)) === JSON.stringify(blankToNull(b));

const blankToNull = (value: FieldValue | undefined) => (value === undefined || value === '' ? null : value);
