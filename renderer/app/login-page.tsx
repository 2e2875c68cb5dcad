import { Alert, Button, Input, type InputRef } from 'antd';
import { type SubmitEvent, useRef, useState } from 'react';
import { enterToNext } from '../case-kit/field-form/enter-to-next';
import { useChannelCommand } from '../lib/channel-hooks';
import { type SessionStatus, useSession } from '../lib/session';
import { Labelled } from '../ui/labelled';
import { RecoverPage } from './recover-page';

/** Why the program locked by itself. */
const LOCK_NOTES: Readonly<Record<SessionStatus['lockReason'], string>> = {
  user: '',
  idle: '较长时间没有操作，程序已自动锁定。登录后回到原来的页面，填写的内容仍在。',
  system: '电脑锁屏或休眠，程序已随之锁定。登录后回到原来的页面，填写的内容仍在。',
  account: '您的账号已被停用或移除，程序已锁定。如有疑问，请联系本单位管理员。',
};

/** Opens the encrypted file with a name and its password. */
export function LoginPage() {
  const { status, accept, openDoor } = useSession();
  const demo = status.isDemo ? status.demoLogin : null;
  const [loginName, setLoginName] = useState(demo?.loginName ?? '');
  const [password, setPassword] = useState(demo?.password ?? '');
  const passwordBox = useRef<InputRef>(null);
  const unlock = useChannelCommand('session.unlock');
  const [isRecovering, setRecovering] = useState(false);
  if (isRecovering) return <RecoverPage onBack={() => setRecovering(false)} />;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (unlock.isRunning) return;
    const result = await unlock.run({ loginName: loginName.trim(), password });
    if (result.ok) accept(result.value);
    else if (result.error.code === 'DATABASE_DAMAGED') openDoor('damage');
    else {
      if (!demo) setPassword('');
      passwordBox.current?.focus();
    }
  };

  return (
    <main className="door">
      <form className="door-panel" onSubmit={(event) => void submit(event)} {...enterToNext}>
        <h1 className="door-title">工会案管</h1>
        <p className="door-unit">
          {status.unitName}
          {status.isDemo ? <span className="demo-badge">演示</span> : null}
        </p>
        {status.isDemo ? (
          <Alert
            type="info"
            showIcon
            title="这是练习用的演示资料，与正式资料分开存放。登录名和密码已填好，按“打开”即可。"
          />
        ) : null}
        {LOCK_NOTES[status.lockReason] && !unlock.error ? (
          <Alert type="info" showIcon title={LOCK_NOTES[status.lockReason]} />
        ) : null}
        {unlock.error ? <Alert type="error" showIcon title={unlock.error.message} role="alert" /> : null}
        <Labelled htmlFor="login-name" label="登录名">
          <Input
            id="login-name"
            value={loginName}
            maxLength={30}
            autoFocus={!demo}
            autoComplete="off"
            onChange={(event) => setLoginName(event.target.value)}
          />
        </Labelled>
        <Labelled htmlFor="login-password" label="密码">
          <Input.Password
            ref={passwordBox}
            id="login-password"
            value={password}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => setPassword(event.target.value)}
          />
        </Labelled>
        <Button
          type="primary"
          htmlType="submit"
          block
          size="large"
          loading={unlock.isRunning}
          disabled={!loginName.trim() || !password}
          autoFocus={Boolean(demo)}
        >
          打开
        </Button>
        <p className="door-note" role="status">
          {unlock.isRunning
            ? status.isDemo
              ? '正在打开。第一次打开演示资料时要准备几秒钟，请稍候。'
              : '正在打开，请稍候。'
            : '资料已加密存放在本机，没有密码无法打开。忘记密码时，请联系本单位管理员。'}
        </p>
        {status.isDemo ? null : (
          <Button type="link" className="door-link" onClick={() => setRecovering(true)}>
            管理员忘记密码？使用恢复码
          </Button>
        )}
      </form>
    </main>
  );
}
