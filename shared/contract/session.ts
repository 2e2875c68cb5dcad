import { z } from 'zod';
import { judgeNewPassword } from '../domain/kernel/account-rules';
import { empty } from './common';
import { job, query } from './define';

const password = z
  .string()
  .max(200)
  .refine((typed) => judgeNewPassword(typed) === '', {
    error: (issue) => judgeNewPassword(String(issue.input)),
  });
const recoveryCode = z.string().max(200);

/** Why the program locked by itself; user: somebody pressed 锁定, or it was just started. */
export const LOCK_REASONS = ['user', 'idle', 'system', 'account'] as const;
export type LockReason = (typeof LOCK_REASONS)[number];

export const sessionStatus = z.object({
  /** new: no file yet; locked: file there, key not; open: unlocked. */
  state: z.enum(['new', 'locked', 'open']),
  unitName: z.string(),
  isDemo: z.boolean(),
  /** Only in 演示 mode: what the login form is filled with. */
  demoLogin: z.object({ loginName: z.string(), password: z.string() }).nullable(),
  account: z
    .object({
      id: z.int(),
      displayName: z.string(),
      /** Of today: own ones and those lent. */
      roles: z.array(z.string()),
      lentRoles: z.array(z.object({ role: z.string(), giverName: z.string(), toOn: z.string() })),
      /** Nothing else is served before a password of one's own is set. */
      mustChangePassword: z.boolean(),
    })
    .nullable(),
  lockReason: z.enum(LOCK_REASONS),
  /** keys.json had been changed by somebody when this login opened it. */
  hasAlteredKeys: z.boolean(),
  version: z.string(),
  /** Civil date of the machine. */
  today: z.string(),
});

export const sessionContract = {
  'session.status': query({ input: empty, output: sessionStatus, permission: 'public' }),
  'session.create': job({
    input: z.object({
      unitName: z.string().trim().min(2).max(60),
      issuerCode: z.string().trim().min(1).max(12),
      area: z.string().trim().min(1).max(30),
      jurisdiction: z.string().max(40),
      displayName: z.string().trim().min(1).max(30),
      loginName: z.string().trim().min(1).max(30),
      password,
    }),
    output: sessionStatus,
    permission: 'public',
    audit: 'login',
  }),
  'session.unlock': job({
    input: z.object({ loginName: z.string().max(30), password: z.string().max(200) }),
    output: sessionStatus,
    permission: 'public',
    audit: 'login',
  }),
  /** Whether the recovery code fits, and whose password may be set with it. */
  'session.recover.check': job({
    input: z.object({ code: recoveryCode }),
    output: z.object({ accounts: z.array(z.object({ loginName: z.string(), displayName: z.string() })) }),
    permission: 'public',
    audit: 'none',
  }),
  /** Opens with the recovery code and sets a new password for an administrator. */
  'session.recover': job({
    input: z.object({ code: recoveryCode, loginName: z.string().max(30), password }),
    output: sessionStatus,
    permission: 'public',
    audit: 'login',
  }),
  'session.lock': job({ input: empty, output: sessionStatus, permission: 'session', audit: 'login' }),
  /** Locks, and opens 演示 or the real office in a window of its own. */
  'session.office.change': job({
    input: z.object({ isDemo: z.boolean() }),
    output: z.object({}),
    permission: 'public',
    audit: 'none',
  }),
  'drafts.get': query({
    input: z.object({ key: z.string().min(1).max(120) }),
    output: z.object({ payload: z.string(), savedAt: z.string() }).nullable(),
    permission: 'session',
  }),
  /** Payload is the page's own JSON; kept so that nothing typed is lost. */
  'drafts.save': job({
    input: z.object({ key: z.string().min(1).max(120), payload: z.string().max(1_000_000) }),
    output: z.object({ savedAt: z.string() }),
    permission: 'session',
    audit: 'none',
  }),
  'drafts.discard': job({
    input: z.object({ key: z.string().min(1).max(120) }),
    output: z.object({}),
    permission: 'session',
    audit: 'none',
  }),
  'drafts.list': query({
    input: z.object({ prefix: z.string().max(60) }),
    output: z.array(z.object({ key: z.string(), savedAt: z.string() })),
    permission: 'session',
  }),
} as const;
