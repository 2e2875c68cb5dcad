import { daysLeftText } from '@renderer/lib/format';
import { Tag } from 'antd';

/** How many working days are left, red when overdue, amber within five. */
export function DaysLeft({
  daysLeft,
  fallback,
}: {
  readonly daysLeft: number | null;
  readonly fallback: string;
}) {
  if (daysLeft === null) return <span>{fallback}</span>;
  const color = daysLeft < 0 ? 'red' : daysLeft <= 5 ? 'gold' : 'default';
  return <Tag color={color}>{daysLeftText(daysLeft)}</Tag>;
}
