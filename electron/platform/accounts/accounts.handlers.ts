import type { Parsed } from '@shared/contract';
import type { CommandQueue } from '../../db/unit-of-work';
import type { Clock } from '../../ipc/context';
import type { PublicHandlers } from '../../ipc/pipeline';
import type { Resources } from '../resources/resources';
import { publicOptions } from '../settings/options';
import {
  createOffice,
  DEMO_LOGIN,
  hasOffice,
  type Office,
  sessionStatus,
  unlockOffice,
} from './accounts.service';
import { createThrottle } from './throttle';

type Surroundings = {
  readonly dataFolder: string;
  readonly resources: () => Resources;
  readonly clock: Clock;
  readonly isDemo: boolean;
  readonly version: string;
  readonly queue: CommandQueue;
  /** Makes the 演示 file with its invented cases. */
  readonly makeDemo?: ((office: Office) => Promise<void>) | undefined;
};

const isDemoLogin = ({ isDemo }: Office, input: Parsed<'session.unlock'>): boolean =>
  isDemo && input.loginName === DEMO_LOGIN.loginName && input.password === DEMO_LOGIN.password;

type PublicChannels =
  | 'session.status'
  | 'session.create'
  | 'session.unlock'
  | 'session.lock'
  | 'rules.profiles'
  | 'catalogue.options'
  | 'app.manual';

/** Channels that answer before a file is open. */
export function createPublicHandlers(surroundings: Surroundings): Required<PublicHandlers<PublicChannels>> {
  const { resources } = surroundings;
  const office: Office = { ...surroundings, throttle: createThrottle() };
  return {
    'session.status': async (holder) => sessionStatus(office, holder),
    'session.create': async (holder, input) => {
      await createOffice(office, holder, input);
      return sessionStatus(office, holder);
    },
    'session.unlock': async (holder, input) => {
      if (isDemoLogin(office, input) && !hasOffice(office)) await surroundings.makeDemo?.(office);
      await unlockOffice(office, holder, input);
      return sessionStatus(office, holder);
    },
    'session.lock': async (holder) => {
      // What is being written finishes first.
      await office.queue.run(() => holder.close());
      return sessionStatus(office, holder);
    },
    'rules.profiles': async () => resources().profiles.map(({ key, name }) => ({ value: key, label: name })),
    'catalogue.options': async () => publicOptions(resources()),
    'app.manual': async () => resources().manual.map((page) => ({ ...page })),
  };
}
