import { utilityProcess } from 'electron';
import type { StartCarrier } from '../jobs/carrier';
import { unshareKeys } from '../jobs/lent-keys';

/** A disk that does not answer can hold even a killed process; nobody waits longer than this for its end. */
const LONGEST_END_MS = 3_000;

/** A process that is killed in the middle of a statement or of a write to a disk that hangs. */
export const inOwnProcess =
  (file: string): StartCarrier =>
  ({ onReply, onEnd }) => {
    // Nothing it prints is ours: a line could hold data.
    const child = utilityProcess.fork(file, [], { serviceName: 'casework-job', stdio: 'ignore' });
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => {
        onEnd();
        resolve();
      });
    });
    child.on('message', onReply);
    return {
      post: ({ task, input }) => {
        const lent = unshareKeys(input);
        child.postMessage({ task, input: lent.input });
        lent.takeBack();
      },
      end: async () => {
        // Not there yet, it cannot be ended yet.
        if (!child.kill()) child.once('spawn', () => child.kill());
        await Promise.race([ended, new Promise<void>((next) => setTimeout(next, LONGEST_END_MS))]);
        onEnd();
      },
    };
  };
