import { ExclamationCircleFilled, InfoCircleFilled, WarningFilled } from '@ant-design/icons';
import type { SupervisionCase } from '@shared/contract/supervision';
import { Button } from 'antd';
import { useState } from 'react';

type Warning = SupervisionCase['warnings'][number];

const ORDER: readonly Warning['level'][] = ['danger', 'warn', 'info'];
const SIGNS = {
  danger: <ExclamationCircleFilled aria-label="重要" />,
  warn: <WarningFilled aria-label="注意" />,
  info: <InfoCircleFilled aria-label="提示" />,
} as const;
const SHOWN_AT_FIRST = 2;

/** What the case wants its handler to notice, the most serious first; more than two fold away, serious ones never. */
export function CaseWarnings({ warnings }: { readonly warnings: readonly Warning[] }) {
  const [isOpen, setOpen] = useState(false);
  if (warnings.length === 0) return null;
  const sorted = [...warnings].sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
  const seriousCount = sorted.filter(({ level }) => level === 'danger').length;
  const shown = isOpen ? sorted : sorted.slice(0, Math.max(SHOWN_AT_FIRST, seriousCount));
  const restCount = sorted.length - shown.length;
  return (
    <section className="sup-warnings" aria-label="办案提醒">
      <ul>
        {shown.map((warning) => (
          <li key={warning.text} className={`sup-warning-${warning.level}`}>
            {SIGNS[warning.level]}
            <span>{warning.text}</span>
          </li>
        ))}
      </ul>
      {(restCount > 0 || isOpen) && sorted.length > SHOWN_AT_FIRST && (
        <Button size="small" type="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? '收起' : `还有 ${restCount} 条`}
        </Button>
      )}
    </section>
  );
}
