import type { AccountRow } from '@shared/contract/accounts';
import { judgeNewPassword } from '@shared/domain/kernel/account-rules';
import { Modal } from 'antd';
import { useChannelCommand } from '../../lib/channel-hooks';
import { useToasts } from '../../lib/toasts';
import { SecretForm } from '../../ui/secret-form';

/** 重设密码 or 启用: both give an account a first password. */
export function FirstPasswordDialog({
  account,
  onClose,
}: {
  readonly account: AccountRow;
  readonly onClose: () => void;
}) {
  const toasts = useToasts();
  const reset = useChannelCommand('accounts.password.reset');
  const reactivate = useChannelCommand('accounts.reactivate');
  const isActive = account.status === 'active';
  const title = isActive ? '重设密码' : '启用账号';
  return (
    <Modal
      open
      title={`${title}：${account.displayName}`}
      footer={null}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p>
        {isActive ? '原密码随即停用。' : '停用时原密码已作废，需要设置初始密码。'}
        请把初始密码告诉本人，第一次登录时必须换成自己的密码。
      </p>
      <SecretForm
        idPrefix="first-password"
        fields={[{ name: 'password', label: '初始密码', help: '至少 8 位。', isPlain: true }]}
        okText={title}
        onCancel={onClose}
        check={({ password = '' }) => {
          const problem = password === '' ? '' : judgeNewPassword(password);
          return problem === '' ? [] : [{ field: 'password', message: problem }];
        }}
        onSubmit={async ({ password = '' }) => {
          const result = await (isActive ? reset : reactivate).run({ id: account.id, password });
          if (result.ok) {
            toasts.done(isActive ? '密码已重设' : '账号已启用');
            onClose();
          }
          return result;
        }}
      />
    </Modal>
  );
}
