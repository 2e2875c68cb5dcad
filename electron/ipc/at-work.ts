import type { Jobs } from '../jobs/jobs';
import type { AuditEntry } from '../platform/audit/audit.repository';
import type { JobContext, Ports } from './context';

/** Refuses when the login that a job belongs to is gone. */
export type RequirePresent = () => void;

/** Asked again when the answer is there: a dialog outlives the lock, and who presses 保存 then is nobody we know. */
const answered =
  <A extends unknown[], T>(ask: (...given: A) => Promise<T>, requirePresent: RequirePresent) =>
  async (...given: A): Promise<T> => {
    requirePresent();
    const answer = await ask(...given);
    requirePresent();
    return answer;
  };

const allowed =
  <A extends unknown[], T>(ask: (...given: A) => T, requirePresent: RequirePresent) =>
  (...given: A): T => {
    requirePresent();
    return ask(...given);
  };

/** The ways out of the program, for as long as the login they were lent to; whatever a job asks afterwards is refused. */
export function portsAtWork(ports: Ports, requirePresent: RequirePresent): Ports {
  return {
    pickFile: answered(ports.pickFile, requirePresent),
    pickFiles: answered(ports.pickFiles, requirePresent),
    pickFolder: answered(ports.pickFolder, requirePresent),
    saveFile: answered(ports.saveFile, requirePresent),
    openPath: answered(ports.openPath, requirePresent),
    openCopy: answered(ports.openCopy, requirePresent),
    print: answered(ports.print, requirePresent),
    offeredFile: allowed(ports.offeredFile, requirePresent),
    releaseFile: allowed(ports.releaseFile, requirePresent),
    serveFile: allowed(ports.serveFile, requirePresent),
    diagnostics: allowed(ports.diagnostics, requirePresent),
    rememberedHeads: allowed(ports.rememberedHeads, requirePresent),
    rememberBeginning: allowed(ports.rememberBeginning, requirePresent),
    // Called from a worker's message, where nobody could take a refusal; it tells numbers only.
    progress: ports.progress,
  };
}

/** Workers write files too: none is begun behind the lock, and what one that was ended would say is not believed. */
export function jobsAtWork(jobs: Jobs, requirePresent: RequirePresent): Jobs {
  return {
    ...jobs,
    open: () => {
      requirePresent();
      const worker = jobs.open();
      return {
        ...worker,
        call: (task, input, onProgress) => {
          requirePresent();
          return worker.call(task, input, onProgress).then((value) => {
            requirePresent();
            return value;
          });
        },
      };
    },
  };
}

type Remember = (entry: AuditEntry) => Promise<void>;

/** Row first, then the file: nothing is out that the log does not know. What did not come about gets a second row. */
export function takeOutWith(remember: Remember, requirePresent: RequirePresent): JobContext['takeOut'] {
  return async (entry, work) => {
    await remember(entry);
    requirePresent();
    try {
      return await work();
    } catch (error) {
      // Without room for it the first row stands alone: it tells of more than went out, never of less.
      await remember({ ...entry, summary: `没有完成：${entry.summary}` }).catch(() => undefined);
      throw error;
    }
  };
}
