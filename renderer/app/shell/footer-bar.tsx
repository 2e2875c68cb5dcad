import { Link } from 'react-router';
import { useChannelQuery } from '../../lib/channel-hooks';
import { longDate, versionText } from '../../lib/format';
import { useSession } from '../../lib/session';
import { BackupAge } from '../../platform/backup/backup-age';

/** What holds today: the date, the rules the unit works by, the version. */
export function FooterBar() {
  const { status } = useSession();
  const rules = useChannelQuery('rules.list', {}, { staleTime: 60_000 });
  return (
    <footer className="footer-bar">
      <span>今天 {longDate(status.today)}</span>
      <BackupAge />
      {rules.data ? (
        <Link to="/settings/rules" className="footer-bar-rules">
          本单位规则：{rules.data.jurisdictionName}
          {versionText(rules.data.versionDate)}
        </Link>
      ) : null}
      <span>版本 {status.version}</span>
    </footer>
  );
}
