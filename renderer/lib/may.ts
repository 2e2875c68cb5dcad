import { type Permission, ROLE_PERMISSIONS, type Role } from '@shared/domain/kernel/permissions';
import { useSession } from './session';

/** Whether the account may, for showing a button or its reason. The pipeline decides, not the page. */
export function useMay(permission: Permission): boolean {
  const roles = useSession().status.account?.roles ?? [];
  return roles.some((role) => ROLE_PERMISSIONS[role as Role]?.includes(permission));
}
