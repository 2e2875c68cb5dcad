import { shortDate } from '@renderer/lib/format';
import { useToday } from '@renderer/lib/session';
import { EmptyState } from '@renderer/ui/empty-state';
import type { DocumentRow } from '@shared/contract/documents';
import type { SupervisionCase } from '@shared/contract/supervision';
import { Alert, Button, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useOpenPath, usePaperExportAll } from '../api';
import { FinaliseAll } from './finalise-all';
import { NewPaperDialog } from './new-paper-dialog';

const STATUS_COLORS: Readonly<Record<string, string>> = {
  D99: 'default',
  D09: 'green',
  D10: 'green',
  D11: 'green',
};

/** Papers addressed to the complainant: a list shows no name, only the opened paper does. */
const TO_COMPLAINANT: readonly string[] = ['acceptanceNotice', 'declineNotice', 'resultNotice'];

/** 文书: the papers of the case, what became of each, and the way to a new one. */
export function DocumentsTab({ caseFile }: { readonly caseFile: SupervisionCase }) {
  const navigate = useNavigate();
  const [isChoosing, setChoosing] = useState(false);
  const exportAll = usePaperExportAll();
  const openPath = useOpenPath();
  const today = useToday();
  const { documents } = caseFile;
  const dateOf = (date: string | null) => shortDate(date, today) || '—';
  const open = (row: DocumentRow) => navigate(`/supervision/papers/${row.id}`);

  const saveAll = async () => {
    const result = await exportAll.run({ caseId: caseFile.id });
    if (result.ok && result.value) await openPath.run({ path: result.value.folder });
  };

  return (
    <Space orientation="vertical" size={12} className="sup-fill">
      <Space>
        {!caseFile.isReadOnly && (
          <Button type="primary" onClick={() => setChoosing(true)}>
            拟制文书
          </Button>
        )}
        <FinaliseAll caseFile={caseFile} />
        {documents.length > 0 && (
          <Button loading={exportAll.isRunning} onClick={saveAll}>
            全部导出 Word
          </Button>
        )}
      </Space>
      {exportAll.error && <Alert type="error" showIcon title={exportAll.error.message} />}
      {documents.length === 0 ? (
        <EmptyState
          title="还没有文书"
          detail="点击“拟制文书”，系统按案件当前阶段列出应当制作的文书，并用案件内容填好初稿。"
        />
      ) : (
        <Table<DocumentRow>
          size="small"
          rowKey="id"
          pagination={false}
          dataSource={[...documents]}
          onRow={(row) => ({
            className: 'sup-row-link',
            tabIndex: 0,
            onClick: () => open(row),
            onKeyDown: (event) => {
              if (event.key === 'Enter') open(row);
            },
          })}
          columns={[
            {
              title: '文书',
              render: (_, row) => (
                <>
                  {row.title}
                  <div className="sup-muted">
                    {TO_COMPLAINANT.includes(row.kind) ? '致反映人（姓名已隐藏）' : row.addressee}
                  </div>
                  {row.aboutText && <div className="sup-muted">所涉文书：{row.aboutText}</div>}
                </>
              ),
            },
            {
              title: '文号',
              width: 190,
              render: (_, row) =>
                row.documentNo || (row.takesNumber ? <span className="sup-muted">签发后编号</span> : '—'),
            },
            {
              title: '状态',
              width: 130,
              render: (_, row) => <Tag color={STATUS_COLORS[row.status]}>{row.statusLabel}</Tag>,
            },
            { title: '签发/定稿', width: 96, render: (_, row) => dateOf(row.signedOn) },
            { title: '送达', width: 96, render: (_, row) => dateOf(row.servedOn) },
            { title: '答复期限', width: 96, render: (_, row) => dateOf(row.dueOn) },
            { title: '答复', width: 96, render: (_, row) => dateOf(row.repliedOn) },
          ]}
        />
      )}
      <NewPaperDialog caseId={caseFile.id} isOpen={isChoosing} onClose={() => setChoosing(false)} />
    </Space>
  );
}
