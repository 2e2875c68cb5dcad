import { Alert, Select, Spin } from 'antd';
import { useState } from 'react';
import { useChannelQuery } from '../../lib/channel-hooks';
import { useMay } from '../../lib/may';
import { useToday } from '../../lib/session';
import { CalendarYearForm } from './calendar-year-form';

const STATUS = {
  published: { type: 'success', text: '按国务院办公厅公布的放假安排。' },
  edited: { type: 'success', text: '本单位已核对修改。' },
  projected: { type: 'warning', text: '放假安排尚未公布，按法定节假日和周末推算。公布后请在此录入。' },
  missing: { type: 'warning', text: '没有这一年的日历，暂按周末休息推算。放假安排公布后请在此录入。' },
} as const;

/** 工作日历: holidays and worked weekends of a year, with the notice they come from. */
export function CalendarSection() {
  const thisYear = Number(useToday().slice(0, 4));
  const mayWrite = useMay('settings.write');
  const [year, setYear] = useState(thisYear);
  const { data, error } = useChannelQuery('calendar.year', { year });
  return (
    <>
      <p className="settings-intro">
        按“工作日”计算的期限都用这份日历。每年国务院办公厅公布放假安排后，请核对一次。
      </p>
      <div className="filter-row">
        <Select
          aria-label="年度"
          value={year}
          options={[-1, 0, 1, 2].map((step) => ({ value: thisYear + step, label: `${thisYear + step}年` }))}
          onChange={setYear}
        />
      </div>
      {error ? <Alert type="error" showIcon title={error.message} /> : null}
      {data ? (
        <>
          <Alert
            className="page-notice"
            type={STATUS[data.status].type}
            showIcon
            title={STATUS[data.status].text}
          />
          <CalendarYearForm
            key={`${year}-${data.status}-${data.source}`}
            calendar={data}
            isReadOnly={!mayWrite}
          />
        </>
      ) : (
        <Spin delay={300} />
      )}
    </>
  );
}
