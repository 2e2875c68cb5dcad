import { CheckOutlined } from '@ant-design/icons';

export type Step = {
  readonly key: string;
  readonly label: string;
  readonly status: 'done' | 'current' | 'coming' | 'skipped';
};

const WORDS = { done: '已完成', current: '当前', coming: '未到', skipped: '未经过' } as const;

/** 线索 ── 受理 ── [文书] ── 答复: where the case stands, in words for screen readers too. */
export function StatusSteps({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <ol className="status-steps" aria-label="办理进度">
      {steps.map((step) => (
        <li
          key={step.key}
          className={`status-step status-step-${step.status}`}
          aria-current={step.status === 'current' ? 'step' : undefined}
        >
          {step.status === 'done' ? <CheckOutlined aria-hidden /> : null}
          <span>{step.label}</span>
          <span className="visually-hidden">（{WORDS[step.status]}）</span>
        </li>
      ))}
    </ol>
  );
}
