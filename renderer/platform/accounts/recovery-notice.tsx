import { Alert } from 'antd';
import { Link } from 'react-router';
import { useChannelQuery } from '../../lib/channel-hooks';
import { useMay } from '../../lib/may';
import { useSession } from '../../lib/session';

/** For an administrator while no recovery code is in force, e.g. after a first run that ended before it was typed back. */
export function RecoveryNotice() {
  const mayMake = useMay('account.manage');
  const { isDemo } = useSession().status;
  return mayMake && !isDemo ? <MissingCode /> : null;
}

function MissingCode() {
  const { data } = useChannelQuery('recovery.status', {});
  if (!data || data.isIssued) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="page-notice"
      title="还没有生效的恢复码。管理员的密码一旦丢失，资料就无法打开，请尽快生成，并照着填写一遍。"
      action={<Link to="/settings/security">去生成</Link>}
    />
  );
}
