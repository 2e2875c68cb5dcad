import type { Option } from '@shared/domain/kernel/field';
import { Button, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useChannelQuery } from '../../lib/channel-hooks';
import { useTypedText } from '../../lib/use-typed-text';
import { CASE_LIST_DEFAULTS, type CaseListState } from './case-list-state';

type CaseFiltersProps = {
  readonly state: CaseListState;
  readonly onChange: (part: Partial<Record<keyof CaseListState, string>>) => void;
  readonly stateOptions: readonly Option[];
  readonly hasViolations: boolean;
  readonly children?: ReactNode;
};

const KEPT: readonly (keyof CaseListState)[] = ['view', 'sort', 'order', 'limit', 'offset'];

/** The filter row of a case list. */
export function CaseFilters({ state, onChange, stateOptions, hasViolations, children }: CaseFiltersProps) {
  const towns = useChannelQuery('employers.towns', {}, { staleTime: 60_000 });
  const violations = useChannelQuery(
    'catalogue.violations',
    {},
    { enabled: hasViolations, staleTime: 60_000 },
  );
  const [text, setText] = useTypedText(state.text, (typed) => onChange({ text: typed, offset: '0' }));

  const isFiltered = (Object.keys(CASE_LIST_DEFAULTS) as (keyof CaseListState)[]).some(
    (name) => !KEPT.includes(name) && state[name] !== '',
  );
  const clear = () => {
    setText('');
    onChange({ text: '', states: '', town: '', violation: '', from: '', to: '', employer: '', offset: '0' });
  };
  return (
    <search className="filter-row">
      <Input
        className="filter-text"
        allowClear
        aria-label="按案号、案由或单位查找"
        placeholder="案号、案由、单位"
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
      />
      {stateOptions.length > 0 ? (
        <Select
          mode="multiple"
          aria-label="状态"
          placeholder="状态"
          maxTagCount={1}
          allowClear
          value={state.states ? state.states.split(',') : []}
          options={[...stateOptions]}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(states: string[]) => onChange({ states: states.join(','), offset: '0' })}
        />
      ) : null}
      <Select
        aria-label="乡镇（街道）"
        placeholder="乡镇（街道）"
        allowClear
        showSearch
        value={state.town || null}
        options={(towns.data ?? []).map((town) => ({ value: town, label: town }))}
        onChange={(town: string | undefined) => onChange({ town: town ?? '', offset: '0' })}
      />
      {hasViolations ? (
        <Select
          aria-label="违法类型"
          placeholder="违法类型"
          allowClear
          popupMatchSelectWidth={320}
          showSearch={{ optionFilterProp: 'label' }}
          value={state.violation || null}
          options={(violations.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(code: string | undefined) => onChange({ violation: code ?? '', offset: '0' })}
        />
      ) : null}
      <DatePicker.RangePicker
        aria-label="收到日期"
        placeholder={['收到日期自', '至']}
        allowEmpty={[true, true]}
        value={[state.from ? dayjs(state.from) : null, state.to ? dayjs(state.to) : null]}
        onChange={(dates) =>
          onChange({
            from: dates?.[0]?.format('YYYY-MM-DD') ?? '',
            to: dates?.[1]?.format('YYYY-MM-DD') ?? '',
            offset: '0',
          })
        }
      />
      {isFiltered ? (
        <Button type="link" onClick={clear}>
          清除筛选
        </Button>
      ) : null}
      {children}
    </search>
  );
}
