import type { Output } from '@shared/contract';
import { SALVAGE_JOB } from '@shared/contract/restore';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useChannelCommand } from '../../lib/channel-hooks';
import { invoke } from '../../lib/invoke';
import { useSession } from '../../lib/session';
import { ProgressPanel } from '../../ui/progress-panel';
import { SalvageResult } from './salvage-result';
import { SecretFields, useSecret } from './secret-fields';

/** The file cannot be trusted: three ways on, and none of them deletes anything. */
export function DamagePage({ onLeave }: { readonly onLeave: () => void }) {
  const { openDoor } = useSession();
  const [isSalvaging, setIsSalvaging] = useState(false);
  const [isBeyondSalvage, setIsBeyondSalvage] = useState(false);
  const [result, setResult] = useState<Output<'damage.salvage'> | null>(null);
  if (result) return <SalvageResult result={result} onLeave={onLeave} />;
  const restore = () => openDoor('restore');
  return (
    <section className="door-panel door-panel-restore" aria-label="数据文件损坏">
      <h1 className="door-title">数据文件损坏</h1>
      {isBeyondSalvage ? (
        <BeyondSalvage onRestore={restore} />
      ) : (
        <>
          <Alert
            type="error"
            showIcon
            role="alert"
            title="检查发现数据文件已损坏，常见原因是磁盘故障或突然断电。请不要继续录入，也不要删除任何文件。"
          />
          <h2>一、从备份恢复（首选）</h2>
          <p>有近期的备份时，选这一项。只会缺少备份之后录入的内容。</p>
          <Button type="primary" onClick={restore}>
            从备份恢复
          </Button>
          <h2>二、抢救到新文件</h2>
          <p>
            没有备份，或者备份太旧时，选这一项，由管理员或者持有恢复码的人进行。程序逐条读出还能读的内容，写入新文件，并列出丢失了多少。损坏的文件只读取，不改动。
          </p>
          {isSalvaging ? (
            <SalvageForm onDone={setResult} onBeyond={() => setIsBeyondSalvage(true)} />
          ) : (
            <Button onClick={() => setIsSalvaging(true)}>抢救到新文件</Button>
          )}
        </>
      )}
      <h2>{isBeyondSalvage ? '二' : '三'}、退出</h2>
      <p>先请维护人员检查磁盘。什么都不会改变。</p>
      <Button onClick={() => window.close()}>退出程序</Button>
    </section>
  );
}

/** The part that says what is where is gone: one way is left. */
function BeyondSalvage({ onRestore }: { readonly onRestore: () => void }) {
  return (
    <>
      <Alert
        type="error"
        showIcon
        role="alert"
        title="数据文件中记录目录的部分已损坏，无法抢救，只能从备份恢复。"
        description="损坏的文件原样保留，没有删除任何内容。"
      />
      <h2>一、从备份恢复</h2>
      <p>
        插好存有备份的 U
        盘，或接通网络文件夹，再按下面的按钮。一份备份也找不到时，请不要再使用这台电脑，请维护人员把整个数据文件夹保存好。
      </p>
      <Button type="primary" size="large" autoFocus onClick={onRestore}>
        选择备份，开始恢复
      </Button>
    </>
  );
}

type SalvageFormProps = {
  readonly onDone: (result: Output<'damage.salvage'>) => void;
  readonly onBeyond: () => void;
};

function SalvageForm({ onDone, onBeyond }: SalvageFormProps) {
  const secret = useSecret();
  const salvage = useChannelCommand('damage.salvage');
  const submit = async () => {
    if (salvage.isRunning || !secret.isFilled) return;
    const result = await salvage.run({ secret: secret.secret });
    if (result.ok) onDone(result.value);
    else if (result.error.code === 'DATABASE_DAMAGED') onBeyond();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <SecretFields state={secret} error={salvage.error} whose="本机现在的" />
      {salvage.error && salvage.error.code !== 'CANCELLED' ? (
        <Alert type="error" showIcon role="alert" title={salvage.error.message} />
      ) : null}
      {salvage.isRunning ? (
        <>
          <ProgressPanel jobId={SALVAGE_JOB} title="正在抢救" />
          <Button onClick={() => void invoke('restore.cancel', {})}>停止</Button>
        </>
      ) : (
        <Button type="primary" htmlType="submit" disabled={!secret.isFilled}>
          开始抢救
        </Button>
      )}
    </form>
  );
}
