import { longDate, weekday } from '@renderer/lib/format';
import type { DeadlineRow, SupervisionCase } from '@shared/contract/supervision';
import { Empty, Space, Table, Tag } from 'antd';
import { BasisPopover } from './basis-popover';
import { DaysLeft } from './days-left';
import { DEADLINE_STATUS_LABELS } from './labels';
import { LimitationRadar } from './limitation-radar';

/** 期限: each date of the law with its day, what was skipped, and why. Below it the limitation radar. */
export function DeadlinesTab({ caseFile }: { readonly caseFile: SupervisionCase }) {
  return (
    <Space orientation="vertical" size={16} className="sup-fill">
      <Table<DeadlineRow>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={caseFile.deadlines}
        locale={{
          emptyText: (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description="还没有期限。登记受理、送达文书后，系统按规则自动计算期限。"
            />
          ),
        }}
        columns={[
          { title: '事项', dataIndex: 'label' },
          {
            title: '起算',
            render: (_, row) => (
              <>
                {longDate(row.startOn)}
                <div className="sup-muted">{row.startEvent}，次日起算</div>
              </>
            ),
          },
          {
            title: '期满日',
            render: (_, row) => (
              <>
                {longDate(row.nominalOn)}
                <div className="sup-muted">{weekday(row.nominalOn)}</div>
              </>
            ),
          },
          {
            title: '到期日',
            render: (_, row) => (
              <>
                <strong>{longDate(row.dueOn)}</strong>
                {row.isProjected && <Tag color="gold">放假安排未公布，待核对</Tag>}
                <div className="sup-muted">{row.skippedText || weekday(row.dueOn)}</div>
              </>
            ),
          },
          {
            title: '状态',
            render: (_, row) =>
              row.status === 'running' || row.status === 'missed' ? (
                <DaysLeft daysLeft={row.daysLeft} fallback={DEADLINE_STATUS_LABELS[row.status] ?? ''} />
              ) : (
                <span>
                  {DEADLINE_STATUS_LABELS[row.status]}
                  {row.metOn && <span className="sup-muted">　{longDate(row.metOn)}</span>}
                </span>
              ),
          },
          { title: '依据', width: 72, render: (_, row) => <BasisPopover {...row} /> },
        ]}
      />
      <LimitationRadar limitations={caseFile.limitations} />
    </Space>
  );
}
