import { Button, Tag } from 'antd';
import { useState } from 'react';
import type { Finding } from './paper-types';

type Props = {
  readonly findings: readonly Finding[];
  /** 定稿 instead of 签发. */
  readonly isRecord: boolean;
  readonly onJump: (finding: Finding) => void;
};

/** 检查: what must be put right before signature and what deserves a look; each line leads to its place. */
export function FindingsPanel({ findings, isRecord, onJump }: Props) {
  const blocks = findings.filter((finding) => finding.severity === 'block');
  const [chosen, setChosen] = useState<boolean | null>(null);
  // Until somebody chooses: open while something bars the signature.
  const isOpen = chosen ?? blocks.length > 0;
  const warns = findings.filter((finding) => finding.severity === 'warn');
  if (findings.length === 0) {
    return (
      <section className="paperpage-check paperpage-check-clean" aria-label="检查">
        检查通过：用语、个人信息、引用条文和必填内容没有发现问题。
      </section>
    );
  }
  return (
    <section
      className={`paperpage-check ${blocks.length > 0 ? 'paperpage-check-block' : 'paperpage-check-warn'}`}
      aria-label="检查"
    >
      <button
        type="button"
        className="paperpage-check-head"
        aria-expanded={isOpen}
        onClick={() => setChosen(!isOpen)}
      >
        <strong>检查</strong>
        {blocks.length > 0 && (
          <span className="paperpage-check-must">
            {blocks.length} 项须改正，改正后才能{isRecord ? '定稿' : '送审、签发'}
          </span>
        )}
        {warns.length > 0 && <span>{warns.length} 项请留意</span>}
        <span className="paperpage-check-toggle">{isOpen ? '收起' : '展开'}</span>
      </button>
      {isOpen && (
        <ul className="paperpage-check-list">
          {[...blocks, ...warns].map((finding) => (
            <FindingLine key={lineKey(finding)} finding={finding} onJump={onJump} />
          ))}
        </ul>
      )}
    </section>
  );
}

const LONGEST_EXCERPT = 32;
const shortened = (excerpt: string) =>
  excerpt.length > LONGEST_EXCERPT ? `${excerpt.slice(0, LONGEST_EXCERPT)}…` : excerpt;

const lineKey = (finding: Finding) =>
  [finding.code, finding.field, finding.key, finding.excerpt, finding.message].join('|');

function FindingLine({ finding, onJump }: { readonly finding: Finding; readonly onJump: Props['onJump'] }) {
  const hasPlace = Boolean(finding.field ?? finding.key);
  return (
    <li>
      <Tag color={finding.severity === 'block' ? 'red' : 'gold'}>
        {finding.severity === 'block' ? '须改正' : '请留意'}
      </Tag>
      <span className="paperpage-check-text">
        {finding.message}
        {finding.excerpt && <q className="paperpage-check-excerpt">{shortened(finding.excerpt)}</q>}
      </span>
      {!hasPlace && <span className="paperpage-muted">在案件或单位资料中补充</span>}
      {hasPlace && (
        <Button
          size="small"
          type="link"
          onClick={() => onJump(finding)}
          aria-label={`去修改：${finding.message}`}
        >
          去修改
        </Button>
      )}
    </li>
  );
}
