import { Select } from 'antd';
import { useChannelQuery } from '../../lib/channel-hooks';
import { shortDate } from '../../lib/format';
import { useToday } from '../../lib/session';

type PickerProps = {
  readonly id: string;
  readonly value: number | null;
  readonly onChange: (id: number | null) => void;
  readonly isDisabled?: boolean;
  readonly isWrong?: boolean;
  readonly describedBy?: string;
};

const STANDINGS = {
  valid: '',
  expiring: '监督员证即将到期',
  expired: '监督员证已过期',
  notYet: '监督员证尚未生效',
  inactive: '已停用',
} as const;

const searchable = { optionFilterProp: 'label' as const };

/** A 监督员 with a certificate; those without a valid one are shown with the reason and cannot be chosen. */
export function SupervisorPicker({ id, value, onChange, isDisabled, isWrong, describedBy }: PickerProps) {
  const { data = [], isLoading } = useChannelQuery('supervision.supervisors.list', { onDate: null });
  return (
    <Select<number>
      id={id}
      value={value}
      loading={isLoading}
      disabled={isDisabled}
      allowClear
      showSearch={searchable}
      placeholder="请选择监督员"
      notFoundContent="还没有登记监督员，请在“设置 - 监督员”中登记"
      status={isWrong ? 'error' : undefined}
      aria-invalid={isWrong || undefined}
      aria-describedby={describedBy}
      options={data.map((supervisor) => {
        const problem = STANDINGS[supervisor.standing];
        return {
          value: supervisor.id,
          label: `${supervisor.name}（证号 ${supervisor.certificateNo}${problem ? `，${problem}` : ''}）`,
          disabled: supervisor.standing !== 'valid' && supervisor.standing !== 'expiring',
        };
      })}
      onChange={(chosen: number | undefined) => onChange(chosen ?? null)}
    />
  );
}

/** A 签发人 in office. */
export function LeaderPicker({ id, value, onChange, isDisabled, isWrong, describedBy }: PickerProps) {
  const today = useToday();
  const { data = [], isLoading } = useChannelQuery('leaders.list', {});
  return (
    <Select<number>
      id={id}
      value={value}
      loading={isLoading}
      disabled={isDisabled}
      allowClear
      placeholder="请选择签发人"
      notFoundContent="还没有登记签发人，请在“设置 - 签发人”中登记"
      status={isWrong ? 'error' : undefined}
      aria-invalid={isWrong || undefined}
      aria-describedby={describedBy}
      options={data.map((leader) => {
        const hasLeft = leader.validTo !== null && leader.validTo < today;
        return {
          value: leader.id,
          label: `${leader.name}（${leader.postLabel}${hasLeft ? `，任职至 ${shortDate(leader.validTo, today)}` : ''}）`,
          disabled: hasLeft,
        };
      })}
      onChange={(chosen: number | undefined) => onChange(chosen ?? null)}
    />
  );
}
