import { longDate } from '@renderer/lib/format';
import type { SupervisionCase } from '@shared/contract/supervision';
import { Card, Empty, Table, Tag } from 'antd';

type Limitation = SupervisionCase['limitations'][number];

/** 时效提醒: the worker's own limits run on while the union works; nobody may miss one by waiting. */
export function LimitationRadar({ limitations }: { readonly limitations: readonly Limitation[] }) {
  return (
    <Card size="small" title="时效提醒" className="sup-card">
      <p className="sup-muted sup-card-note">
        向工会反映情况不当然中断仲裁、监察时效。请书面提醒职工不要因等待工会处理而错过期限。
      </p>
      <Table<Limitation>
        size="small"
        rowKey="key"
        pagination={false}
        dataSource={[...limitations]}
        locale={{
          emptyText: (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description="填写“事实起止时间”后，系统计算申请仲裁、劳动保障监察、工伤认定的时效。"
            />
          ),
        }}
        columns={[
          { title: '时效', dataIndex: 'label' },
          {
            title: '届满日',
            render: (_, row) => (row.expiresOn ? longDate(row.expiresOn) : '未能确定'),
          },
          {
            title: '剩余',
            render: (_, row) =>
              row.daysLeft === null ? (
                '—'
              ) : (
                <Tag color={row.isUrgent ? 'red' : 'default'}>
                  {row.daysLeft < 0 ? `已过 ${-row.daysLeft} 天` : `还有 ${row.daysLeft} 天`}
                </Tag>
              ),
          },
          { title: '说明', dataIndex: 'note' },
          { title: '依据', dataIndex: 'basis' },
        ]}
      />
    </Card>
  );
}
