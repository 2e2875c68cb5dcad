import { join, resolve } from 'node:path';
import type { ChannelName, Input, Output } from '@shared/contract';
import type { Result } from '@shared/contract/result';
import type { CivilDate } from '@shared/domain/kernel/civil-date';
import type { Role } from '@shared/domain/kernel/permissions';
import { headMemoryFile, rememberHeads } from '../../electron/app/head-memory';
import { createKysely } from '../../electron/db/kysely';
import type { Sqlite } from '../../electron/db/open';
import { createReader } from '../../electron/db/reader';
import { type ChangedEntity, createCommandQueue, runTransaction } from '../../electron/db/unit-of-work';
import type { Clock } from '../../electron/ipc/clock';
import { createPipeline } from '../../electron/ipc/pipeline';
import { createTracker, type JobSession, type Jobs } from '../../electron/jobs/jobs';
import { createTasks, type TaskOutput } from '../../electron/jobs/tasks';
import { handlers, publicHandlers } from '../../electron/modules';
import { insertAccount } from '../../electron/platform/accounts/accounts.repository';
import {
  type Account,
  createSessionHolder,
  type OpenSession,
} from '../../electron/platform/accounts/session';
import { createThrottle, type Throttle } from '../../electron/platform/accounts/throttle';
import { createDemoMaker } from '../../electron/platform/demo/demo';
import { wipeCopies } from '../../electron/platform/evidence/copies';
import { loadResources } from '../../electron/platform/resources/resources';
import type { KeyCost } from '../../electron/platform/vault/secret';
import { temporaryFolder } from './file';
import { createScriptedPorts, type ScriptedPorts } from './ports';

/**
 * The whole program without a window: the real pipeline, handlers, resources and encrypted file. Only what needs a
 * person (dialogs, printer) is scripted, and the worker's tasks run in this process.
 */
export type TestOffice = {
  /** A call as the page makes it. */
  readonly invoke: <C extends ChannelName>(channel: C, input: Input<C>) => Promise<Result<Output<C>>>;
  /** The same; a refusal is thrown, so that a test reads as a story. */
  readonly must: <C extends ChannelName>(channel: C, input: Input<C>) => Promise<Output<C>>;
  /** A call with anything at all. */
  readonly raw: (channel: unknown, input: unknown) => Promise<Result<unknown>>;
  /** The open session; throws while locked. */
  readonly session: OpenSession;
  readonly sqlite: Sqlite;
  readonly folder: string;
  readonly ports: ScriptedPorts;
  readonly clock: TestClock;
  /** What pages were told after each commit. */
  readonly changed: ChangedEntity[];
  /** Which office was opened in the place of this one; true: 演示. */
  readonly changedTo: boolean[];
  /** Faults that would stand in the log file; empty after a sound test. */
  readonly faults: { readonly channel: string; readonly error: unknown }[];
  readonly lock: () => Promise<void>;
  readonly unlock: (password?: string) => Promise<Result<Output<'session.status'>>>;
  /** A further account of the same file; `become` makes the session its own. */
  readonly hire: (displayName: string, roles: readonly Role[]) => Promise<Account>;
  /** From now on this account works here. */
  readonly become: (account: OpenSession['account']) => void;
  /** From now on the account that is logged in holds these roles only, also such as no program has given it. */
  readonly actAs: (roles: readonly string[]) => void;
  /** From now on nothing is remembered: no prepared statement, no answer. */
  readonly forget: () => void;
  readonly close: () => Promise<void>;
};

export type TestClock = Clock & { set: (today: CivilDate) => void };

export const TEST_UNIT = {
  unitName: '安溪县总工会',
  issuerCode: '安工',
  area: '安溪县',
  jurisdiction: 'zhejiang',
  displayName: '王敏',
  loginName: 'wangmin',
  password: 'ceshi-2026',
} as const;

/** A test opens many files; what a guess costs in the program is asserted in vault.test.ts. */
export const QUICK_COST: KeyCost = { n: 2 ** 8, r: 8, p: 1 };

export const RESOURCES_FOLDER = resolve(import.meta.dirname, '../../resources');

