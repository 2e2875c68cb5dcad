import { longDate } from '@renderer/lib/format';
import type { SupervisionCase } from '@shared/contract/supervision';
import { Card, Empty, Table, Tag } from 'antd';
import { STANDING_LABELS } from './labels';

type Investigator = SupervisionCase['investigators'][number];

const COLORS: Readonly<Record<string, string>> = {
  valid: 'green',
  expiring: 'gold',
  expired: 'red',
  notYet: 'red',
};

/** 承办监督员 and whether their certificates hold: an investigation needs two valid ones. */
export function InvestigatorsPanel({ investigators }: { readonly investigators: readonly Investigator[] }) {
  return (
    <Card size="small" title="承办监督员" className="sup-card">
      <Table<Investigator>
        size="small"
        rowKey="supervisorId"
        pagination={false}
        dataSource={[...investigators]}
        locale={{
          emptyText: (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description="还没有指派监督员。办理“受理”时指派两名以上持有效证件的监督员。"
            />
          ),
        }}
        columns={[
          {
            title: '姓名',
            render: (_, row) => (
              <>
                {row.name} {row.isRecused && <Tag>已回避</Tag>}
              </>
            ),
          },
          { title: '监督员证号', dataIndex: 'certificateNo' },
          { title: '有效期至', render: (_, row) => longDate(row.validTo) },
          {
            title: '证件情况',
            render: (_, row) => (
              <Tag color={COLORS[row.standing] ?? 'default'}>
                {STANDING_LABELS[row.standing] ?? row.standing}
              </Tag>
            ),
          },
        ]}
      />
    </Card>
  );
}
