import { readHeads } from '../../electron/app/head-memory';
import type { Ports } from '../../electron/ipc/context';

/** What would ask a person: answered by the test, and remembered for it. */
export type ScriptedPorts = Ports & {
  /** What the person picks next; null: cancels. */
  next: { file: string | null; folder: string | null; save: string | null };
  readonly opened: string[];
  readonly printed: string[];
  readonly progressed: { jobId: string; phase: string; done: number; total: number }[];
};

/** @param headsFile where the machine remembers heads of the log */
export function createScriptedPorts(headsFile: string): ScriptedPorts {
  const opened: string[] = [];
  const printed: string[] = [];
  const progressed: ScriptedPorts['progressed'] = [];
  const ports: ScriptedPorts = {
    next: { file: null, folder: null, save: null },
    opened,
    printed,
    progressed,
    pickFile: async () => ports.next.file,
    pickFolder: async () => ports.next.folder,
    saveFile: async () => ports.next.save,
    rememberedHeads: () => readHeads(headsFile),
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
