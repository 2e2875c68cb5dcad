import { IDLE_MINUTES } from '@shared/domain/kernel/account-rules';
import { Alert, Button, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useChannelCommand, useChannelQuery } from '../../lib/channel-hooks';
import { dateTime } from '../../lib/format';
import { useMay } from '../../lib/may';
import { useToasts } from '../../lib/toasts';
import { useProgress } from '../../lib/use-progress';
import { Labelled } from '../../ui/labelled';
import { SecretForm } from '../../ui/secret-form';
import { RecoverySteps } from './recovery-steps';

/** 安全: lock, recovery code, data key. */
export function SecuritySection() {
  const mayManage = useMay('account.manage');
  return (
    <>
      <LockPart />
      {mayManage ? <RecoveryPart /> : null}
      {mayManage ? <RotationPart /> : null}
    </>
  );
}

function LockPart() {
  const toasts = useToasts();
  const mayWrite = useMay('settings.write');
  const { data } = useChannelQuery('lock.settings.get', {});
  const save = useChannelCommand('lock.settings.save');
  const [typed, setTyped] = useState<number | null>(null);
  const minutes = typed ?? data?.idleMinutes ?? null;
  const submit = async () => {
    if (minutes === null) return;
    const result = await save.run({ idleMinutes: minutes });
    if (result.ok) {
      setTyped(null);
      toasts.done('已保存');
    }
  };
  return (
    <section className="settings-part">
      <h3>自动锁定</h3>
      <p className="settings-intro">
        离开座位时请按 Ctrl+L
        锁定。无人操作超过下面的时间，或者电脑锁屏、休眠，程序自动锁定，登录后回到原来的页面。
      </p>
      <Labelled
        htmlFor="idle-minutes"
        label="无人操作多少分钟后锁定"
        help={`${IDLE_MINUTES.least} 至 ${IDLE_MINUTES.most} 分钟。`}
        {...(save.error ? { error: save.error.fields?.[0]?.message ?? save.error.message } : {})}
      >
        <InputNumber
          id="idle-minutes"
          value={minutes}
          precision={0}
          disabled={!mayWrite}
          onChange={(value) => setTyped(value === null ? null : Number(value))}
        />
      </Labelled>
      {mayWrite ? (
        <Button loading={save.isRunning} disabled={typed === null} onClick={() => void submit()}>
          保存
        </Button>
      ) : (
        <p className="quiet">只有管理员可以修改。</p>
      )}
    </section>
  );
}

function RecoveryPart() {
  const toasts = useToasts();
  const { data } = useChannelQuery('recovery.status', {});
  const [isOpen, setOpen] = useState(false);
  const label = data?.isIssued ? '换发恢复码' : '生成恢复码';
  return (
    <section className="settings-part">
      <h3>恢复码</h3>
      <p className="settings-intro">
        管理员忘记密码，或者在另一台电脑恢复备份时，凭恢复码打开资料。只写在纸上，封存在单位保险柜中。
      </p>
      {data && !data.isIssued ? (
        <Alert
          type="warning"
          showIcon
          className="page-notice"
          title="还没有恢复码。管理员的密码一旦丢失，资料就无法打开，请尽快生成。"
        />
      ) : null}
      {data?.isIssued ? (
        <p>
          现用恢复码由{data.issuedBy}于 {dateTime(data.issuedAt ?? '')}{' '}
          制作。遗失或被他人看到时请换发，原恢复码随即停用。
        </p>
      ) : null}
      <Button onClick={() => setOpen(true)}>{label}</Button>
      {isOpen ? (
        <Modal
          open
          width={680}
          title={label}
          footer={null}
          mask={{ closable: false }}
          onCancel={() => setOpen(false)}
        >
          <RecoverySteps
            onCancel={() => setOpen(false)}
            onDone={() => {
              setOpen(false);
              toasts.done('恢复码已生效');
            }}
          />
        </Modal>
      ) : null}
    </section>
  );
}

function RotationPart() {
  const [isOpen, setOpen] = useState(false);
  const [outcome, setOutcome] = useState('');
  return (
    <section className="settings-part">
      <h3>数据密钥</h3>
      <p className="settings-intro">
        有人离开单位、怀疑资料库或备份被复制时，更换数据密钥：程序用新密钥另存一份资料，核对无误后换上，旧文件随即销毁。各人的密码和恢复码不变。以前的备份仍要用当时的密码打开。
      </p>
      {outcome === '' ? null : <Alert type="success" showIcon className="page-notice" title={outcome} />}
      <Button onClick={() => setOpen(true)}>更换数据密钥</Button>
      {isOpen ? (
        <RotationDialog
          onClose={() => setOpen(false)}
          onDone={(text) => {
            setOutcome(text);
            setOpen(false);
          }}
        />
      ) : null}
    </section>
  );
}

const JOB = 'keys.rotate';

function RotationDialog({
  onClose,
  onDone,
}: {
  readonly onClose: () => void;
  readonly onDone: (text: string) => void;
}) {
  const rotate = useChannelCommand('keys.rotate');
  const progress = useProgress(JOB, rotate.isRunning);
  return (
    <Modal
      open
      title="更换数据密钥"
      footer={null}
      mask={{ closable: false }}
      closable={!rotate.isRunning}
      onCancel={onClose}
    >
      <p>更换期间请不要关闭电脑。万一断电，下次登录仍能打开，不会丢失内容。</p>
      <SecretForm
        idPrefix="rotate"
        fields={[{ name: 'password', label: '您的登录密码', help: '确认是管理员本人操作。' }]}
        okText="更换"
        onCancel={onClose}
        onSubmit={async ({ password = '' }) => {
          const result = await rotate.run({ jobId: JOB, password });
          if (result.ok) {
            const { keptNames, droppedNames } = result.value;
            const dropped = droppedNames.length === 0 ? '' : `；不再保留：${droppedNames.join('、')}`;
            onDone(`数据密钥已更换，仍可打开的：${keptNames.join('、')}${dropped}。`);
          }
          return result;
        }}
      >
        {progress ? <p role="status">正在{progress.phase}……</p> : null}
      </SecretForm>
    </Modal>
  );
}
