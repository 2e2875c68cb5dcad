import type { AccountRow } from '@shared/contract/accounts';
import type { FieldError } from '@shared/contract/result';
import { judgeNewPassword } from '@shared/domain/kernel/account-rules';
import { isRole } from '@shared/domain/kernel/permissions';
import { Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { useChannelCommand } from '../../lib/channel-hooks';
import { useToasts } from '../../lib/toasts';
import { ErrorSummary } from '../../ui/error-summary';
import { Labelled } from '../../ui/labelled';
import { LabelledInput } from '../../ui/labelled-input';
import { ROLE_OPTIONS_EXPLAINED } from './role-fields';

type AccountDialogProps = {
  /** null: a new one. */
  readonly account: AccountRow | null;
  readonly onClose: () => void;
};

const controlId = (name: string) => `account-${name}`;

/** A colleague's name, login and roles; for a new one a first password. Holds a password, so it keeps no draft. */
export function AccountDialog({ account, onClose }: AccountDialogProps) {
  const toasts = useToasts();
  const add = useChannelCommand('accounts.add');
  const save = useChannelCommand('accounts.save');
  const [displayName, setDisplayName] = useState(account?.displayName ?? '');
  const [loginName, setLoginName] = useState(account?.loginName ?? '');
  const [roles, setRoles] = useState<readonly string[]>(account?.roles ?? ['clerk']);
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [message, setMessage] = useState('');
  const [attempt, setAttempt] = useState(0);
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message;
  const submit = async () => {
    const found = judge({ displayName, loginName, roles, password }, account === null);
    setErrors(found);
    setMessage('');
    setAttempt((n) => n + 1);
    if (found.length > 0) return;
    const wanted = { displayName, roles: roles.filter(isRole) };
    const result = account
      ? await save.run({ id: account.id, ...wanted })
      : await add.run({ ...wanted, loginName, password });
    if (result.ok) {
      toasts.done(account ? '已保存' : `已新建账号，请把登录名和初始密码告诉${displayName}`);
      onClose();
      return;
    }
    setErrors(result.error.fields ?? []);
    setMessage(result.error.message);
    setAttempt((n) => n + 1);
  };
  return (
    <Modal
      open
      title={account ? `修改账号：${account.displayName}` : '新建账号'}
      okText={account ? '保存' : '新建'}
      confirmLoading={add.isRunning || save.isRunning}
      onOk={() => void submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <ErrorSummary errors={errors} message={message} attempt={attempt} controlId={controlId} />
      <LabelledInput
        id={controlId('displayName')}
        label="姓名"
        isRequired
        hasCursor
        value={displayName}
        maxLength={30}
        onChange={setDisplayName}
        error={errorOf('displayName')}
      />
      <LabelledInput
        id={controlId('loginName')}
        label="登录名"
        isRequired
        isDisabled={account !== null}
        help={account ? '登录名不能修改。' : '登录时填写，汉字、字母都可以，建好后不能修改。'}
        value={loginName}
        maxLength={30}
        onChange={setLoginName}
        error={errorOf('loginName')}
      />
      <Labelled
        htmlFor={controlId('roles')}
        label="角色"
        isGroup
        isRequired
        help="一人可以有几个角色。"
        error={errorOf('roles')}
      >
        <Checkbox.Group
          className="role-choices"
          value={[...roles]}
          options={ROLE_OPTIONS_EXPLAINED}
          onChange={(chosen) => setRoles(chosen)}
        />
      </Labelled>
      {account ? null : (
        <LabelledInput
          id={controlId('password')}
          label="初始密码"
          isRequired
          help="至少 8 位。本人第一次登录时必须换成自己的密码。"
          value={password}
          onChange={setPassword}
          error={errorOf('password')}
        />
      )}
    </Modal>
  );
}

type Typed = {
  readonly displayName: string;
  readonly loginName: string;
  readonly roles: readonly string[];
  readonly password: string;
};

function judge({ displayName, loginName, roles, password }: Typed, isNew: boolean): FieldError[] {
  const problem = isNew ? judgeNewPassword(password) : '';
  return [
    ...(displayName.trim() === '' ? [{ field: 'displayName', message: '请填写姓名' }] : []),
    ...(loginName.trim() === '' ? [{ field: 'loginName', message: '请填写登录名' }] : []),
    ...(roles.length === 0 ? [{ field: 'roles', message: '请至少选择一个角色' }] : []),
    ...(problem === '' ? [] : [{ field: 'password', message: problem }]),
  ];
}
