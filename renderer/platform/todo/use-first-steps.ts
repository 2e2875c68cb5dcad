import { EVERY_EMPLOYER } from '@shared/contract/employers';
import { useChannelQuery } from '../../lib/channel-hooks';

export type FirstStep = {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly path: string;
  readonly button: string;
  readonly isDone: boolean;
  /** Without it a case cannot be carried to its end. */
  readonly isNeeded: boolean;
  readonly state: string;
};

const LEAST_SUPERVISORS = 2;
const ANY_EMPLOYER = {
  ...EVERY_EMPLOYER,
  offset: 0,
  limit: 1,
} as const;

/** What an office enters once, before its first case; null while it is being read. */
export function useFirstSteps(isWanted: boolean): readonly FirstStep[] | null {
  const options = { enabled: isWanted };
  const settings = useChannelQuery('settings.get', {}, options).data?.settings;
  const leaders = useChannelQuery('leaders.list', {}, options).data;
  const supervisors = useChannelQuery('supervision.supervisors.list', { onDate: null }, options).data;
  const employers = useChannelQuery('employers.list', ANY_EMPLOYER, options).data;
  if (!settings || !leaders || !supervisors || !employers) return null;
  const valid = supervisors.filter(({ standing }) => standing === 'valid' || standing === 'expiring').length;
  return [
    {
      key: 'leaders',
      title: '登记签发人',
      detail: '主席、副主席及任职时间。意见书、建议书由其签发。',
      path: '/settings/leaders',
      button: '去登记',
      isDone: leaders.length > 0,
      isNeeded: true,
      state: `已登记 ${leaders.length} 人`,
    },
    {
      key: 'supervisors',
      title: '登记监督员',
      detail: '姓名、证号、有效期。调查须由两名以上监督员进行。',
      path: '/settings/supervisors',
      button: '去登记',
      isDone: valid >= LEAST_SUPERVISORS,
      isNeeded: true,
      state: `已登记 ${valid} 人`,
    },
    {
      key: 'contact',
      title: '填写本单位联系方式',
      detail: '联系人、电话、地址，印在发出的文书上。',
      path: '/settings/unit',
      button: '去填写',
      isDone: settings.contact !== '' && settings.phone !== '',
      isNeeded: true,
      state: '已填写',
    },
    {
      key: 'employers',
      title: '导入单位名册',
      detail: '从 Excel 一次导入。也可以跳过，办案时逐家登记。',
      path: '/employers/import',
      button: '去导入',
      isDone: employers.total > 0,
      isNeeded: false,
      state: `已登记 ${employers.total}${employers.isTotalCapped ? ' 以上' : ''} 家`,
    },
  ];
}
