import { z } from 'zod';
import { IDLE_MINUTES, judgeNewPassword } from '../domain/kernel/account-rules';
import { ROLES } from '../domain/kernel/permissions';
import { civilDate, empty, id, text } from './common';
import { command, job, query } from './define';

const role = z.enum(ROLES);
const roles = z.array(role).min(1, '请至少选择一个角色').max(ROLES.length);
const name = (label: string) => text(label, 30).refine((typed) => typed !== '', `请填写${label}`);
const reason = text('事由', 100).refine((typed) => typed !== '', '请填写事由');
/** Judged again by the service: as long as a person may type. */
const password = z.string().max(200);
const newPassword = password.refine((typed) => judgeNewPassword(typed) === '', {
  error: (issue) => judgeNewPassword(String(issue.input)),
});

export const accountRow = z.object({
  id,
  loginName: z.string(),
  displayName: z.string(),
  roles: z.array(role),
  /** removed: kept for the log and the cases, never opened again. */
  status: z.enum(['active', 'inactive', 'removed']),
  /** Works with a first password an administrator has set. */
  mustChangePassword: z.boolean(),
  /** Cases this account handles that are not closed. */
  openCaseCount: z.int(),
  createdAt: z.string(),
});
export type AccountRow = z.infer<typeof accountRow>;

export const delegationRow = z.object({
  id,
  giverId: id,
  giverName: z.string(),
  receiverId: id,
  receiverName: z.string(),
  role,
  fromOn: civilDate,
  toOn: civilDate,
  reason: z.string(),
  standing: z.enum(['coming', 'running', 'over', 'ended', 'void']),
});
export type DelegationRow = z.infer<typeof delegationRow>;

export const complainantAccess = z.object({
  handlerName: z.string(),
  maySee: z.boolean(),
  mayGrant: z.boolean(),
  rows: z.array(
    z.object({
      id,
      accountName: z.string(),
      reason: z.string(),
      grantedBy: z.string(),
      grantedAt: z.string(),
      revokedAt: z.string().nullable(),
    }),
  ),
  /** Who can be granted it: active, with a role that may see such data at all, and not yet able to. */
  candidates: z.array(z.object({ id, displayName: z.string() })),
});
export type ComplainantAccess = z.infer<typeof complainantAccess>;

const done = z.object({ id });

export const accountsContract = {
  'accounts.list': query({ input: empty, output: z.array(accountRow), permission: 'account.manage' }),
  /** Active accounts by name, for choosing a colleague. */
  'accounts.names': query({
    input: empty,
    output: z.array(z.object({ id, displayName: z.string(), roles: z.array(role) })),
    permission: 'session',
  }),
  'accounts.add': job({
    input: z.object({
      displayName: name('姓名'),
      loginName: name('登录名'),
      roles,
      /** First password: to be changed at the first login. */
      password: newPassword,
    }),
    output: done,
    permission: 'account.manage',
  }),
  'accounts.save': command({
    input: z.object({ id, displayName: name('姓名'), roles }),
    output: done,
    permission: 'account.manage',
  }),
  'accounts.password.reset': job({
    input: z.object({ id, password: newPassword }),
    output: done,
    permission: 'account.manage',
  }),
  'accounts.deactivate': job({ input: z.object({ id }), output: done, permission: 'account.manage' }),
  /** The key slot is gone with the deactivation, so a new first password is set. */
  'accounts.reactivate': job({
    input: z.object({ id, password: newPassword }),
    output: done,
    permission: 'account.manage',
  }),
  'accounts.remove': job({ input: z.object({ id }), output: done, permission: 'account.manage' }),
  /** One's own. */
  'accounts.password.change': job({
    input: z.object({ oldPassword: password, newPassword }),
    output: z.object({}),
    permission: 'session',
  }),

  'delegations.list': query({ input: empty, output: z.array(delegationRow), permission: 'session' }),
  'delegations.add': command({
    input: z.object({ giverId: id, receiverId: id, role, fromOn: civilDate, toOn: civilDate, reason }),
    output: done,
    permission: 'session',
  }),
  'delegations.end': command({ input: z.object({ id }), output: done, permission: 'session' }),

  'recovery.status': query({
    input: empty,
    output: z.object({ isIssued: z.boolean(), issuedAt: z.string().nullable(), issuedBy: z.string() }),
    permission: 'account.manage',
  }),
  /** Makes a code and shows it; it counts, and the former one stops, when it has been typed back. */
  'recovery.issue': job({
    input: z.object({ password }),
    output: z.object({ code: z.string() }),
    permission: 'account.manage',
    audit: 'none',
  }),
  'recovery.print': job({
    input: empty,
    output: z.object({ isPrinted: z.boolean() }),
    permission: 'account.manage',
    audit: 'print',
  }),
  'recovery.confirm': job({
    input: z.object({ code: z.string().max(200) }),
    output: z.object({ issuedAt: z.string() }),
    permission: 'account.manage',
  }),

  /** A new data key for everyone who may still open the file. */
  'keys.rotate': job({
    input: z.object({ jobId: z.string().min(1).max(60), password }),
    output: z.object({ keptNames: z.array(z.string()), droppedNames: z.array(z.string()) }),
    permission: 'account.manage',
  }),

  'lock.settings.get': query({
    input: empty,
    output: z.object({ idleMinutes: z.int() }),
    permission: 'session',
  }),
  'lock.settings.save': command({
    input: z.object({
      idleMinutes: z
        .int()
        .min(IDLE_MINUTES.least, `请填写 ${IDLE_MINUTES.least} 至 ${IDLE_MINUTES.most} 之间的整数`)
        .max(IDLE_MINUTES.most, `请填写 ${IDLE_MINUTES.least} 至 ${IDLE_MINUTES.most} 之间的整数`),
    }),
    output: z.object({ idleMinutes: z.int() }),
    permission: 'settings.write',
  }),

  'complainant.access.list': query({
    input: z.object({ caseId: id }),
    output: complainantAccess,
    permission: 'case.read',
  }),
  /** By the handler, who stands in for the handler, or an administrator for somebody else. */
  'complainant.access.grant': command({
    input: z.object({ caseId: id, accountId: id, reason }),
    output: done,
    permission: 'session',
  }),
  'complainant.access.revoke': command({
    input: z.object({ id, reason }),
    output: done,
    permission: 'session',
  }),
} as const;
