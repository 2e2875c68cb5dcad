import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useChannelCommand, useChannelQuery } from '../lib/channel-hooks';
import { useSession } from '../lib/session';
import { RecoverySteps } from '../platform/accounts/recovery-steps';
import { DemoButton } from '../platform/help/demo-button';
import { FIRST_RUN_STEPS, FirstRunProgress } from './first-run-progress';

type FirstRunStepsProps = {
  /** Of the administrator, just chosen. */
  readonly password: string;
  readonly onDone: () => void;
};

/** What follows the making of the file: the recovery code, the folder for backups, where to practise. */
export function FirstRunSteps({ password, onDone }: FirstRunStepsProps) {
  const [step, setStep] = useState(1);
  const next = () => setStep((current) => current + 1);
  return (
    <main className="door">
      <section className="door-panel door-panel-wide" aria-label={FIRST_RUN_STEPS[step]}>
        <h1 className="door-title">{FIRST_RUN_STEPS[step]}</h1>
        <FirstRunProgress step={step} />
        {step === 1 ? <RecoveryStep password={password} onDone={next} /> : null}
        {step === 2 ? <BackupStep onDone={next} /> : null}
        {step === 3 ? <ReadyStep onDone={onDone} /> : null}
      </section>
    </main>
  );
}

function RecoveryStep({ password, onDone }: FirstRunStepsProps) {
  return (
    <>
      <p>恢复码是单位的“备用钥匙”：管理员忘记密码，或者电脑损坏、在另一台电脑恢复备份时，凭它打开资料。</p>
      <Alert
        type="warning"
        showIcon
        className="door-warning"
        title="密码和恢复码都丢失，资料就无法打开"
        description="程序的开发者也打不开。谁拿到恢复码，谁就能打开全部资料，所以只写在纸上，封存在单位保险柜中。"
      />
      <RecoverySteps password={password} onDone={onDone} />
    </>
  );
}

function BackupStep({ onDone }: { readonly onDone: () => void }) {
  const settings = useChannelQuery('backup.settings.get', {});
  const pick = useChannelCommand('backup.folder.pick');
  const save = useChannelCommand('backup.settings.save');
  const folder = settings.data?.settings.folder ?? '';
  const choose = async () => {
    const picked = await pick.run({});
    if (!picked.ok || picked.value === null || !settings.data) return;
    await save.run({ settings: { folder: picked.value.folder }, revision: settings.data.revision });
  };
  const error = pick.error ?? save.error;
  return (
    <>
      <p>
        请选择存放自动备份的文件夹，最好在另一块硬盘、移动硬盘或单位的网络文件夹上。电脑损坏时，用备份可以在另一台电脑继续办案。备份是加密的。
      </p>
      {error ? <Alert type="error" showIcon title={error.message} /> : null}
      {folder === '' ? null : <Alert type="success" showIcon title={`备份将存放在：${folder}`} />}
      <div className="form-buttons">
        {folder === '' ? (
          <>
            <Button type="primary" loading={pick.isRunning || save.isRunning} onClick={() => void choose()}>
              选择文件夹
            </Button>
            <Button onClick={onDone}>以后再说</Button>
          </>
        ) : (
          <>
            <Button type="primary" onClick={onDone}>
              下一步
            </Button>
            <Button onClick={() => void choose()}>换一个文件夹</Button>
          </>
        )}
      </div>
    </>
  );
}

function ReadyStep({ onDone }: { readonly onDone: () => void }) {
  const { status } = useSession();
  return (
    <>
      <p>{status.unitName}的资料库已经建好，可以开始登记线索。</p>
      <Alert
        type="info"
        showIcon
        title="想先练习？另有一套演示资料"
        description="演示资料里的单位、人员和案件都是虚构的，与正式资料分开存放，怎样改动都不影响正式资料。演示窗口上方有黄色横条，按其中的“退出演示”回到正式资料。以后也可以在登录页和“帮助”中打开。"
      />
      <div className="form-buttons">
        <Button type="primary" onClick={onDone}>
          开始使用
        </Button>
        <DemoButton />
      </div>
    </>
  );
}
