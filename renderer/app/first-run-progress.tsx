import { Steps } from 'antd';

/** The steps of the first start, by their names. */
export const FIRST_RUN_STEPS = ['单位和管理员', '恢复码', '自动备份', '开始使用'] as const;

/** Where the person is on the way, from the first page on: how much there is still to do. */
export function FirstRunProgress({ step }: { readonly step: number }) {
  return (
    <Steps
      className="door-steps"
      size="small"
      current={step}
      items={FIRST_RUN_STEPS.map((title) => ({ title }))}
    />
  );
}
