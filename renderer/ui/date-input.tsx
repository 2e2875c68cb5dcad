import { CalendarOutlined } from '@ant-design/icons';
import { formatChinese, weekdayName } from '@shared/domain/kernel/civil-date';
import { parseTypedDate } from '@shared/domain/kernel/typed-date';
import { Button, Calendar, Input, Popover } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useState } from 'react';
import { useToday } from '../lib/session';

import { useWorkdays } from '../lib/use-workdays';

type DateInputProps = {
  readonly id: string;
  /** YYYY-MM-DD; what was typed as long as it is no date, so that the form can say so. */
  readonly value: string | null;
  readonly onChange: (date: string | null) => void;
  readonly isDisabled?: boolean;
  readonly describedBy?: string;
  readonly isWrong?: boolean;
};

const HINT = '可填 0315、2026-3-15、今天、+5工作日';

/** A date, typed the short way or picked; shows at once which day was understood. */
export function DateInput({ id, value, onChange, isDisabled, describedBy, isWrong }: DateInputProps) {
  const today = useToday();
  const calendar = useWorkdays();
  const [text, setText] = useState(value ?? '');
  const [isFocused, setIsFocused] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const understood = text.trim() === '' ? null : parseTypedDate(text, today, calendar);

  useEffect(() => {
    if (!isFocused) setText(value ?? '');
  }, [value, isFocused]);

  const settle = () => {
    setIsFocused(false);
    const settled = understood ?? (text.trim() || null);
    setText(settled ?? '');
    if (settled !== value) onChange(settled);
  };
  const pick = (date: string) => {
    setIsOpen(false);
    setText(date);
    onChange(date);
  };

  return (
    <div className="date-input">
      <div className="date-input-row">
        <Input
          id={id}
          value={text}
          placeholder="年-月-日"
          autoComplete="off"
          disabled={isDisabled}
          status={isWrong ? 'error' : undefined}
          aria-invalid={isWrong || undefined}
          aria-describedby={[`${id}-read`, describedBy].filter(Boolean).join(' ')}
          onFocus={() => setIsFocused(true)}
          onBlur={settle}
          onChange={(event) => {
            setText(event.target.value);
            const date = parseTypedDate(event.target.value, today, calendar);
            if (date || event.target.value.trim() === '') onChange(date);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && understood) setText(understood);
          }}
        />
        <Popover
          trigger="click"
          open={isOpen}
          onOpenChange={setIsOpen}
          placement="bottomRight"
          destroyOnHidden
          content={
            <div className="date-input-calendar">
              <Calendar
                fullscreen={false}
                {...(understood ? { defaultValue: dayjs(understood) } : {})}
                onSelect={(day, { source }) => {
                  if (source === 'date') pick(day.format('YYYY-MM-DD'));
                }}
              />
            </div>
          }
        >
          <Button
            icon={<CalendarOutlined />}
            aria-label="打开日历"
            disabled={isDisabled}
            tabIndex={-1}
            data-skip-enter
          />
        </Popover>
      </div>
      <div className="date-input-read" id={`${id}-read`}>
        {understood ? readAs(understood, calendar.dayName(understood)) : HINT}
      </div>
    </div>
  );
}

/** 2026年10月1日 星期四（国庆节） */
function readAs(date: string, dayName: string): string {
  const isNamed = dayName !== '' && dayName !== weekdayName(date);
  return `${formatChinese(date)} ${weekdayName(date)}${isNamed ? `（${dayName}）` : ''}`;
}
