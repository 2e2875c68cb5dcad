import { Link } from 'react-router';
import { useChannelQuery } from '../../lib/channel-hooks';
import { dateTime } from '../../lib/format';
import { useSession } from '../../lib/session';

/** In the footer: when the last good copy was made; red when that is too long ago. */
export function BackupAge() {
  const { isDemo } = useSession().status;
  const { data } = useChannelQuery('backup.status', {}, { staleTime: 60_000 });
  if (!data || (isDemo && data.level === 'none')) return null;
  const { level, lastGood, days } = data;
  const isFine = level === 'good';
  return (
    <Link to="/settings/backup" className={isFine ? 'footer-bar-backup' : 'footer-bar-backup late'}>
      {lastGood
        ? `上次备份 ${days === 0 ? '今天' : dateTime(lastGood.finishedAt).slice(0, 10)} ${dateTime(lastGood.finishedAt).slice(11)}`
        : '还没有备份'}
      {isFine ? ' ✓' : null}
    </Link>
  );
}
