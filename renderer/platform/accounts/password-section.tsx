import { useState } from 'react';
import { useToasts } from '../../lib/toasts';
import { ChangePasswordForm } from './change-password-form';

/** 我的密码. */
export function PasswordSection() {
  const toasts = useToasts();
  const [round, setRound] = useState(0);
  return (
    <>
      <p className="settings-intro">
        修改自己的登录密码。忘记密码时，请管理员重设；管理员忘记密码时，用单位保险柜中的恢复码。
      </p>
      <ChangePasswordForm
        key={round}
        onDone={() => {
          toasts.done('密码已修改，下次登录请用新密码');
          setRound((n) => n + 1);
        }}
      />
    </>
  );
}
