import type { AuditFilter } from '@shared/contract/audit';
import { entityLabel } from '@shared/domain/kernel/audit-labels';
import { Button, Checkbox, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useChannelQuery } from '../../lib/channel-hooks';

export const NO_FILTER: AuditFilter = {
  from: null,
  to: null,
  accountId: null,
  entity: '',
  text: '',
  isSensitiveOnly: false,
};

type AuditFiltersProps = {
  readonly filter: AuditFilter;
  readonly onChange: (filter: AuditFilter) => void;
};

/** Days, account, kind of object, words, and whether only what was seen or left the program. */
export function AuditFilters({ filter, onChange }: AuditFiltersProps) {
  const choices = useChannelQuery('audit.choices', {}, { staleTime: 60_000 });
  const day = (date: dayjs.Dayjs | null | undefined) => date?.format('YYYY-MM-DD') ?? null;
  return (
    <search className="filter-row">
      <Input
        className="filter-text"
        allowClear
        aria-label="查找操作日志"
        placeholder="事项、姓名、文号"
        value={filter.text}
        maxLength={100}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
      />
      <DatePicker.RangePicker
        aria-label="日期"
        placeholder={['日期自', '至']}
        allowEmpty={[true, true]}
        value={[filter.from ? dayjs(filter.from) : null, filter.to ? dayjs(filter.to) : null]}
        onChange={(dates) => onChange({ ...filter, from: day(dates?.[0]), to: day(dates?.[1]) })}
      />
      <Select
        aria-label="账号"
        placeholder="账号"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={filter.accountId === null ? null : String(filter.accountId)}
        options={choices.data?.accounts ?? []}
        onChange={(value: string | undefined) =>
          onChange({ ...filter, accountId: value ? Number(value) : null })
        }
      />
      <Select
        aria-label="对象"
        placeholder="对象"
        allowClear
        value={filter.entity || null}
        options={(choices.data?.entities ?? []).map((entity) => ({
          value: entity,
          label: entityLabel(entity),
        }))}
        onChange={(entity: string | undefined) => onChange({ ...filter, entity: entity ?? '' })}
      />
      <Checkbox
        className="filter-flag"
        checked={filter.isSensitiveOnly}
        onChange={({ target }) => onChange({ ...filter, isSensitiveOnly: target.checked })}
      >
        只看敏感查看、导出和打印
      </Checkbox>
      {filter === NO_FILTER ? null : (
        <Button type="link" onClick={() => onChange(NO_FILTER)}>
          清除筛选
        </Button>
      )}
    </search>
  );
}
