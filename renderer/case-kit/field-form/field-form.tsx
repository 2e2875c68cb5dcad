import type { DocumentRow } from '@shared/contract/documents';
import { Fragment, type ReactNode, useEffect, useId, useMemo, useRef } from 'react';
import { useSaveShortcut } from '../../lib/shortcuts';
import { ErrorSummary } from '../../ui/error-summary';
import { controlId } from './control-id';
import { enterToNext } from './enter-to-next';
import { FieldControl } from './field-control';
import type { FieldFormState } from './field-form-state';
import { focusFirst } from './focus-first';
import { FormContext } from './form-context';
import { groupFields } from './shown-fields';

type FieldFormProps = {
  readonly form: FieldFormState;
  /** Ctrl+S, and Enter on the submit button. Called only when the page's own check passes. */
  readonly onSubmit?: () => void;
  readonly isReadOnly?: boolean;
  /** Papers of the case, for document pickers. */
  readonly documents?: readonly DocumentRow[];
  /** Notices right under single fields, by field name: a possible duplicate, a wrong check digit. */
  readonly notes?: Readonly<Record<string, ReactNode>>;
  /** Buttons and notices under the fields. */
  readonly children?: ReactNode;
  /** A page that is nothing but this form: the cursor stands in its first field. */
  readonly hasCursor?: boolean;
  /** Distinguishes the controls of two forms on one page; made up unless given. */
  readonly idPrefix?: string;
};

const NO_DOCUMENTS: readonly DocumentRow[] = [];

/** Draws a form from its descriptors: one column, groups with headings, errors at the field and summed on top. */
export function FieldForm({
  form,
  onSubmit,
  isReadOnly,
  documents = NO_DOCUMENTS,
  notes,
  children,
  hasCursor,
  idPrefix,
}: FieldFormProps) {
  const madeUp = useId();
  const prefix = idPrefix ?? `f${madeUp.replace(/\W/g, '')}`;
  const groups = groupFields(form.fields, form.values);
  const errorOf = useMemo(
    () => new Map(form.errors.map(({ field, message }) => [field, message])),
    [form.errors],
  );
  const surroundings = useMemo(() => ({ documents }), [documents]);
  const submit = () => {
    if (!isReadOnly && onSubmit && form.check()) onSubmit();
  };
  useSaveShortcut(submit, Boolean(onSubmit) && !isReadOnly);
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (hasCursor) focusFirst(box.current);
  }, [hasCursor]);

  return (
    <FormContext value={surroundings}>
      <form
        ref={box}
        className="field-form"
        noValidate
        {...enterToNext}
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          submit();
        }}
      >
        <ErrorSummary
          errors={form.errors}
          message={form.message}
          attempt={form.attempt}
          controlId={(field) => controlId(prefix, field)}
          labelOf={(name) => form.fields.find((field) => field.name === name)?.label ?? ''}
        />
        {groups.map((group) => (
          <fieldset key={group.title} className="field-group">
            {group.title ? <legend>{group.title}</legend> : null}
            {group.fields.map((field) => (
              <Fragment key={field.name}>
                <FieldControl
                  field={field}
                  id={controlId(prefix, field.name)}
                  value={form.values[field.name]}
                  error={errorOf.get(field.name)}
                  isDisabled={isReadOnly}
                  rowErrors={field.kind === 'rows' ? rowErrorsOf(errorOf, field.name) : undefined}
                  onChange={(value) => form.set(field.name, value)}
                />
                {notes?.[field.name]}
              </Fragment>
            ))}
          </fieldset>
        ))}
        {children}
      </form>
    </FormContext>
  );
}

const rowErrorsOf = (errors: ReadonlyMap<string, string>, name: string) =>
  new Map(
    [...errors].flatMap(([field, message]) =>
      field.startsWith(`${name}.`) ? [[field.slice(name.length + 1), message] as const] : [],
    ),
  );
