import { DownOutlined, LockOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { ROLE_LABELS, type Role } from '@shared/domain/kernel/permissions';
import { Button, Dropdown } from 'antd';
import type { RefObject } from 'react';
import { Link, useNavigate } from 'react-router';
import { useSession } from '../../lib/session';
import { GlobalSearch } from './global-search';

/** Product, unit, search, account, 锁定. */
export function TopBar({ searchRef }: { readonly searchRef: RefObject<HTMLInputElement | null> }) {
  const { status, lock } = useSession();
  const navigate = useNavigate();
  const roles = (status.account?.roles ?? []).map((role) => ROLE_LABELS[role as Role] ?? role);
  const shownRole = roles.length > 1 ? `${roles[0]}等${roles.length}个角色` : roles[0];
  return (
    <header className="top-bar">
      <Link to="/" className="top-bar-product">
        工会案管
      </Link>
      <span className="top-bar-unit" title={status.unitName}>
        {status.unitName}
      </span>
      {status.isDemo ? <span className="demo-badge">演示</span> : null}
      <GlobalSearch inputRef={searchRef} />
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'roles', label: `角色：${roles.join('、') || '无'}`, disabled: true },
            ...(status.account?.lentRoles ?? []).map(({ role, giverName, toOn }) => ({
              key: `lent-${role}-${giverName}`,
              label: `代理${giverName}的${ROLE_LABELS[role as Role] ?? role}，至 ${toOn}`,
              disabled: true,
            })),
            { key: 'password', label: '修改密码', onClick: () => void navigate('/settings/password') },
            { key: 'settings', label: '设置', onClick: () => void navigate('/settings') },
            { key: 'help', label: '帮助', onClick: () => void navigate('/help') },
            { type: 'divider' },
            { key: 'lock', label: '锁定（Ctrl+L）', onClick: () => void lock() },
          ],
        }}
      >
        <Button
          type="text"
          className="top-bar-account"
          aria-label={`账号 ${status.account?.displayName ?? ''}`}
        >
          <span className="top-bar-name">{status.account?.displayName}</span>
          {shownRole ? <span className="top-bar-role">{`（${shownRole}）`}</span> : null}
          <DownOutlined aria-hidden />
        </Button>
      </Dropdown>
      <Button type="text" icon={<QuestionCircleOutlined />} onClick={() => void navigate('/help')}>
        帮助
      </Button>
      <Button type="text" icon={<LockOutlined />} title="锁定（Ctrl+L）" onClick={() => void lock()}>
        锁定
      </Button>
    </header>
  );
}
