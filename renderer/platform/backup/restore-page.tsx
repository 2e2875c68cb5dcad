import type { Output } from '@shared/contract';
import { RESTORE_JOB } from '@shared/contract/restore';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useChannelCommand } from '../../lib/channel-hooks';
import { invoke } from '../../lib/invoke';
import { ProgressPanel } from '../../ui/progress-panel';
import { RestoreConfirm } from './restore-confirm';
import { SetList } from './set-list';

type Found = NonNullable<Output<'restore.pick'>>;
type Done = Output<'restore.commit'>;

/** 从备份恢复: folder, copy, what is in it, the password of that time. Nothing changes before the last button. */
export function RestorePage({ onLeave }: { readonly onLeave: () => void }) {
  const picking = useChannelCommand('restore.pick');
  const looking = useChannelCommand('restore.preview');
  const [found, setFound] = useState<Found | null>(null);
  const [preview, setPreview] = useState<Output<'restore.preview'> | null>(null);
  const [done, setDone] = useState<Done | null>(null);

  const pick = async () => {
    const result = await picking.run({});
    if (!result.ok || !result.value) return;
    setPreview(null);
    setFound(result.value);
  };
  const look = async (stamp: string) => {
    setPreview(null);
    const result = await looking.run({ stamp });
    if (result.ok) setPreview(result.value);
  };
  if (done) return <RestoreDone done={done} onLeave={onLeave} />;
  const error = picking.error ?? looking.error;
  return (
    <section className="door-panel door-panel-restore" aria-label="从备份恢复">
      <h1 className="door-title">从备份恢复</h1>
      <p className="door-unit">
        先选择备份所在的 U 盘或文件夹，查看内容后再决定。恢复前，本机现有资料会另存一份，不会删除。
      </p>
      {error && error.code !== 'CANCELLED' ? (
        <Alert type="error" showIcon title={error.message} role="alert" />
      ) : null}
      <div className="button-row">
        <Button
          autoFocus
          type={found ? 'default' : 'primary'}
          loading={picking.isRunning}
          onClick={() => void pick()}
        >
          {found ? '换一个文件夹' : '选择备份所在的文件夹'}
        </Button>
        <Button onClick={onLeave}>返回</Button>
      </div>
      {found ? (
        <>
          <p className="door-note">{found.folder}</p>
          {found.unreadable > 0 ? (
            <Alert type="warning" showIcon title={`另有 ${found.unreadable} 份备份不完整，没有列出。`} />
          ) : null}
          <SetList
            key={found.folder}
            sets={found.sets}
            isBusy={looking.isRunning}
            onLook={(stamp) => void look(stamp)}
          />
        </>
      ) : null}
      {looking.isRunning ? (
        <>
          <ProgressPanel jobId={RESTORE_JOB} title="正在核对备份" />
          <Button onClick={() => void invoke('restore.cancel', {})}>停止</Button>
        </>
      ) : null}
      {preview ? <RestoreConfirm key={preview.set.stamp} preview={preview} onDone={setDone} /> : null}
    </section>
  );
}

function RestoreDone({ done, onLeave }: { readonly done: Done; readonly onLeave: () => void }) {
  return (
    <section className="door-panel door-panel-restore" aria-label="恢复完成">
      <h1 className="door-title">恢复完成</h1>
      <Alert
        type="success"
        showIcon
        title={`“${done.unitName}”的资料已恢复，并已打开核对。请用备份那天的登录名和密码登录。`}
      />
      {done.missingEvidence.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={`有 ${done.missingEvidence.length} 个证据附件备份中没有，案件中会标明。如有其他备份，可再恢复一次以补齐。`}
        />
      ) : null}
      {done.keptIn ? <p className="door-note">恢复前的资料原样保存在：{done.keptIn}</p> : null}
      <Button type="primary" size="large" autoFocus onClick={onLeave}>
        去登录
      </Button>
    </section>
  );
}
