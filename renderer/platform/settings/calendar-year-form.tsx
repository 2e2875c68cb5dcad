import type { Output } from '@shared/contract';
import type { Field, FieldValues } from '@shared/domain/kernel/field';
import { Button } from 'antd';
import { DraftNotice } from '../../case-kit/draft-notice';
import { FieldForm } from '../../case-kit/field-form/field-form';
import { useFieldForm } from '../../case-kit/field-form/field-form-state';
import { LeaveGuard } from '../../case-kit/leave-guard';
import { useDraft } from '../../case-kit/use-draft';
import { useChannelCommand } from '../../lib/channel-hooks';
import { useToasts } from '../../lib/toasts';

type CalendarYear = Output<'calendar.year'>;

const FIELDS: readonly Field[] = [
  {
    name: 'source',
    label: '依据文件',
    kind: 'text',
    isRequired: true,
    maxLength: 120,
    help: '如 国办发明电〔2025〕×号。',
  },
  {
    name: 'holidays',
    label: '放假日',
    kind: 'rows',
    of: [
      { name: 'date', label: '日期', kind: 'date', isRequired: true },
      { name: 'name', label: '节日', kind: 'text', isRequired: true, maxLength: 20 },
    ],
  },
  {
    name: 'makeupWorkdays',
    label: '调休上班日',
    kind: 'rows',
    of: [{ name: 'date', label: '日期', kind: 'date', isRequired: true }],
  },
];

const toValues = (calendar: CalendarYear): FieldValues => ({
  source: calendar.source,
  holidays: calendar.holidays,
  makeupWorkdays: calendar.makeupWorkdays.map((date) => ({ date })),
});

type Rows = readonly Readonly<Record<string, string | number | boolean | null>>[];
const rowsOf = (values: FieldValues, name: string) =>
  Array.isArray(values[name]) ? (values[name] as Rows) : [];

/** The days of one year, to be corrected. */
export function CalendarYearForm({
  calendar,
  isReadOnly,
}: {
  readonly calendar: CalendarYear;
  readonly isReadOnly: boolean;
}) {
  const toasts = useToasts();
  const form = useFieldForm({ fields: FIELDS, initial: toValues(calendar) });
  const draftKey = `calendar:${calendar.year}`;
  const draft = useDraft(draftKey, form.values, { isChanged: form.isChanged, onRestore: form.replace });
  const update = useChannelCommand('calendar.update');
  const submit = async () => {
    if (update.isRunning) return;
    const result = await update.run({
      year: calendar.year,
      source: String(form.values.source ?? ''),
      holidays: rowsOf(form.values, 'holidays').map((row) => ({
        date: String(row.date),
        name: String(row.name),
      })),
      makeupWorkdays: rowsOf(form.values, 'makeupWorkdays').map((row) => String(row.date)),
    });
    if (!result.ok) {
      form.refuse(result.error);
      return;
    }
    form.reset(form.values);
    await draft.discard();
    toasts.done('已保存，未到期的期限已按新日历重新计算');
  };
  return (
    <>
      <LeaveGuard isChanged={form.isChanged} draft={draft} draftKey={draftKey} />
      <DraftNotice draft={draft} onGiveUp={() => form.reset(toValues(calendar))} />
      <FieldForm form={form} onSubmit={() => void submit()} isReadOnly={isReadOnly} idPrefix="calendar">
        {isReadOnly ? (
          <p className="quiet">只有管理员可以修改。</p>
        ) : (
          <div className="form-buttons">
            <Button type="primary" htmlType="submit" loading={update.isRunning} disabled={!form.isChanged}>
              保存
            </Button>
          </div>
        )}
      </FieldForm>
    </>
  );
}
