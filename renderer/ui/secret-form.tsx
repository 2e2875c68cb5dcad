import type { FieldError, Result } from '@shared/contract/result';
import { Button, Input } from 'antd';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { ErrorSummary } from './error-summary';
import { Labelled } from './labelled';

export type SecretField = {
  readonly name: string;
  readonly label: string;
  readonly help?: ReactNode;
  /** Asked a second time under this label, so that a slip is noticed. */
  readonly againLabel?: string;
  /** Shown as it is typed: a code from paper, no password. */
  readonly isPlain?: boolean;
};

type SecretFormProps = {
  /** Before the names of the fields in the ids of the controls. */
  readonly idPrefix: string;
  readonly fields: readonly SecretField[];
  readonly okText: string;
  readonly onSubmit: (values: Readonly<Record<string, string>>) => Promise<Result<unknown>>;
  readonly onCancel?: () => void;
  /** What is wrong before it is sent; nothing: null. */
  readonly check?: (values: Readonly<Record<string, string>>) => readonly FieldError[];
  readonly isDanger?: boolean;
  readonly children?: ReactNode;
};

const AGAIN = 'Again';

/** A few secrets and a button. What is typed here is never kept as a draft. */
export function SecretForm(props: SecretFormProps) {
  const { idPrefix, fields, okText, onSubmit, onCancel, check, isDanger, children } = props;
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [message, setMessage] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [isRunning, setRunning] = useState(false);
  const inputs = fields.flatMap((field) => [
    field,
    ...(field.againLabel ? [{ name: `${field.name}${AGAIN}`, label: field.againLabel }] : []),
  ]);
  const typed = (name: string) => values[name] ?? '';

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isRunning) return;
    const found = [...judge(fields, typed), ...(check?.(values) ?? [])];
    setErrors(found);
    setMessage('');
    setAttempt((n) => n + 1);
    if (found.length > 0) return;
    setRunning(true);
    const result = await onSubmit(Object.fromEntries(fields.map(({ name }) => [name, typed(name)])));
    setRunning(false);
    if (result.ok) return;
    setErrors(result.error.fields ?? []);
    setMessage(result.error.message);
    setAttempt((n) => n + 1);
  };
  const controlId = (name: string) => `${idPrefix}-${name}`;
  return (
    <form className="secret-form" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary errors={errors} attempt={attempt} message={message} controlId={controlId} />
      {inputs.map((field, index) => {
        const error = errors.find(({ field: name }) => name === field.name)?.message;
        const control = {
          id: controlId(field.name),
          value: typed(field.name),
          maxLength: 200,
          autoComplete: 'off',
          autoFocus: index === 0,
          status: error ? ('error' as const) : undefined,
          'aria-invalid': error ? true : undefined,
          onChange: (event: { target: { value: string } }) => {
            setValues((current) => ({ ...current, [field.name]: event.target.value }));
            setErrors((current) => current.filter(({ field: name }) => name !== field.name));
          },
        };
        return (
          <Labelled
            key={field.name}
            htmlFor={control.id}
            label={field.label}
            isRequired
            {...('help' in field ? { help: field.help } : {})}
            {...(error ? { error } : {})}
          >
            {'isPlain' in field && field.isPlain ? <Input {...control} /> : <Input.Password {...control} />}
          </Labelled>
        );
      })}
      {children}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" danger={isDanger === true} loading={isRunning}>
          {okText}
        </Button>
        {onCancel ? (
          <Button onClick={onCancel} disabled={isRunning}>
            取消
          </Button>
        ) : null}
      </div>
    </form>
  );
}

function judge(fields: readonly SecretField[], typed: (name: string) => string): FieldError[] {
  return fields.flatMap(({ name, label, againLabel }) => {
    if (typed(name) === '') return [{ field: name, message: `请填写${label}` }];
    if (againLabel && typed(`${name}${AGAIN}`) !== typed(name)) {
      return [{ field: `${name}${AGAIN}`, message: '两次填写的不一致，请重新填写' }];
    }
    return [];
  });
}
