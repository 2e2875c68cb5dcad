import type { LawRow } from '@shared/contract/settings';
import { Alert, Button, Input, Spin } from 'antd';
import { useState } from 'react';
import { useChannelQuery } from '../../lib/channel-hooks';
import { useMay } from '../../lib/may';
import { DataTable } from '../../ui/data-table';
import { Mark } from '../../ui/mark';
import { LawDrawer } from './law-drawer';
import { ViolationDrawer } from './violation-drawer';

/** The catalogue of violations: names, bases, evidence and demands the papers are made from. */
export function ViolationsSection() {
  const mayWrite = useMay('catalogue.write');
  const { data, error } = useChannelQuery('catalogue.violations', {});
  const { data: laws } = useChannelQuery('catalogue.laws', {});
  const [text, setText] = useState('');
  const [openCode, setOpenCode] = useState<string | null>(null);
  const [openLaw, setOpenLaw] = useState<LawRow | 'new' | null>(null);
  if (error) return <Alert type="error" showIcon title={error.message} />;
  if (!data || !laws) return <Spin delay={300} />;
  const wanted = text.trim();
  const rows = data.filter((row) => `${row.code}${row.name}${row.group}${row.basesText}`.includes(wanted));
  const open = data.find(({ code }) => code === openCode);
  return (
    <>
      <p className="settings-intro">
        文书中的事实、依据和整改要求按此目录生成。修改后只影响以后拟写的文书；已签发的文书不变。
      </p>
      <div className="filter-row">
        <Input
          className="filter-text"
          allowClear
          aria-label="查找违法类型"
          placeholder="名称、法律名称"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {mayWrite ? <Button onClick={() => setOpenLaw('new')}>添加法律文件</Button> : null}
      </div>
      <OwnLaws laws={laws.filter(({ isOwn }) => isOwn)} onOpen={mayWrite ? setOpenLaw : undefined} />
      <DataTable
        label="违法类型"
        rows={rows}
        rowKey={(row) => row.code}
        onOpen={(row) => setOpenCode(row.code)}
        empty="没有相符的违法类型。"
        columns={[
          { key: 'code', title: '代码', width: 72, render: (row) => row.code },
          {
            key: 'name',
            title: '违法类型',
            isEllipsis: true,
            render: (row) => (
              <span title={row.name}>
                {row.name} {row.isEdited ? <Mark tone="info">本单位已修改</Mark> : null}
              </span>
            ),
          },
          { key: 'group', title: '类别', width: 140, isEllipsis: true, render: (row) => row.group },
          {
            key: 'bases',
            title: '法律依据',
            isEllipsis: true,
            render: (row) => <span title={row.basesText}>{row.basesText}</span>,
          },
          { key: 'version', title: '法条核对到', width: 110, render: (row) => row.versionDate },
        ]}
      />
      {open ? (
        <ViolationDrawer
          key={open.code}
          violation={open}
          laws={laws}
          isReadOnly={!mayWrite}
          onClose={() => setOpenCode(null)}
        />
      ) : null}
      {openLaw ? (
        <LawDrawer law={openLaw === 'new' ? null : openLaw} onClose={() => setOpenLaw(null)} />
      ) : null}
    </>
  );
}

type OwnLawsProps = {
  readonly laws: readonly LawRow[];
  readonly onOpen: ((law: LawRow) => void) | undefined;
};

function OwnLaws({ laws, onOpen }: OwnLawsProps) {
  if (laws.length === 0) return null;
  return (
    <p className="settings-intro">
      本单位添加的法律文件：
      {laws.map((law) => (
        <Button key={law.name} type="link" size="small" disabled={!onOpen} onClick={() => onOpen?.(law)}>
          《{law.name}》
        </Button>
      ))}
    </p>
  );
}
