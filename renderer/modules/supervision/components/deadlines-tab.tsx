import { DeadlineTag } from '@renderer/case-kit/deadline-tag';
import { longDate } from '@renderer/lib/format';
import { BasisNote } from '@renderer/ui/basis-note';
import type { DeadlineRow, SupervisionCase } from '@shared/contract/supervision';
import { weekdayName } from '@shared/domain/kernel/civil-date';
import { Empty, Space, Table, Tag } from 'antd';
import { DEADLINE_STATUS_LABELS } from './labels';
import { LimitationRadar } from './limitation-radar';

/** Still to be met; a missed one has been met late. */
export const isOpenDeadline = ({ status }: DeadlineRow) => status === 'running' || status === 'paused';

/** What still runs stands above what is done. */
const rank = (row: DeadlineRow) => (isOpenDeadline(row) ? 0 : 1);

/** 期限: each date of the law with its day, what was skipped, and why. Below it the limitation radar. */
export function DeadlinesTab({ caseFile }: { readonly caseFile: SupervisionCase }) {
  return (
    <Space orientation="vertical" size={16} className="sup-fill">
      <Table<DeadlineRow>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={[...caseFile.deadlines].sort((a, b) => rank(a) - rank(b))}
        locale={{
          emptyText: (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description="还没有期限。登记受理、送达文书后，系统按规则自动计算期限。"
            />
          ),
        }}
        columns={[
          { title: '事项', dataIndex: 'label', width: '16%' },
          {
            title: '起算',
            width: 170,
            render: (_, row) => (
              <>
                {longDate(row.startOn)}
                <div className="sup-muted">{row.startEvent}，次日起算</div>
              </>
            ),
          },
          {
            title: '期满日',
            width: 130,
            render: (_, row) => (
              <>
                {longDate(row.nominalOn)}
                <div className="sup-muted">{weekdayName(row.nominalOn)}</div>
              </>
            ),
          },
          {
            title: '到期日',
            render: (_, row) => (
              <>
                <strong>{longDate(row.dueOn)}</strong>
                {row.isProjected && <Tag color="gold">放假安排未公布，待核对</Tag>}
                <div className="sup-muted">{row.skippedText || weekdayName(row.dueOn)}</div>
              </>
            ),
          },
          {
            title: '状态',
            width: 230,
            render: (_, row) =>
              row.status === 'running' ? (
                <DeadlineTag daysLeft={row.daysLeft} dueOn={row.dueOn} />
              ) : (
                <span className={row.status === 'missed' ? 'sup-danger' : undefined}>
                  {DEADLINE_STATUS_LABELS[row.status]}
                  {row.metOn && <span className="sup-muted">　{longDate(row.metOn)}</span>}
                </span>
              ),
          },
          { title: '依据', width: 72, render: (_, row) => <BasisNote {...row} rule={row.ruleText} /> },
        ]}
      />
      <LimitationRadar limitations={caseFile.limitations} />
    </Space>
  );
}
