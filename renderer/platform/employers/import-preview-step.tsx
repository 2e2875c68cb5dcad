import type { ImportPreview } from '@shared/contract/employers';
import { Button, Select, Table } from 'antd';
import { useMemo } from 'react';
import { employerFields } from './employer-fields';

type ImportPreviewStepProps = {
  readonly preview: ImportPreview;
  readonly isReading: boolean;
  /** Column index → field. */
  readonly onRemap: (mapping: Record<string, string>) => void;
  readonly onCommit: () => void;
  readonly onOther: () => void;
};

const TARGETS = [
  { value: '', label: '不导入' },
  ...employerFields(undefined).map(({ name, label }) => ({ value: name, label })),
];

const ROWS_IN_SIGHT = 8;

/** What was read, what each column means, and what is wrong with which cell. */
export function ImportPreviewStep({
  preview,
  isReading,
  onRemap,
  onCommit,
  onOther,
}: ImportPreviewStepProps) {
  const wrong = useMemo(
    () => new Map(preview.errors.map((error) => [`${error.row}:${error.column}`, error.message])),
    [preview.errors],
  );
  const remap = (index: number, target: string) => {
    const others = preview.columns.filter((column) => column.index !== index && column.target !== target);
    const chosen = [...others, { index, target }].filter((column) => column.target !== '');
    onRemap(Object.fromEntries(chosen.map((column) => [String(column.index), column.target])));
  };
  const isEmpty = preview.validCount === 0;

  return (
    <>
      <p className="import-counts">
        文件“{preview.fileName}”，工作表“{preview.sheetName}”，共 {preview.rowCount} 行：可导入{' '}
        <strong>{preview.validCount}</strong> 行（其中更新已有单位 {preview.updateCount} 家），
        <strong className={preview.errorCount > 0 ? 'import-wrong' : undefined}>
          有问题 {preview.errorCount}
        </strong>{' '}
        行。
        {preview.exampleRow === null ? null : `已跳过示例行（第 ${preview.exampleRow} 行）。`}
      </p>
      <h2>各列的含义</h2>
      <Table
        size="small"
        aria-label="文件内容"
        scroll={{ x: 'max-content', ...(preview.sample.length > ROWS_IN_SIGHT ? { y: 288 } : {}) }}
        pagination={false}
        loading={isReading}
        rowKey={(line) => line.row}
        dataSource={[...preview.sample]}
        columns={[
          { key: 'row', title: '行', width: 56, fixed: 'start' as const, render: (_, line) => line.row },
          ...preview.columns.map((column) => ({
            key: String(column.index),
            title: (
              <div className="import-column">
                <span>{column.header || `第${column.index + 1}列`}</span>
                <Select
                  size="small"
                  aria-label={`“${column.header}”导入为`}
                  value={column.target}
                  options={TARGETS}
                  onChange={(target) => remap(column.index, target)}
                />
              </div>
            ),
            render: (_: unknown, line: ImportPreview['sample'][number]) => {
              const message =
                wrong.get(`${line.row}:${column.header}`) ?? wrong.get(`${line.row}:${column.target}`);
              const text = line.cells[column.index] ?? '';
              return message ? (
                <span className="import-wrong" title={message}>
                  {text || '（空）'}
                  <span className="import-wrong-note">{message}</span>
                </span>
              ) : (
                text
              );
            },
          })),
        ]}
      />
      {preview.errors.length > 0 ? (
        <>
          <h2 className="import-heading">有问题的单元格</h2>
          <Table
            size="small"
            aria-label="有问题的单元格"
            rowKey={(error) => `${error.row}-${error.column}-${error.message}`}
            dataSource={[...preview.errors]}
            pagination={{ pageSize: 10, size: 'small', showSizeChanger: false }}
            columns={[
              { key: 'row', title: '行', width: 80, dataIndex: 'row' },
              { key: 'column', title: '列', width: 180, dataIndex: 'column' },
              { key: 'value', title: '内容', width: 240, dataIndex: 'value', ellipsis: true },
              { key: 'message', title: '问题', dataIndex: 'message' },
            ]}
          />
        </>
      ) : null}
      <div className="form-buttons">
        <Button type="primary" disabled={isEmpty || isReading} onClick={onCommit}>
          {isEmpty
            ? '没有可导入的行'
            : preview.errorCount > 0
              ? `跳过有问题的行，导入 ${preview.validCount} 行`
              : `导入 ${preview.validCount} 行`}
        </Button>
        <Button onClick={onOther}>换一个文件</Button>
      </div>
    </>
  );
}
