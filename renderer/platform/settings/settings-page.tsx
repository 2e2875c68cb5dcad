import type { ComponentType } from 'react';
import { Link, useParams } from 'react-router';
import { PageHeader } from '../../ui/page-header';
import { AccountsSection } from '../accounts/accounts-section';
import { DelegationsSection } from '../accounts/delegations-section';
import { PasswordSection } from '../accounts/password-section';
import { PermissionsSection } from '../accounts/permissions-section';
import { SecuritySection } from '../accounts/security-section';
import { BackupSection } from '../backup/backup-section';
import { CalendarSection } from './calendar-section';
import { EvidenceSection } from './evidence-section';
import { LeadersSection } from './leaders-section';
import { NumberingSection } from './numbering-section';
import { RulesSection } from './rules-section';
import { SupervisorsSection } from './supervisors-section';
import { UnitSection } from './unit-section';
import { ViolationsSection } from './violations-section';

const SECTIONS: readonly { readonly key: string; readonly title: string; readonly Section: ComponentType }[] =
  [
    { key: 'unit', title: '本单位', Section: UnitSection },
    { key: 'numbering', title: '编号', Section: NumberingSection },
    { key: 'leaders', title: '签发人', Section: LeadersSection },
    { key: 'supervisors', title: '监督员', Section: SupervisorsSection },
    { key: 'rules', title: '办理规则', Section: RulesSection },
    { key: 'violations', title: '违法类型', Section: ViolationsSection },
    { key: 'calendar', title: '工作日历', Section: CalendarSection },
    { key: 'accounts', title: '账号', Section: AccountsSection },
    { key: 'delegations', title: '委托', Section: DelegationsSection },
    { key: 'permissions', title: '权限', Section: PermissionsSection },
    { key: 'security', title: '安全', Section: SecuritySection },
    { key: 'password', title: '我的密码', Section: PasswordSection },
    { key: 'backup', title: '备份与恢复', Section: BackupSection },
    { key: 'evidence', title: '证据检查', Section: EvidenceSection },
  ];

/** 设置, one section at a time. */
export function SettingsPage() {
  const key = useParams().section ?? 'unit';
  const chosen = SECTIONS.find((section) => section.key === key) ?? SECTIONS[0];
  if (!chosen) return null;
  return (
    <>
      <PageHeader title="设置" />
      <div className="settings-layout">
        <nav aria-label="设置分类" className="settings-menu">
          {SECTIONS.map((section) => (
            <Link
              key={section.key}
              to={`/settings/${section.key}`}
              aria-current={section === chosen ? 'page' : undefined}
            >
              {section.title}
            </Link>
          ))}
        </nav>
        <section className="settings-section" aria-label={chosen.title}>
          <h2>{chosen.title}</h2>
          <chosen.Section key={chosen.key} />
        </section>
      </div>
    </>
  );
}
