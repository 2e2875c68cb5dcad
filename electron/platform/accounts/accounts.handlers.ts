import type { Parsed } from '@shared/contract';
import type { Handlers } from '../../ipc/context';
import type { PublicHandlers } from '../../ipc/pipeline';
import type { Resources } from '../resources/resources';
import { publicOptions } from '../settings/options';
import { type KeyCost, TODAYS_COST } from '../vault/secret';
import { listAccounts } from './accounts.repository';
import { createOffice, sessionStatus } from './accounts.service';
import { grantComplainant, readComplainantAccess, revokeComplainant } from './complainant-access';
import { addDelegation, finishDelegation, readDelegations } from './delegations';
import { readIdleMinutes, saveIdleMinutes } from './lock-settings';
import {
  addAccount,
  deactivateAccount,
  reactivateAccount,
  readAccounts,
  removeAccount,
  resetPassword,
  saveAccount,
} from './manage';
import { DEMO_LOGIN, hasOffice, type Office } from './office';
import { changePassword } from './passwords';
import { confirmRecovery, issueRecovery, printRecovery, readRecoveryStatus } from './recovery';
import { rotateKeys } from './rotation';
import { createThrottle, type Throttle } from './throttle';
import { checkRecovery, recoverOffice, unlockOffice } from './unlock';

type Surroundings = Pick<Office, 'dataFolder' | 'clock' | 'isDemo' | 'version' | 'queue'> & {
  readonly resources: () => Resources;
  /** Makes the 演示 file with its invented cases. */
  readonly makeDemo?: ((office: Office) => Promise<void>) | undefined;
  /** Puts 演示 or the real office in the place of this one, which is locked by then. */
  readonly changeOffice: (isDemo: boolean) => void;
  /** Given by tests only, which open many files. */
  readonly keyCost?: KeyCost;
  readonly throttle?: Throttle;
};

const isDemoLogin = ({ isDemo }: Office, input: Parsed<'session.unlock'>): boolean =>
  isDemo && input.loginName === DEMO_LOGIN.loginName && input.password === DEMO_LOGIN.password;

type PublicChannels =
  | 'session.status'
  | 'session.create'
  | 'session.unlock'
  | 'session.recover.check'
  | 'session.recover'
  | 'session.lock'
  | 'session.office.change'
  | 'rules.profiles'
  | 'catalogue.options'
  | 'app.manual';

/** Channels that answer before a file is open. */
export function createPublicHandlers(surroundings: Surroundings): Required<PublicHandlers<PublicChannels>> {
  const { resources } = surroundings;
  const office: Office = {
    ...surroundings,
    throttle: surroundings.throttle ?? createThrottle(),
    keyCost: surroundings.keyCost ?? TODAYS_COST,
  };
  return {
    'session.status': (holder) => sessionStatus(office, holder),
    'session.create': async (holder, input) => {
      await office.queue.run(() => createOffice(office, holder, input));
      return sessionStatus(office, holder);
    },
    'session.unlock': async (holder, input) => {
      if (isDemoLogin(office, input) && !hasOffice(office)) await surroundings.makeDemo?.(office);
      await unlockOffice(office, holder, input);
      return sessionStatus(office, holder);
    },
    'session.recover.check': (_, { code }) => checkRecovery(office, code),
    'session.recover': async (holder, input) => {
      await recoverOffice(office, holder, input);
      return sessionStatus(office, holder);
    },
    'session.lock': async (holder) => {
      // What is being written finishes first.
      await office.queue.run(() => holder.close());
      return sessionStatus(office, holder);
    },
    'session.office.change': async (holder, { isDemo }) => {
      if (isDemo === office.isDemo) return {};
      await office.queue.run(() => holder.close());
      surroundings.changeOffice(isDemo);
      return {};
    },
    'rules.profiles': async () => resources().profiles.map(({ key, name }) => ({ value: key, label: name })),
    'catalogue.options': async () => publicOptions(resources()),
    'app.manual': async () => resources().manual.map((page) => ({ ...page })),
  };
}

type Channels = Extract<
  keyof import('@shared/contract').Contract,
  | `accounts.${string}`
  | `delegations.${string}`
  | `recovery.${string}`
  | `lock.${string}`
  | `complainant.access.${string}`
  | 'keys.rotate'
>;

export const accountsHandlers: Handlers<Channels> = {
  'accounts.list': (ctx) => readAccounts(ctx),
  'accounts.names': async ({ db }) =>
    (await listAccounts(db))
      .filter(({ isActive }) => isActive)
      .map(({ id, displayName, roles }) => ({ id, displayName, roles: [...roles] })),
  'accounts.add': addAccount,
  'accounts.save': saveAccount,
  'accounts.password.reset': resetPassword,
  'accounts.deactivate': deactivateAccount,
  'accounts.reactivate': reactivateAccount,
  'accounts.remove': removeAccount,
  'accounts.password.change': async (ctx, input) => {
    await changePassword(ctx, input);
    return {};
  },
  'delegations.list': (ctx) => readDelegations(ctx),
  'delegations.add': addDelegation,
  'delegations.end': finishDelegation,
  'recovery.status': (ctx) => readRecoveryStatus(ctx),
  'recovery.issue': (ctx, { password }) => issueRecovery(ctx, password),
  'recovery.print': (ctx) => printRecovery(ctx),
  'recovery.confirm': (ctx, { code }) => confirmRecovery(ctx, code),
  'keys.rotate': (ctx, input) => rotateKeys(ctx, input),
  'lock.settings.get': async ({ db }) => ({ idleMinutes: await readIdleMinutes(db) }),
  'lock.settings.save': (ctx, { idleMinutes }) => saveIdleMinutes(ctx, idleMinutes),
  'complainant.access.list': (ctx, { caseId }) => readComplainantAccess(ctx, caseId),
  'complainant.access.grant': grantComplainant,
  'complainant.access.revoke': revokeComplainant,
};
