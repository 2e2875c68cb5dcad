import { Input } from 'antd';
import { useEffect, useState } from 'react';

type TimeInputProps = {
  readonly id: string;
  /** HH:MM */
  readonly value: string | null;
  readonly onChange: (time: string | null) => void;
  readonly isDisabled?: boolean;
  readonly describedBy?: string;
  readonly isWrong?: boolean;
};

/** A time of day: 0930, 9:30 and 9点30 become 09:30. */
export function TimeInput({ id, value, onChange, isDisabled, describedBy, isWrong }: TimeInputProps) {
  const [text, setText] = useState(value ?? '');
  useEffect(() => setText(value ?? ''), [value]);
  const settle = () => {
    const settled = readTime(text) ?? (text.trim() || null);
    setText(settled ?? '');
    if (settled !== value) onChange(settled);
  };
  return (
    <Input
      id={id}
      className="time-input"
      value={text}
      placeholder="如 0930"
      autoComplete="off"
      disabled={isDisabled}
      status={isWrong ? 'error' : undefined}
      aria-invalid={isWrong || undefined}
      aria-describedby={describedBy}
      onChange={(event) => setText(event.target.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
      }}
    />
  );
}

function readTime(typed: string): string | null {
  const match = /^(\d{1,2})[:点时]?(\d{2})?分?$/.exec(typed.trim().normalize('NFKC'));
  if (!match) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? '0');
  return hour < 24 && minute < 60
    ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
    : null;
}
