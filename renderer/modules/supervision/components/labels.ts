import type { ViolationItem } from '@shared/contract/supervision';

export const FINDING_LABELS: Readonly<Record<ViolationItem['finding'], string>> = {
  pending: '待认定',
  established: '成立',
  notEstablished: '不成立',
  insufficient: '证据不足',
};

export const RECTIFIED_LABELS: Readonly<Record<ViolationItem['rectified'], string>> = {
  pending: '待整改',
  promised: '承诺整改',
  partly: '部分整改',
  done: '已整改',
  none: '未整改',
  objectionUpheld: '异议成立',
};

export const STANDING_LABELS: Readonly<Record<string, string>> = {
  valid: '有效',
  expiring: '即将到期',
  expired: '已过期',
  notYet: '尚未生效',
  inactive: '已停用',
};

export const DEADLINE_STATUS_LABELS: Readonly<Record<string, string>> = {
  running: '计时中',
  paused: '已中止计时',
  met: '已完成',
  missed: '逾期完成',
  cancelled: '已取消',
};

export const toOptions = <T extends string>(labels: Readonly<Record<T, string>>) =>
  (Object.entries(labels) as [T, string][]).map(([value, label]) => ({ value, label }));
