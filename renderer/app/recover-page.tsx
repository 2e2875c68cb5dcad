import { judgeNewPassword } from '@shared/domain/kernel/account-rules';
import { readRecoveryCode } from '@shared/domain/kernel/recovery-code';
import { Radio } from 'antd';
import { useState } from 'react';
import { useChannelCommand } from '../lib/channel-hooks';
import { useSession } from '../lib/session';
import { Labelled } from '../ui/labelled';
import { SecretForm } from '../ui/secret-form';

type Administrator = { readonly loginName: string; readonly displayName: string };

/** 使用恢复码: first the code, then a new password for an administrator. */
export function RecoverPage({ onBack }: { readonly onBack: () => void }) {
  const { status, accept } = useSession();
  const check = useChannelCommand('session.recover.check');
  const recover = useChannelCommand('session.recover');
  const [code, setCode] = useState('');
  const [accounts, setAccounts] = useState<readonly Administrator[]>([]);
  const [loginName, setLoginName] = useState('');
  return (
    <main className="door">
      <section className="door-panel" aria-label="使用恢复码">
        <h1 className="door-title">使用恢复码</h1>
        <p className="door-unit">{status.unitName}</p>
        {accounts.length === 0 ? (
          <SecretForm
            key="code"
            idPrefix="recover"
            fields={[
              {
                name: 'code',
                label: '恢复码',
                help: '在单位保险柜的信封里，共八组、每组 4 个字符。大小写、空格、横线都可以。',
                isPlain: true,
              },
            ]}
            okText="下一步"
            onCancel={onBack}
            check={({ code: typed = '' }) => {
              const read = readRecoveryCode(typed);
              return typed === '' || read.isOk ? [] : [{ field: 'code', message: read.message }];
            }}
            onSubmit={async ({ code: typed = '' }) => {
              const result = await check.run({ code: typed });
              if (result.ok) {
                setCode(typed);
                setAccounts(result.value.accounts);
                setLoginName(result.value.accounts[0]?.loginName ?? '');
              }
              return result;
            }}
          />
        ) : (
          <SecretForm
            key="password"
            idPrefix="recover"
            fields={[
              {
                name: 'password',
                label: '新密码',
                help: '至少 8 位。原密码随即停用。',
                againLabel: '再次填写新密码',
              },
            ]}
            okText="设置新密码并打开"
            onCancel={onBack}
            check={({ password = '' }) => {
              const problem = password === '' ? '' : judgeNewPassword(password);
              return problem === '' ? [] : [{ field: 'password', message: problem }];
            }}
            onSubmit={async ({ password = '' }) => {
              const result = await recover.run({ code, loginName, password });
              if (result.ok) accept(result.value);
              return result;
            }}
          >
            <Labelled htmlFor="recover-account" label="为哪个管理员账号设置" isGroup>
              <Radio.Group
                id="recover-account"
                aria-labelledby="recover-account-label"
                value={loginName}
                onChange={(event) => setLoginName(String(event.target.value))}
                options={accounts.map((account) => ({
                  value: account.loginName,
                  label: `${account.displayName}（${account.loginName}）`,
                }))}
              />
            </Labelled>
          </SecretForm>
        )}
      </section>
    </main>
  );
}
