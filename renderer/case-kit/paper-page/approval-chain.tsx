import { dateTime } from '@renderer/lib/format';
import type { ChainStep } from '@shared/contract/approval';

/** Read out where a mark stands for it. */
const MARKS: Readonly<Record<ChainStep['status'], { readonly sign: string; readonly text: string }>> = {
  done: { sign: '✓', text: '已办' },
  returned: { sign: '↩', text: '退回' },
  current: { sign: '▶', text: '待办' },
  coming: { sign: '○', text: '未办' },
};

/** 审批流程: who did what with which opinion, whom it waits for now, what is to come. */
export function ApprovalChain({ chain }: { readonly chain: readonly ChainStep[] }) {
  if (chain.length === 0) return null;
  return (
    <section className="paperpage-section" aria-label="审批流程">
      <h2>审批流程</h2>
      <ol className="paperpage-chain">
        {chain.map((step) => (
          <li key={step.key} className={`paperpage-chain-${step.status}`}>
            <span className="paperpage-chain-mark" role="img" aria-label={MARKS[step.status].text}>
              {MARKS[step.status].sign}
            </span>
            <span className="paperpage-chain-label">{step.label}</span>
            <span className="paperpage-chain-who">{whoText(step)}</span>
            {step.note && <span className="paperpage-chain-note">{step.note}</span>}
            {step.warnings.map((warning) => (
              <span key={warning} className="paperpage-chain-note">
                提示：{warning}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function whoText({ status, who, at }: ChainStep): string {
  if (status === 'current') return who === '' ? '等待有权限的人员办理' : `等待${who}办理`;
  return [who, at ? dateTime(at) : ''].filter((text) => text !== '').join('　');
}
