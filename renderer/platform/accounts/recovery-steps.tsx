import { readRecoveryCode } from '@shared/domain/kernel/recovery-code';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useChannelCommand } from '../../lib/channel-hooks';
import { SecretForm } from '../../ui/secret-form';

type RecoveryStepsProps = {
  /** Known in the first run; asked for otherwise. */
  readonly password?: string;
  readonly onDone: () => void;
  readonly onCancel?: () => void;
};

/** Makes a recovery code: shown, printed, typed back. */
export function RecoverySteps({ password, onDone, onCancel }: RecoveryStepsProps) {
  const issue = useChannelCommand('recovery.issue');
  const [code, setCode] = useState<string | null>(null);
  const make = async (secret: string) => {
    const result = await issue.run({ password: secret });
    if (result.ok) setCode(result.value.code);
    return result;
  };
  if (code !== null) return <TypeBack code={code} onDone={onDone} {...(onCancel ? { onCancel } : {})} />;
  if (password !== undefined) {
    return (
      <>
        {issue.error ? <Alert type="error" showIcon title={issue.error.message} /> : null}
        <div className="form-buttons">
          <Button type="primary" loading={issue.isRunning} onClick={() => void make(password)}>
            生成恢复码
          </Button>
        </div>
      </>
    );
  }
  return (
    <SecretForm
      idPrefix="recovery-password"
      fields={[{ name: 'password', label: '您的登录密码', help: '确认是管理员本人操作。' }]}
      okText="生成恢复码"
      onSubmit={({ password: typed = '' }) => make(typed)}
      {...(onCancel ? { onCancel } : {})}
    />
  );
}

function TypeBack({ code, onDone, onCancel }: { code: string; onDone: () => void; onCancel?: () => void }) {
  const print = useChannelCommand('recovery.print');
  const confirm = useChannelCommand('recovery.confirm');
  const groups = code.split('-').map((text, index) => ({ name: `第 ${index + 1} 组`, text }));
  return (
    <>
      <ol className="recovery-code" aria-label="恢复码">
        {groups.map(({ name, text }) => (
          <li key={name}>
            <span className="quiet">{name}</span>
            <b>{text}</b>
          </li>
        ))}
      </ol>
      <div className="recovery-buttons">
        <Button loading={print.isRunning} onClick={() => void print.run({})}>
          打印恢复码
        </Button>
        <span className="quiet">没有打印机的，请抄写在纸上，装入信封密封，存放在单位保险柜中。</span>
      </div>
      {print.error ? <Alert type="warning" showIcon title={print.error.message} /> : null}
      <SecretForm
        idPrefix="recovery"
        fields={[
          {
            name: 'code',
            label: '照纸上的恢复码再填写一遍',
            help: '大小写、空格、横线都可以，共八组。填写无误后恢复码才生效。',
            isPlain: true,
          },
        ]}
        okText="确认恢复码"
        check={({ code: typed = '' }) => {
          const read = readRecoveryCode(typed);
          return typed === '' || read.isOk ? [] : [{ field: 'code', message: read.message }];
        }}
        onSubmit={async ({ code: typed = '' }) => {
          const result = await confirm.run({ code: typed });
          if (result.ok) onDone();
          return result;
        }}
        {...(onCancel ? { onCancel } : {})}
      />
    </>
  );
}
