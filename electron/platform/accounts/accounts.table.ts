import type { Generated } from 'kysely';

export interface AccountTable {
  id: Generated<number>;
  loginName: string;
  displayName: string;
  /** JSON array of roles. */
  roles: string;
  isActive: number;
  createdAt: string;
  /** Of its key slot, base64. */
  publicKey: Generated<string>;
  mustChangePassword: Generated<number>;
  removedAt: Generated<string | null>;
}
export interface RecoveryKeyTable {
  id: number;
  publicKey: string;
  issuedBy: number;
  issuedAt: string;
}
export interface DelegationTable {
  id: Generated<number>;
  giverId: number;
  receiverId: number;
  role: string;
  fromOn: string;
  toOn: string;
  reason: string;
  createdBy: number;
  createdAt: string;
  endedAt: string | null;
}
export interface ComplainantGrantTable {
  id: Generated<number>;
  caseId: number;
  accountId: number;
  reason: string;
  grantedBy: number;
  grantedAt: string;
  revokedAt: string | null;
}

export interface AccountsTables {
  account: AccountTable;
  recoveryKey: RecoveryKeyTable;
  delegation: DelegationTable;
  complainantGrant: ComplainantGrantTable;
}
