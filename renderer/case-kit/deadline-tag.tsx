import { ClockCircleOutlined, ExclamationCircleFilled, WarningFilled } from '@ant-design/icons';
import { daysLeftText, shortDate } from '../lib/format';
import { useToday } from '../lib/session';

type DeadlineTagProps = {
  /** Workdays left, negative when overdue. */
  readonly daysLeft: number | null;
  readonly dueOn: string | null;
  /** What is due, e.g. 用人单位答复. */
  readonly label?: string;
  /** Only days, for narrow table cells. */
  readonly isShort?: boolean;
};

const SOON_DAYS = 2;

const levelOf = (daysLeft: number) => {
  if (daysLeft < 0) return 'overdue';
  return daysLeft <= SOON_DAYS ? 'soon' : 'later';
};

const ICONS = {
  overdue: <ExclamationCircleFilled aria-hidden />,
  soon: <WarningFilled aria-hidden />,
  later: <ClockCircleOutlined aria-hidden />,
} as const;

/** How long there is left: in words, with a sign, and in a colour. */
export function DeadlineTag({ daysLeft, dueOn, label, isShort }: DeadlineTagProps) {
  const today = useToday();
  if (daysLeft === null || dueOn === null) return null;
  const level = levelOf(daysLeft);
  const date = shortDate(dueOn, today);
  const words = isShort ? `${shortWords(daysLeft)} ${date}` : `${daysLeftText(daysLeft)}（${date}）`;
  return (
    <span className={`deadline-tag deadline-tag-${level}`} title={`${daysLeftText(daysLeft)}，${date}到期`}>
      {ICONS[level]}
      {label ? <span className="deadline-tag-label">{label}</span> : null}
      <span>{words}</span>
    </span>
  );
}

const shortWords = (daysLeft: number) => {
  if (daysLeft === 0) return '今天';
  return daysLeft > 0 ? `剩${daysLeft}日` : `逾期${-daysLeft}日`;
};
