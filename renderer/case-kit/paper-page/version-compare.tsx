import { useChannelQuery } from '@renderer/lib/channel-hooks';
import { dateTime } from '@renderer/lib/format';
import type { Output } from '@shared/contract';
import type { VersionRow } from '@shared/contract/approval';
import { Alert, Checkbox, Drawer, Segmented, Select, Spin } from 'antd';
import { useState } from 'react';
import './version-compare.css';

type Props = {
  readonly documentId: number;
  readonly versions: readonly VersionRow[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
};
type Paragraph = Output<'documents.compare'>[number];
type Part = Paragraph['parts'][number];

/** The text as it stands now has no number. */
const NOW = 0;
const WIDTH = 980;

/** 对比文稿: two texts of the paper, what was taken out struck through, what was put in underlined. */
export function VersionCompare({ documentId, versions, isOpen, onClose }: Props) {
  return (
    <Drawer title="对比文稿" open={isOpen} onClose={onClose} size={WIDTH} destroyOnHidden>
      {isOpen && <Comparison documentId={documentId} versions={versions} />}
    </Drawer>
  );
}

function Comparison({ documentId, versions }: Pick<Props, 'documentId' | 'versions'>) {
  const last = versions.at(-1)?.n ?? 1;
  const before = versions.at(-2)?.n;
  const [from, setFrom] = useState(before ?? last);
  const [to, setTo] = useState(before === undefined ? NOW : last);
  const [isBeside, setBeside] = useState(false);
  const [isShort, setShort] = useState(true);
  const query = useChannelQuery('documents.compare', { id: documentId, from, to: to === NOW ? null : to });
  const kept = versions.map((version) => ({ value: version.n, label: versionLabel(version) }));
  const paragraphs = query.data ?? [];
  const changed = paragraphs.filter(({ kind }) => kind !== 'same');
  return (
    <>
      <div className="compare-bar">
        <label htmlFor="compare-from">原稿</label>
        <Select id="compare-from" value={from} onChange={setFrom} options={kept} className="compare-choice" />
        <label htmlFor="compare-to">改后</label>
        <Select
          id="compare-to"
          value={to}
          onChange={setTo}
          options={[...kept, { value: NOW, label: '当前文稿（已保存）' }]}
          className="compare-choice"
        />
      </div>
      <div className="compare-bar">
        <Segmented
          value={isBeside}
          onChange={setBeside}
          options={[
            { value: false, label: '合并显示' },
            { value: true, label: '左右对照' },
          ]}
        />
        <Checkbox checked={isShort} onChange={(event) => setShort(event.target.checked)}>
          只看有改动的段落
        </Checkbox>
        <span role="status">{query.data && <strong>{changed.length} 段有改动</strong>}</span>
        <span className="paperpage-muted">
          <del>删去的文字</del>　<ins>增加的文字</ins>
        </span>
      </div>
      {query.error && <Alert type="warning" showIcon title={query.error.message} />}
      {query.isPending && <Spin delay={300} />}
      {query.data && changed.length === 0 && <p>两稿文字相同。</p>}
      <Paragraphs paragraphs={isShort ? changed : paragraphs} isBeside={isBeside} />
    </>
  );
}

type ListProps = { readonly paragraphs: readonly Paragraph[]; readonly isBeside: boolean };

function Paragraphs({ paragraphs, isBeside }: ListProps) {
  const keyed = paragraphs.map((paragraph, index) => ({ ...paragraph, key: `${index}-${paragraph.kind}` }));
  if (!isBeside) {
    return keyed.map(({ key, kind, parts }) => (
      <p key={key} className={`compare-paragraph compare-${kind}`}>
        <Marked parts={parts} />
      </p>
    ));
  }
  return (
    <table className="compare-table">
      <thead>
        <tr>
          <th>原稿</th>
          <th>改后</th>
        </tr>
      </thead>
      <tbody>
        {keyed.map(({ key, kind, parts }) => (
          <tr key={key} className={`compare-${kind}`}>
            <td>
              <Marked parts={parts.filter((part) => part.kind !== 'added')} />
            </td>
            <td>
              <Marked parts={parts.filter((part) => part.kind !== 'removed')} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Marked({ parts }: { readonly parts: readonly Part[] }) {
  return parts.map(({ kind, text }, index) => {
    const key = `${index}-${kind}`;
    if (kind === 'added') return <ins key={key}>{text}</ins>;
    return kind === 'removed' ? <del key={key}>{text}</del> : <span key={key}>{text}</span>;
  });
}

const versionLabel = ({ n, label, accountName, at }: VersionRow): string =>
  `第${n}稿　${label}　${accountName}　${dateTime(at)}`;
