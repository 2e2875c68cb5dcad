import type { AccountRow } from '@shared/contract/accounts';
import { ROLE_LABELS } from '@shared/domain/kernel/permissions';
import { Alert, Button, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useChannelCommand, useChannelQuery } from '../../lib/channel-hooks';
import { useMay } from '../../lib/may';
import { useSession } from '../../lib/session';
import { useToasts } from '../../lib/toasts';
import { useWindowWidth } from '../../lib/use-window-width';
import { DataTable } from '../../ui/data-table';
import { Mark } from '../../ui/mark';
import { AccountDialog } from './account-dialog';
import { FirstPasswordDialog } from './first-password-dialog';

/** 账号: who may open the file, and as what. */
export function AccountsSection() {
  const mayManage = useMay('account.manage');
  // The buttons stand in two rows then, so that the roles stay readable.
  const isNarrow = useWindowWidth() < 1100;
  const { data = [], isFetching } = useChannelQuery('accounts.list', {}, { enabled: mayManage });
  const [edited, setEdited] = useState<AccountRow | 'new' | null>(null);
  const [given, setGiven] = useState<AccountRow | null>(null);
  const [hasLeft, setHasLeft] = useState('');
  if (!mayManage) return <p className="quiet">只有管理员可以管理账号。</p>;
  return (
    <>
      <p className="settings-intro">
        每人一个账号，各用各的密码，办了什么都记在各人名下。离开的人员请停用或移除，其密码随即作废。
      </p>
      {hasLeft === '' ? null : (
        <Alert
          type="warning"
          showIcon
          closable={{ onClose: () => setHasLeft('') }}
          className="page-notice"
          title={`${hasLeft}已不能登录`}
          description={
            <>
              如果担心其手中留有资料库或备份的副本，请在“安全”中
              <Link to="/settings/security">更换数据密钥</Link>
              ，今后的内容用旧密钥无法打开。
            </>
          }
        />
      )}
      <DataTable
        label="账号列表"
        rows={data}
        rowKey={(row) => row.id}
        isLoading={isFetching}
        columns={[
          { key: 'name', title: '姓名', width: 100, render: (row) => row.displayName },
          { key: 'login', title: '登录名', width: 120, spareBelow: 1100, render: (row) => row.loginName },
          {
            key: 'roles',
            title: '角色',
            render: (row) => row.roles.map((role) => ROLE_LABELS[role]).join('、'),
          },
          {
            key: 'cases',
            title: '在办案件',
            width: 90,
            align: 'right',
            spareBelow: 1200,
            render: (row) => row.openCaseCount,
          },
          { key: 'status', title: '状态', width: 110, render: (row) => <StatusMark account={row} /> },
          {
            key: 'actions',
            title: '操作',
            width: isNarrow ? 150 : 250,
            render: (row) => (
              <Actions
                account={row}
                onEdit={() => setEdited(row)}
                onGive={() => setGiven(row)}
                onLeft={() => setHasLeft(row.displayName)}
              />
            ),
          },
        ]}
      />
      <Button onClick={() => setEdited('new')}>新建账号</Button>
      {edited ? (
        <AccountDialog account={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      ) : null}
      {given ? <FirstPasswordDialog account={given} onClose={() => setGiven(null)} /> : null}
    </>
  );
}

function StatusMark({ account }: { readonly account: AccountRow }) {
  if (account.status === 'removed') return <Mark tone="plain">已移除</Mark>;
  if (account.status === 'inactive') return <Mark tone="plain">已停用</Mark>;
  return account.mustChangePassword ? <Mark tone="warn">待首次登录</Mark> : <Mark tone="good">在用</Mark>;
}

type ActionsProps = {
  readonly account: AccountRow;
  readonly onEdit: () => void;
  readonly onGive: () => void;
  readonly onLeft: () => void;
};

function Actions({ account, onEdit, onGive, onLeft }: ActionsProps) {
  const toasts = useToasts();
  const isSelf = useSession().status.account?.id === account.id;
  const deactivate = useChannelCommand('accounts.deactivate');
  const remove = useChannelCommand('accounts.remove');
  if (account.status === 'removed') return null;
  const isActive = account.status === 'active';
  const take = async (command: typeof deactivate | typeof remove) => {
    const result = await command.run({ id: account.id });
    if (result.ok) onLeft();
    else toasts.refused(result.error);
  };
  const cases =
    account.openCaseCount > 0 ? `名下还有 ${account.openCaseCount} 件在办案件，请另行安排经办人。` : '';
  return (
    <Space size={4} wrap>
      {isActive ? (
        <Button size="small" onClick={onEdit}>
          修改
        </Button>
      ) : null}
      {isSelf ? null : (
        <>
          <Button size="small" onClick={onGive}>
            {isActive ? '重设密码' : '启用'}
          </Button>
          {isActive ? (
            <Popconfirm
              title={`停用${account.displayName}的账号？`}
              description={`其密码随即作废，需要时可以再启用。${cases}`}
              okText="停用"
              onConfirm={() => void take(deactivate)}
            >
              <Button size="small">停用</Button>
            </Popconfirm>
          ) : null}
          <Popconfirm
            placement="topRight"
            title={`移除${account.displayName}的账号？`}
            description={`移除后不能恢复，办过的事项仍记在其名下。${cases}`}
            okText="移除"
            onConfirm={() => void take(remove)}
          >
            <Button size="small">移除</Button>
          </Popconfirm>
        </>
      )}
    </Space>
  );
}
