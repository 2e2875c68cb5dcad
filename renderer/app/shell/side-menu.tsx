import {
  AuditOutlined,
  BankOutlined,
  BarChartOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  SettingOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useChannelQuery } from '../../lib/channel-hooks';
import { useMay } from '../../lib/may';
import { onePerCase } from '../../platform/todo/one-per-case';
import { modules } from '../modules';

type Entry = {
  readonly path: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly count?: number;
};

const REGISTERS: readonly Entry[] = [
  { path: '/employers', label: '单位', icon: <BankOutlined /> },
  { path: '/people', label: '人员', icon: <TeamOutlined /> },
  { path: '/calendar', label: '期限日历', icon: <CalendarOutlined /> },
  { path: '/statistics', label: '台账统计', icon: <BarChartOutlined /> },
];
const LOG: Entry = { path: '/audit', label: '操作日志', icon: <AuditOutlined /> };
const SETTINGS: Entry = { path: '/settings', label: '设置', icon: <SettingOutlined /> };

/** Left menu: to-do, the modules, the registers, settings. */
export function SideMenu() {
  const mayReadLog = useMay('audit.read');
  const { data } = useChannelQuery('todo.board', {});
  const urgent = data
    ? onePerCase(data.overdue).length + onePerCase(data.today).length + data.waiting.length
    : 0;
  const groups: readonly (readonly Entry[])[] = [
    [{ path: '/', label: '今日待办', icon: <CheckSquareOutlined />, count: urgent }],
    modules.flatMap((module) => module.menu),
    [...REGISTERS, ...(mayReadLog ? [LOG] : []), SETTINGS],
  ];
  const current = currentPath(useLocation().pathname, groups.flat());
  return (
    <nav className="side-menu" aria-label="主菜单">
      {groups.map((entries) =>
        entries.length > 0 ? <Group key={entries[0]?.path} entries={entries} current={current} /> : null,
      )}
    </nav>
  );
}

function Group({ entries, current }: { readonly entries: readonly Entry[]; readonly current: string }) {
  return (
    <ul className="side-menu-group">
      {entries.map(({ path, label, icon, count }) => (
        <li key={path}>
          <Link to={path} className="side-menu-link" aria-current={path === current ? 'page' : undefined}>
            <span className="side-menu-icon" aria-hidden>
              {icon}
            </span>
            <span>{label}</span>
            {count ? (
              <span className="side-menu-count" title={`${count} 件已逾期、今天到期或等您处理`}>
                {count}
              </span>
            ) : null}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The entry the address belongs to: the longest one it begins with. */
function currentPath(address: string, entries: readonly Entry[]): string {
  const fitting = entries.filter(
    ({ path }) => address === path || (path !== '/' && address.startsWith(`${path}/`)),
  );
  return fitting.reduce((best, { path }) => (path.length > best.length ? path : best), '');
}
