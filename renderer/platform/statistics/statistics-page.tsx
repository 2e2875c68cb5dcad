import { Alert, Button, Select, Spin, Tabs } from 'antd';
import { useMemo } from 'react';
import { useChannelCommand, useChannelQuery } from '../../lib/channel-hooks';
import { dateTime } from '../../lib/format';
import { useToday } from '../../lib/session';
import { useToasts } from '../../lib/toasts';
import { useUrlState } from '../../lib/url-state';
import { PageHeader } from '../../ui/page-header';
import { LedgerTable } from './ledger-table';
import { YearView } from './year-view';

const YEARS_BACK = 6;

/** 台账统计: the year's indicators with how they are counted, charts, and the ledgers. */
export function StatisticsPage() {
  const today = useToday();
  const toasts = useToasts();
  const thisYear = Number(today.slice(0, 4));
  const defaults = useMemo(() => ({ year: String(thisYear), town: '', tab: 'year', ledger: '' }), [thisYear]);
  const [state, setState] = useUrlState<Record<'year' | 'town' | 'tab' | 'ledger', string>>(defaults);
  const year = Number(state.year) || thisYear;
  const towns = useChannelQuery('employers.towns', {}, { staleTime: 60_000 });
  const statistics = useChannelQuery('statistics.year', { year, town: state.town }, { keepPrevious: true });
  const ledgers = useChannelQuery('statistics.ledgers', {});
  const exportYear = useChannelCommand('statistics.export');
  const ledger = state.ledger || ledgers.data?.[0]?.value || '';

  const exportAll = async () => {
    const result = await exportYear.run({ year, ledgers: (ledgers.data ?? []).map(({ value }) => value) });
    if (!result.ok) toasts.refused(result.error);
    else if (result.value) toasts.wrote('已导出', result.value.path);
  };

  return (
    <>
      <PageHeader
        title="台账统计"
        detail={statistics.data ? `数据截至 ${asOfText(statistics.data.asOf)}` : null}
        actions={
          <>
            <Select
              aria-label="年度"
              value={year}
              options={Array.from({ length: YEARS_BACK }, (_, back) => ({
                value: thisYear - back,
                label: `${thisYear - back}年`,
              }))}
              onChange={(chosen: number) => setState({ year: String(chosen) })}
            />
            <Select
              aria-label="乡镇（街道）"
              className="statistics-town"
              allowClear
              showSearch
              placeholder="全部乡镇（街道）"
              value={state.town || null}
              options={(towns.data ?? []).map((town) => ({ value: town, label: town }))}
              onChange={(town: string | undefined) => setState({ town: town ?? '' })}
            />
            <Button type="primary" loading={exportYear.isRunning} onClick={() => void exportAll()}>
              导出全年台账和统计
            </Button>
          </>
        }
      />
      {statistics.error ? <Alert type="error" showIcon title={statistics.error.message} /> : null}
      <Tabs
        activeKey={state.tab}
        onChange={(tab) => setState({ tab })}
        items={[
          {
            key: 'year',
            label: '年度统计',
            children: statistics.data ? (
              <YearView statistics={statistics.data} />
            ) : (
              <Waiting isFailed={statistics.isError} />
            ),
          },
          {
            key: 'ledgers',
            label: '台账',
            children: ledger ? (
              <>
                <div className="filter-row">
                  <Select
                    aria-label="台账"
                    className="statistics-ledger"
                    value={ledger}
                    options={ledgers.data ?? []}
                    onChange={(chosen: string) => setState({ ledger: chosen })}
                  />
                </div>
                <LedgerTable key={`${ledger}-${year}`} ledger={ledger} year={year} />
              </>
            ) : (
              <Waiting isFailed={ledgers.isError} />
            ),
          },
        ]}
      />
    </>
  );
}

const asOfText = (asOf: string) => (asOf.includes('T') ? dateTime(asOf) : asOf);

function Waiting({ isFailed }: { readonly isFailed: boolean }) {
  return isFailed ? null : <Spin delay={300} />;
}