/** Opens a new office in its own folder, created through `session.create` unless `isNew` asks for the first run; 演示 is made by the first login. */
export async function createTestOffice(
  options: {
    today?: CivilDate;
    folder?: string;
    isNew?: boolean;
    jobs?: Jobs;
    isDemo?: boolean;
    throttle?: Throttle;
  } = {},
): Promise<TestOffice> {
  const folder = options.folder ?? temporaryFolder();
  const clock = createTestClock(options.today ?? '2026-09-10');
  const headsFile = headMemoryFile(join(folder, 'office'));
  const ports = createScriptedPorts(headsFile);
  const changed: ChangedEntity[] = [];
  const faults: { channel: string; error: unknown }[] = [];
  const changedTo: boolean[] = [];
  const onLocked = () => {
    ports.offered.clear();
    ports.served.clear();
    wipeCopies(join(folder, 'office', 'opened')).catch((error: unknown) =>
      faults.push({ channel: 'opened', error }),
    );
  };
  const holder = rememberHeads(createSessionHolder(onLocked), headsFile);
  const queue = createCommandQueue();
  const resources = () => loadResources(RESOURCES_FOLDER);
  const jobs = options.jobs ?? createInProcessJobs();
  const office = {
    dataFolder: join(folder, 'office'),
    resources,
    clock,
    isDemo: options.isDemo ?? false,
    version: '0.0.0-test',
    queue,
    ports,
    jobs,
    keyCost: QUICK_COST,
    throttle: options.throttle ?? createThrottle(async () => undefined),
    changeOffice: (isDemo: boolean) => changedTo.push(isDemo),
    makeDemo: createDemoMaker({ handlers, resources, resourcesFolder: RESOURCES_FOLDER }),
  };
  const raw = createPipeline({
    handlers,
    publicHandlers: publicHandlers(office),
    holder,
    queue,
    clock,
    resources,
    ports,
    jobs,
    onChanged: (entities) => changed.push(...entities),
    onFault: (channel, error) => faults.push({ channel, error }),
  });
  const must: TestOffice['must'] = async (channel, input) => {
    const result = await raw(channel, input);
    if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}${lastFault(faults)}`);
    return result.value as Output<typeof channel>;
  };
  const session = () => {
    const open = holder.current();
    if (!open) throw new Error('the office is locked');
    return open;
  };
  const test: TestOffice = {
    invoke: raw as TestOffice['invoke'],
    must,
    raw,
    get session() {
      return session();
    },
    get sqlite() {
      return session().sqlite;
    },
    folder,
    ports,
    clock,
    changed,
    changedTo,
    faults,
    lock: async () => {
      await must('session.lock', {});
    },
    unlock: (password = TEST_UNIT.password) =>
      raw('session.unlock', { loginName: TEST_UNIT.loginName, password }) as Promise<
        Result<Output<'session.status'>>
      >,
    hire: async (displayName, roles) => {
      const open = session();
      const actor = {
        accountId: open.account.id,
        accountName: open.account.displayName,
        channel: 'test.hire',
      };
      const { value: id } = await runTransaction(open.kysely, actor, clock.now, async ({ tx, audit }) => {
        const createdAt = clock.now().toISOString();
        const loginName = `account${roles.join('')}${createdAt}`;
        const made = await insertAccount(tx, {
          loginName,
          displayName,
          roles,
          createdAt,
          publicKey: '',
          mustChangePassword: false,
        });
        await audit({ entity: 'account', entityId: made, summary: `新增账号 ${displayName}` });
        return made;
      });
      return { id, displayName, roles, standsInFor: [] };
    },
    become: (account) => {
      holder.open({ ...session(), account });
    },
    actAs: (roles) => {
      const { sqlite, account } = session();
      sqlite.prepare('update account set roles = ? where id = ?').run(JSON.stringify(roles), account.id);
    },
    forget: () => {
      const open = session();
      holder.open({ ...open, kysely: createKysely(open.sqlite), reader: createReader(open.reader.sqlite) });
    },
    close: holder.close,
  };
  if (!options.isNew && !options.isDemo) await must('session.create', TEST_UNIT);
  return test;
}

const lastFault = (faults: readonly { error: unknown }[]): string => {
  const last = faults.at(-1)?.error;
  return last instanceof Error ? `\n${last.stack ?? last.message}` : '';
};

/** Noon of the given day; every reading is a millisecond later, so that instants go forward without the machine's clock. */
export function createTestClock(today: CivilDate): TestClock {
  let day = today;
  let tick = 0;
  return {
    today: () => day,
    now: () => {
      const [year = 2026, month = 1, date = 1] = day.split('-').map(Number);
      tick += 1;
      return new Date(year, month - 1, date, 12, 0, 0, tick);
    },
    set: (next) => {
      day = next;
    },
  };
}

/** The worker's tasks in this process, with values copied as between threads. */
export function createInProcessJobs(): Jobs {
  return {
    ...createTracker(),
    open: () => {
      const tasks = createTasks() as Record<string, (input: unknown, progress: unknown) => unknown>;
      const call: JobSession['call'] = async (task, input, onProgress) => {
        const run = tasks[task];
        if (!run) throw new Error(`no task ${task}`);
        const value = await run(structuredClone(input), onProgress ?? (() => undefined));
        return structuredClone(value) as TaskOutput<typeof task>;
      };
      return { call, close: async () => undefined };
    },
  };
}

type Call = JobSession['call'];

/** The worker's tasks with something before, after or instead of each. */
export function watchedJobs(around: (call: Call) => Call): Jobs {
  const jobs = createInProcessJobs();
  return {
    ...jobs,
    open: () => {
      const worker = jobs.open();
      return { ...worker, call: around(worker.call) };
    },
  };
}
