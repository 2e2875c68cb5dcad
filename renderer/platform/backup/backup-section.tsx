import { BACKUP_JOB } from '@shared/contract/backup';
import { Alert, Button, Spin } from 'antd';
import { useChannelQuery } from '../../lib/channel-hooks';
import { dateTime } from '../../lib/format';
import { useMay } from '../../lib/may';
import { useSession } from '../../lib/session';
import { ProgressPanel } from '../../ui/progress-panel';
import { BackupNotice } from './backup-notice';
import { BackupRuns } from './backup-runs';
import { BackupSettingsForm } from './backup-settings-form';
import { sizeText } from './size-text';
import { useBackup } from './use-backup';

/** 备份与恢复: copy now, where copies go, what was copied, and the way back. */
export function BackupSection() {
  const mayManage = useMay('backup.manage');
  const { openDoor } = useSession();
  const status = useChannelQuery('backup.status', {});
  const settings = useChannelQuery('backup.settings.get', {});
  const backup = useBackup();
  const error = status.error ?? settings.error;
  if (error) return <Alert type="error" showIcon title={error.message} />;
  if (!status.data || !settings.data) return <Spin delay={300} />;
  const { lastGood, level } = status.data;
  const hasFolder = status.data.hasFolder;
  return (
    <div className="backup-section">
      <p className="settings-intro">
        备份是加密的，包括全部案件、文书、证据附件和账号。恢复时使用备份那天的登录密码或恢复码。
      </p>
      <BackupNotice isOnBackupPage />
      {level === 'good' && lastGood ? (
        <Alert
          type="success"
          showIcon
          className="page-notice"
          title={`上次备份：${dateTime(lastGood.finishedAt)}，${sizeText(lastGood.bytes)}，存放在 ${lastGood.folder}。写完后已打开核对。`}
        />
      ) : null}
      <div className="button-row backup-buttons">
        <Button
          type="primary"
          disabled={!hasFolder || backup.isRunning}
          onClick={() => void backup.run(false)}
        >
          立即备份
        </Button>
        {mayManage ? (
          <Button disabled={backup.isRunning} onClick={() => void backup.run(true)}>
            备份到 U 盘或其他文件夹
          </Button>
        ) : null}
      </div>
      {backup.isRunning ? <ProgressPanel jobId={BACKUP_JOB} title="正在备份" isCancellable /> : null}
      {backup.made ? (
        <Alert
          type="success"
          showIcon
          className="page-notice"
          title={`备份完成并已核对：${backup.made.path}（${sizeText(backup.made.bytes)}，证据附件 ${backup.made.evidenceCount} 个）`}
        />
      ) : null}
      <h3>自动备份</h3>
      <BackupSettingsForm
        key={settings.data.revision}
        settings={settings.data.settings}
        revision={settings.data.revision}
        mayManage={mayManage}
      />
      <h3>最近的备份</h3>
      <BackupRuns />
      <h3>从备份恢复</h3>
      <p className="quiet">先查看备份的内容，再决定是否恢复。恢复前，现有资料会原样另存一份，不会删除。</p>
      {mayManage ? (
        <Button onClick={() => openDoor('restore')}>从备份恢复</Button>
      ) : (
        <p className="quiet">只有管理员可以恢复。</p>
      )}
    </div>
  );
}
