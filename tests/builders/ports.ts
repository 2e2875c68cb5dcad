import { readHeads, rememberBeginning } from '../../electron/app/head-memory';
import { createOfferedFiles, type OfferedFiles } from '../../electron/app/offered-files';
import { createServedFiles, type ServedFiles } from '../../electron/app/served-files';
import type { Ports } from '../../electron/ipc/context';

/** What would ask a person: answered by the test, and remembered for it. */
export type ScriptedPorts = Ports & {
  /** What the person picks next; null: cancels. */
  next: { file: string | null; files: string[] | null; folder: string | null; save: string | null };
  /** What the person dropped or picked, and what the window may show: the program's own. */
  readonly offered: OfferedFiles;
  readonly served: ServedFiles;
  /** What stands in the log files. */
  logs: readonly { readonly name: string; readonly text: string }[];
  readonly opened: string[];
  readonly printed: string[];
  readonly progressed: { jobId: string; phase: string; done: number; total: number }[];
};

/** @param headsFile where the machine remembers heads of the log */
export function createScriptedPorts(headsFile: string): ScriptedPorts {
  const opened: string[] = [];
  const offered = createOfferedFiles();
  const served = createServedFiles();
  const printed: string[] = [];
  const progressed: ScriptedPorts['progressed'] = [];
  const ports: ScriptedPorts = {
    next: { file: null, files: null, folder: null, save: null },
    offered,
    served,
    opened,
    printed,
    progressed,
    logs: [],
    pickFile: async () => ports.next.file,
    pickFiles: async () =>
      ports.next.files === null ? null : offered.offer(ports.next.files.map((path) => ({ path }))),
    offeredFile: offered.find,
    releaseFile: offered.release,
    serveFile: served.serve,
    openCopy: async (path) => {
      opened.push(path);
      return true;
    },
    pickFolder: async () => ports.next.folder,
    saveFile: async () => ports.next.save,
    rememberedHeads: () => readHeads(headsFile),
    rememberBeginning: (head) => rememberBeginning(headsFile, head),
    diagnostics: () => ({ logs: ports.logs, versions: { program: '0.0.0-test' } }),
    openPath: async (path) => {
      opened.push(path);
      return true;
    },
    print: async (html) => {
      printed.push(html);
      return true;
    },
    progress: (event) => {
      progressed.push(event);
    },
  };
  return ports;
}
