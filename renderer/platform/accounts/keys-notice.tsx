import { Alert } from 'antd';
import { useSession } from '../../lib/session';

/** At the login that found keys.json changed; it stands in the log from then on. */
export function KeysNotice() {
  if (!useSession().status.hasAlteredKeys) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="page-notice"
      title="密钥文件 keys.json 在上次使用之后被改动或替换过。程序已按登记的账号核对，资料照常使用。请管理员查看操作日志；不是本单位放回备份的，请在“设置 - 安全”中更换数据密钥。"
    />
  );
}
