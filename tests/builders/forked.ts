import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Reply, StartCarrier } from '../../electron/jobs/carrier';
import { createJobs } from '../../electron/jobs/jobs';
import { bundleForNode } from './bundle';

/** A process of its own as the program has one, started by Node instead of Electron. */
const inForkedProcess =
  (file: string): StartCarrier =>
  ({ onReply, onEnd }) => {
    const child = fork(file, { serialization: 'advanced' });
    child.on('message', (reply: Reply) => onReply(reply));
    child.on('exit', onEnd);
    return {
      post: (message) => void child.send(message as object),
      end: async () => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        child.kill('SIGKILL');
        await once(child, 'exit');
      },
    };
  };

/** Jobs as they run: in threads, and where the program asks for it in processes. */
export const createRealJobs = async () =>
  createJobs(
    await bundleForNode('electron/jobs/worker.ts'),
    inForkedProcess(await bundleForNode('tests/builders/forked-worker.ts')),
  );
