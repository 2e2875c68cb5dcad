import { judgeNewPassword } from '@shared/domain/kernel/account-rules';
import { useChannelCommand } from '../../lib/channel-hooks';
import { SecretForm } from '../../ui/secret-form';

type ChangePasswordFormProps = {
  /** After a first password: asked for before anything else. */
  readonly isFirst?: boolean;
  readonly onDone: () => void;
};

/** One's own password. */
export function ChangePasswordForm({ isFirst = false, onDone }: ChangePasswordFormProps) {
  const change = useChannelCommand('accounts.password.change');
  return (
    <SecretForm
      idPrefix="own-password"
      fields={[
        {
          name: 'oldPassword',
          label: isFirst ? '管理员给您的初始密码' : '现在的密码',
        },
        {
          name: 'newPassword',
          label: '新密码',
          help: '至少 8 位。只有您自己知道，管理员也看不到。',
          againLabel: '再次填写新密码',
        },
      ]}
      okText="修改密码"
      check={({ oldPassword = '', newPassword = '' }) => {
        const problem = newPassword === '' ? '' : judgeNewPassword(newPassword, oldPassword);
        return problem === '' ? [] : [{ field: 'newPassword', message: problem }];
      }}
      onSubmit={async ({ oldPassword = '', newPassword = '' }) => {
        const result = await change.run({ oldPassword, newPassword });
        if (result.ok) onDone();
        return result;
      }}
    />
  );
}
