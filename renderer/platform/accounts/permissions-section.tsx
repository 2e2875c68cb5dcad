import {
  can,
  PERMISSION_LABELS,
  PERMISSIONS,
  ROLE_LABELS,
  ROLE_NOTES,
  ROLES,
} from '@shared/domain/kernel/permissions';
import { DataTable } from '../../ui/data-table';

const ROWS = PERMISSIONS.flatMap((permission) => {
  const label = PERMISSION_LABELS[permission];
  return label === null ? [] : [{ permission, label }];
});

/** 权限: what each role may do, from the same table that is enforced. */
export function PermissionsSection() {
  return (
    <>
      <p className="settings-intro">
        程序按下表执行，一人有几个角色时合并计算。反映人信息另有限制：即使角色允许，也只有本案经办人、受其委托的人和经授权的人可以查看，每次查看都有记录。
      </p>
      <DataTable
        label="角色权限表"
        rows={ROWS}
        rowKey={(row) => row.permission}
        columns={[
          { key: 'label', title: '可以做什么', render: (row) => row.label },
          ...ROLES.map((role) => ({
            key: role,
            title: ROLE_LABELS[role],
            width: 84,
            align: 'center' as const,
            render: (row: (typeof ROWS)[number]) =>
              can([role], row.permission) ? <span title={ROLE_NOTES[role]}>✓</span> : '',
          })),
        ]}
      />
    </>
  );
}
