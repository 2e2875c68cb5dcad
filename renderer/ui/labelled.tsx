import type { ReactNode } from 'react';

type LabelledProps = {
  /** id of the control, so that a click on the label and a screen reader find it. */
  readonly htmlFor: string;
  readonly label: string;
  readonly isRequired?: boolean;
  readonly help?: ReactNode;
  readonly error?: string;
  /** For groups of radios and boxes, which no single label can point to. */
  readonly isGroup?: boolean;
  readonly children: ReactNode;
};

/** Ids of the help and error lines, for aria-describedby. */
export const describedBy = (id: string, hasHelp: boolean, hasError: boolean): string | undefined =>
  [hasError ? `${id}-error` : '', hasHelp ? `${id}-help` : ''].filter(Boolean).join(' ') || undefined;

/** Label above, control, help, error: the one shape of every field. */
export function Labelled({ htmlFor, label, isRequired, help, error, isGroup, children }: LabelledProps) {
  const mark = isRequired ? (
    <span className="field-required" title="必填">
      *<span className="visually-hidden">必填</span>
    </span>
  ) : null;
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      {isGroup ? (
        <span className="field-label" id={`${htmlFor}-label`}>
          {label}
          {mark}
        </span>
      ) : (
        <label className="field-label" htmlFor={htmlFor}>
          {label}
          {mark}
        </label>
      )}
      {children}
      {error ? (
        <div className="field-error" id={`${htmlFor}-error`} role="alert">
          {error}
        </div>
      ) : null}
      {help ? (
        <div className="field-help" id={`${htmlFor}-help`}>
          {help}
        </div>
      ) : null}
    </div>
  );
}
