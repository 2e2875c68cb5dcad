import type { Secret } from '@shared/contract/restore';
import type { AppError } from '@shared/contract/result';
import { Input, Radio } from 'antd';
import { useState } from 'react';
import { Labelled } from '../../ui/labelled';

type Kind = Secret['kind'];

/** What opens a file: a name with its password, or the code from the safe. */
export function useSecret() {
  const [kind, setKind] = useState<Kind>('password');
  const [loginName, setLoginName] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const isFilled = kind === 'password' ? loginName.trim() !== '' && password !== '' : code.trim() !== '';
  const secret: Secret =
    kind === 'password' ? { kind, loginName: loginName.trim(), password } : { kind, code: code.trim() };
  return { kind, setKind, loginName, setLoginName, password, setPassword, code, setCode, isFilled, secret };
}

type Props = {
  readonly state: ReturnType<typeof useSecret>;
  readonly error: AppError | null;
  /** Whose password: 备份那天的, 本机现在的. */
  readonly whose: string;
};

export function SecretFields({ state, error, whose }: Props) {
  const errorOf = (field: string) => error?.fields?.find((one) => one.field === field)?.message;
  return (
    <>
      <Radio.Group
        className="secret-kind"
        value={state.kind}
        onChange={(event) => state.setKind(event.target.value as Kind)}
        options={[
          { value: 'password', label: `用${whose}登录名和密码` },
          { value: 'recovery', label: '用恢复码' },
        ]}
      />
      {state.kind === 'password' ? (
        <>
          <Labelled htmlFor="secret-name" label="登录名">
            <Input
              id="secret-name"
              value={state.loginName}
              maxLength={30}
              autoComplete="off"
              onChange={(event) => state.setLoginName(event.target.value)}
            />
          </Labelled>
          <Labelled htmlFor="secret-password" label="密码" error={errorOf('password')}>
            <Input.Password
              id="secret-password"
              value={state.password}
              maxLength={200}
              autoComplete="off"
              onChange={(event) => state.setPassword(event.target.value)}
            />
          </Labelled>
        </>
      ) : (
        <Labelled
          htmlFor="secret-code"
          label="恢复码"
          help="印在单位保险柜中封存的那张纸上，字母不分大小写。"
          error={errorOf('code')}
        >
          <Input
            id="secret-code"
            value={state.code}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => state.setCode(event.target.value)}
          />
        </Labelled>
      )}
    </>
  );
}
