import { Alert, Button } from 'antd';
import { useSession } from '../lib/session';
import { ChangePasswordForm } from '../platform/accounts/change-password-form';

/** The first login of an account: a password of one's own before anything else. */
export function FirstPasswordPage({ onDone }: { readonly onDone: () => void }) {
  const { status, lock } = useSession();
  return (
    <main className="door">
      <section className="door-panel" aria-label="设置自己的密码">
        <h1 className="door-title">设置自己的密码</h1>
        <p className="door-unit">
          {status.account?.displayName}，{status.unitName}
        </p>
        <Alert
          type="info"
          showIcon
          title="您现在用的是管理员设置的初始密码。请换成只有自己知道的密码，再开始使用。"
        />
        <ChangePasswordForm isFirst onDone={onDone} />
        <Button type="link" className="door-link" onClick={() => void lock()}>
          返回登录页
        </Button>
      </section>
    </main>
  );
}
