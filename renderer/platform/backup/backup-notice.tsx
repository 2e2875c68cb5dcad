import { Alert } from 'antd';
import { Link } from 'react-router';
import { useChannelQuery } from '../../lib/channel-hooks';
import { dateTime, longDate } from '../../lib/format';
import { useSession } from '../../lib/session';

type BackupNoticeProps = { readonly isOnBackupPage?: boolean };

/** No copy, an old one, one that failed, and a clock that goes back. Nothing when all is well; 演示 needs no copy. */
export function BackupNotice({ isOnBackupPage = false }: BackupNoticeProps) {
  const { isDemo } = useSession().status;
  const { data } = useChannelQuery('backup.status', {});
  if (!data) return null;
  const { level, lastFailure, clockBehind } = data;
  const isFine = level === 'good' || (isDemo && level === 'none');
  const action = isOnBackupPage ? null : <Link to="/settings/backup">去备份</Link>;
  return (
    <>
      {clockBehind ? (
        <Alert
          type="error"
          showIcon
          className="page-notice"
          title={`电脑日期不对：资料中已有 ${longDate(clockBehind)} 的记录。请先校正电脑的日期和时间再办理，以免登记和签发的日期出错。已算好的期限没有改变。`}
        />
      ) : null}
      {isFine ? null : (
        <Alert
          type={level === 'old' ? 'error' : 'warning'}
          showIcon
          className="page-notice"
          title={wordsOf(data)}
          action={action}
        />
      )}
      {lastFailure ? (
        <Alert
          type="warning"
          showIcon
          className="page-notice"
          title={`${dateTime(lastFailure.finishedAt)} 的备份没有完成：${lastFailure.message}`}
          action={action}
        />
      ) : null}
    </>
  );
}

type Status = NonNullable<ReturnType<typeof useChannelQuery<'backup.status'>>['data']>;

function wordsOf({ level, days, hasFolder, warnAfterDays }: Status): string {
  if (level === 'none' && !hasFolder) {
    return '还没有设置备份。电脑损坏时资料将无法找回，请选择一个备份文件夹（最好是 U 盘或网络文件夹）。';
  }
  if (level === 'none') return '还没有做过备份。电脑损坏时资料将无法找回，请现在备份一次。';
  if (days !== null && days < 0) return '上次备份的日期晚于今天，电脑日期可能不对。请校正日期后再备份一次。';
  return `已有 ${days} 天没有备份（超过 ${warnAfterDays} 天即提醒）。请插好 U 盘或接通网络文件夹，现在备份一次。`;
}
