import type { Secret } from '@shared/contract/restore';
import type { AppError } from '@shared/contract/result';
import { Radio } from 'antd';
import { useState } from 'react';
import { LabelledInput } from '../../ui/labelled-input';

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
  /** Where two are asked for on one page: under which name this one stands in the input. */
  readonly part?: string;
};

export function SecretFields({ state, error, whose, part = '' }: Props) {
  const prefix = part === '' ? '' : `${part}.`;
  const errorOf = (field: string) => error?.fields?.find((one) => one.field === `${prefix}${field}`)?.message;
  const id = part === '' ? 'secret' : `secret-${part}`;
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
          <LabelledInput
            id={`${id}-name`}
            label="登录名"
            hasCursor
            value={state.loginName}
            maxLength={30}
            onChange={state.setLoginName}
            error={errorOf('loginName')}
          />
          <LabelledInput
            id={`${id}-password`}
            label="密码"
            isHidden
            value={state.password}
            onChange={state.setPassword}
            error={errorOf('password')}
          />
        </>
      ) : (
        <LabelledInput
          id={`${id}-code`}
          label="恢复码"
          hasCursor
          help="印在单位保险柜中封存的那张纸上，字母不分大小写。"
          value={state.code}
          onChange={state.setCode}
          error={errorOf('code')}
        />
      )}
    </>
  );
}
