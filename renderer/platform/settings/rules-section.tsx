import type { RuleRow } from '@shared/contract/settings';
import { Alert, Input, Spin } from 'antd';
import { useState } from 'react';
import { useChannelQuery } from '../../lib/channel-hooks';
import { versionText } from '../../lib/format';
import { useMay } from '../../lib/may';
import { CheckLocally, needsLocalCheck } from '../../ui/basis-note';
import { type Column, DataTable } from '../../ui/data-table';
import { Mark } from '../../ui/mark';
import { RuleDrawer } from './rule-drawer';
import { ruleText } from './rule-text';

const SOURCES: Readonly<Record<RuleRow['source'], string>> = {
  law: '法律法规规章',
  practice: '工作惯例',
  design: '本程序提醒',
};

/** The rules the unit works by: each with origin, basis and how sure the program is. */
export function RulesSection() {
  const mayWrite = useMay('settings.write');
  const { data, error } = useChannelQuery('rules.list', {});
  const [text, setText] = useState('');
  const [open, setOpen] = useState<RuleRow | null>(null);
  if (error) return <Alert type="error" showIcon title={error.message} />;
  if (!data) return <Spin delay={300} />;
  const wanted = text.trim();
  const rows = data.rows.filter((row) => `${row.label}${row.basis}${row.origin}`.includes(wanted));
  const unsure = data.rows.filter((row) => needsLocalCheck(row.confidence) && !row.isOverridden).length;
  const columns: readonly Column<RuleRow>[] = [
    {
      key: 'label',
      title: '规则',
      width: 250,
      isEllipsis: true,
      render: (row) => <span title={row.label}>{row.label}</span>,
    },
    {
      key: 'value',
      title: '数值',
      width: 130,
      isEllipsis: true,
      render: (row) => <strong title={ruleText(row)}>{ruleText(row)}</strong>,
    },
    {
      key: 'origin',
      title: '来自',
      width: 110,
      isEllipsis: true,
      render: (row) => (row.isOverridden ? <Mark tone="info">本单位</Mark> : row.origin),
    },
    {
      key: 'basis',
      title: '依据',
      width: 220,
      spareBelow: 1000,
      isEllipsis: true,
      render: (row) => <span title={row.basis}>{row.basis}</span>,
    },
    { key: 'source', title: '性质', width: 110, spareBelow: 1360, render: (row) => SOURCES[row.source] },
    {
      key: 'check',
      title: '把握',
      width: 130,
      render: (row) => (needsLocalCheck(row.confidence) ? <CheckLocally /> : '已核对'),
    },
  ];
  return (
    <>
      <p className="settings-intro">
        本单位适用：{data.jurisdictionName}
        {versionText(data.versionDate)}
        。全国、省、市、县的规定逐级覆盖，案件按立案时的规则办理，以后修改不影响在办案件。
      </p>
      {unsure > 0 ? (
        <Alert
          className="page-notice"
          type="warning"
          showIcon
          title={`有 ${unsure} 项标注“请核对本地文件”：没有读到文件原文，或者各地做法不一。核对后点开该项，填写本地数值和文件名称。`}
        />
      ) : null}
      <div className="filter-row">
        <Input
          className="filter-text"
          allowClear
          aria-label="查找规则"
          placeholder="规则名称、依据"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <DataTable
        label="办理规则"
        rows={rows}
        rowKey={(row) => row.key}
        columns={columns}
        onOpen={setOpen}
        empty="没有相符的规则。"
      />
      {open ? (
        <RuleDrawer key={open.key} rule={open} isReadOnly={!mayWrite} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}
