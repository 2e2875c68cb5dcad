import { ROLE_LABELS, ROLE_NOTES, ROLES } from '@shared/domain/kernel/permissions';

export const ROLE_OPTIONS = ROLES.map((role) => ({ value: role, label: ROLE_LABELS[role] }));

/** With what each is for. */
export const ROLE_OPTIONS_EXPLAINED = ROLES.map((role) => ({
  value: role,
  label: `${ROLE_LABELS[role]}：${ROLE_NOTES[role]}`,
}));
