import type { FieldError } from '@shared/contract/result';
import { Alert } from 'antd';
import { useEffect, useRef } from 'react';

type ErrorSummaryProps = {
  readonly errors: readonly FieldError[];
  /** What happened when no single field is meant. */
  readonly message?: string;
  /** Name of a field as people read it. */
  readonly labelOf?: (field: string) => string;
  /** Changes with each refused attempt: the summary then comes into sight and is read out. */
  readonly attempt?: number;
  /** id of the control of a field. */
  readonly controlId: (field: string) => string;
};

/** Above a form: what is still to be put right, each line leads to its field. */
export function ErrorSummary({ errors, message, labelOf, controlId, attempt = 0 }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt === 0) return;
    box.current?.scrollIntoView({ block: 'center' });
    box.current?.focus({ preventScroll: true });
  }, [attempt]);
  if (errors.length === 0 && !message) return null;
  // Said once: most refusals are the words of their only field.
  const isSaidBelow = errors.some((error) => message?.includes(error.message));
  const title = errors.length > 0 ? `还有 ${errors.length} 处需要补充或修改` : message;
  return (
    <div ref={box} tabIndex={-1} className="error-summary-box">
      <Alert
        className="error-summary"
        type="error"
        showIcon
        title={title}
        description={
          errors.length > 0 ? (
            <>
              {message && !isSaidBelow ? <p className="error-summary-message">{message}</p> : null}
              <ul className="error-summary-list">
                {errors.map(({ field, message: text }) => (
                  <li key={`${field} ${text}`}>
                    <button type="button" className="link-button" onClick={() => goTo(controlId(field))}>
                      {labelOf && !text.includes(labelOf(field)) ? `${labelOf(field)}：${text}` : text}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          ) : undefined
        }
      />
    </div>
  );
}

/** Scrolls to a control and puts the cursor into it. */
export function goTo(id: string): void {
  const control = document.getElementById(id);
  if (!control) return;
  control.scrollIntoView({ block: 'center' });
  const focusable = control.matches('input,textarea,button,select')
    ? control
    : control.querySelector<HTMLElement>('input,textarea,button,[tabindex]');
  focusable?.focus({ preventScroll: true });
}
