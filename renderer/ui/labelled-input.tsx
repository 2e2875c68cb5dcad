import { Input } from 'antd';
import type { ComponentProps } from 'react';
import { describedBy, Labelled } from './labelled';

type LabelledInputProps = Omit<ComponentProps<typeof Labelled>, 'htmlFor' | 'isGroup' | 'children'> & {
  readonly id: string;
  readonly value: string;
  readonly maxLength?: number;
  /** A password: dots, with an eye to show it. */
  readonly isHidden?: boolean;
  readonly isDisabled?: boolean;
  readonly hasCursor?: boolean;
  readonly onChange: (value: string) => void;
};

/** One labelled line of text, which the window never offers to complete. */
export function LabelledInput(props: LabelledInputProps) {
  const { id, value, maxLength = 200, isHidden, isDisabled, hasCursor, onChange, ...label } = props;
  const Line = isHidden ? Input.Password : Input;
  return (
    <Labelled htmlFor={id} {...label}>
      <Line
        id={id}
        value={value}
        maxLength={maxLength}
        disabled={isDisabled}
        autoFocus={hasCursor}
        autoComplete="off"
        aria-describedby={describedBy(id, Boolean(label.help), Boolean(label.error))}
        onChange={(event) => onChange(event.target.value)}
      />
    </Labelled>
  );
}
