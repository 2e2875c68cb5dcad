import { join } from 'node:path';
import { BACKUP_JOB } from '@shared/contract/backup';
import type { Result } from '@shared/contract/result';
import type { LockReason } from '@shared/contract/session';
import { app } from 'electron';
import { createCommandQueue } from '../db/unit-of-work';
import type { Ports } from '../ipc/context';
import { createPipeline } from '../ipc/pipeline';
import { broadcast } from '../ipc/register';
import type { createJobs } from '../jobs/jobs';
import { handlers, publicHandlers } from '../modules';
import { readIdleMinutes } from '../platform/accounts/lock-settings';
import { createSessionHolder } from '../platform/accounts/session';
import { createDemoMaker } from '../platform/demo/demo';
import { COPIES } from '../platform/evidence/copies';
import { createCopyWiper } from '../platform/evidence/copy-wiper';
import { loadResources } from '../platform/resources/resources';
import { argumentsIn, parseArguments } from './arguments';
import { backUpAfterLogin } from './automatic-backup';
import { createClock } from './clock';
import { headMemoryFile, rememberHeads } from './head-memory';
import { watchIdle } from './idle';
import { createLock } from './lock';
import { describeFault } from './log';
import { createOfferedFiles, type OfferedFiles } from './offered-files';
import { wipeAtTheEnd } from './opened-copies';
import { createPorts } from './ports';
import { createServedFiles, type ServedFiles } from './served-files';

type WorkplaceParts = {
  readonly isDemo: boolean;
  readonly resourcesFolder: string;
  readonly logFolder: string;
  readonly log: (line: string) => void;
  readonly jobs: ReturnType<typeof createJobs>;
  /** Called when this office is locked. */
  readonly changeOffice: (isDemo: boolean) => void;
};

/** One office at work: its folder, clock, session, queue and what was picked for it. 演示 shares none of these. */
export type Workplace = {
  readonly isDemo: boolean;
  readonly call: (channel: unknown, input: unknown) => Promise<Result<unknown>>;
  readonly offer: OfferedFiles['offer'];
  readonly answer: ServedFiles['answer'];
  /** Somebody is there. */
  readonly touch: () => void;
  readonly lock: (reason: LockReason) => void;
  /** What is being written finishes first; then the key leaves memory. */
  readonly close: () => Promise<void>;
  /** Another office takes this one's place: it is locked already and watches no more. */
  readonly leave: () => void;
};

export function openWorkplace(parts: WorkplaceParts): Workplace {
  const { isDemo, resourcesFolder, logFolder, log, jobs, changeOffice } = parts;
  const options = parseArguments(argumentsIn(process.argv, isDemo), app.isPackaged);
  const dataFolder = join(app.getPath('userData'), isDemo ? 'demo' : 'office');
  const offered = createOfferedFiles();
  const served = createServedFiles();
  const clock = createClock(options.fixedToday);
  const resources = () => loadResources(resourcesFolder);
  const headsFile = headMemoryFile(dataFolder);
  const copies = createCopyWiper({
    folder: join(dataFolder, COPIES),
    onLeft: (count) => broadcast({ type: 'copiesLeft', count }),
  });
  // What a program that died left in other programs' hands.
  void copies.wipe();
  const windowPorts = createPorts({ headsFile, offered, served, logFolder });
  const onLocked = () => {
    jobs.closeAll();
    offered.clear();
    served.clear();
    windowPorts.clear();
    void copies.wipe();
    // The key leaves memory at the lock: also that of a thread which is copying.
    jobs.cancel(BACKUP_JOB);
    broadcast({ type: 'locked' });
  };
  const holder = rememberHeads(createSessionHolder(onLocked), headsFile);
  const queue = createCommandQueue();
  const lock = createLock({ holder, queue, broadcast });
  const idle = watchIdle({
    limit: async () => {
      const session = holder.current();
      return session && (options.idleSeconds ?? (await readIdleMinutes(session.reader.db)) * 60);
    },
    onIdle: () => lock('idle'),
    elapsed: () => performance.now(),
  });
  const ports: Ports = {
    ...windowPorts.ports,
    // Somebody waits for it: a backup is not cut off by its own length.
    progress: (event) => {
      idle.touch();
      windowPorts.ports.progress(event);
    },
  };
  const pipeline = createPipeline({
    handlers,
    publicHandlers: publicHandlers({
      dataFolder,
      resources,
      clock,
      isDemo,
      version: app.getVersion(),
      queue,
      ports,
      jobs,
      makeDemo: createDemoMaker({ handlers, resources, resourcesFolder }),
      changeOffice,
    }),
    holder,
    queue,
    clock,
    resources,
    ports,
    jobs,
    onAccountGone: () => lock('account'),
    onChanged: (entities) => broadcast({ type: 'changed', entities }),
    onFault: (channel, error) => log(`${channel} ${describeFault(error)}`),
  });
  const call = backUpAfterLogin(pipeline);
  let isLeft = false;
  return {
    isDemo,
    call: async (channel, input) => {
      const answer = await call(channel, input);
      // A password that was still being tried when the office was left opens nothing behind the other one.
      if (isLeft) await queue.run(holder.close);
      return answer;
    },
    offer: offered.offer,
    answer: served.answer,
    touch: idle.touch,
    lock,
    leave: () => {
      isLeft = true;
      idle.stop();
    },
    close: async () => {
      await queue.run(holder.close);
      await wipeAtTheEnd(copies);
    },
  };
}
