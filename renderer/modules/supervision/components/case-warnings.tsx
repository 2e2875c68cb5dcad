import type { SupervisionCase } from '@shared/contract/supervision';
import { Alert } from 'antd';

const TYPES = { info: 'info', warn: 'warning', danger: 'error' } as const;

/** What the case wants its handler to notice, the most serious first. */
export function CaseWarnings({ warnings }: { readonly warnings: SupervisionCase['warnings'] }) {
  const order = ['danger', 'warn', 'info'];
  const sorted = [...warnings].sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
  return (
    <div className="sup-warnings">
      {sorted.map((warning) => (
        <Alert key={warning.text} type={TYPES[warning.level]} title={warning.text} showIcon />
      ))}
    </div>
  );
}
