import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Linux only: what the kernel itself says of the sockets a process and its children hold, whoever opened them. */

export type OpenSocket = {
  readonly pid: number;
  readonly table: (typeof TABLES)[number];
  readonly local: string;
  readonly remote: string;
  readonly isListening: boolean;
};

const TABLES = ['tcp', 'tcp6', 'udp', 'udp6', 'udplite', 'udplite6', 'raw', 'raw6'] as const;
const LISTENING = '0A';

/** The process and all it started, by the parent each one names. */
export function processTree(root: number): number[] {
  const parents = new Map(pids().map((pid) => [pid, parentOf(pid)]));
  const tree = [root];
  for (const pid of tree)
    tree.push(...[...parents].filter(([, parent]) => parent === pid).map(([child]) => child));
  return tree;
}

/** Every socket of the internet families that these processes hold. */
export function socketsOf(tree: readonly number[]): OpenSocket[] {
  return tree.flatMap((pid) => {
    const inodes = socketInodes(pid);
    return TABLES.flatMap((table) =>
      rowsOf(`/proc/${pid}/net/${table}`)
        .filter(({ inode }) => inodes.has(inode))
        .map(({ local, remote, state }) => ({
          pid,
          table,
          local,
          remote,
          isListening: state === LISTENING,
        })),
    );
  });
}

/** How many sockets of any family, those between the program's own processes among them, were there to look at. */
export const countSockets = (tree: readonly number[]): number =>
  tree.reduce((sum, pid) => sum + socketInodes(pid).size, 0);

/** A process that draws a window. */
export const isRenderer = (pid: number): boolean =>
  (tolerant(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')) ?? '').includes('--type=renderer');

const pids = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

/** Field 4 of stat; the name before it may hold spaces and brackets. */
function parentOf(pid: number): number {
  const stat = tolerant(() => readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? '';
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

function socketInodes(pid: number): Set<string> {
  const folder = `/proc/${pid}/fd`;
  const links = (tolerant(() => readdirSync(folder)) ?? []).map((fd) =>
    tolerant(() => readlinkSync(`${folder}/${fd}`)),
  );
  return new Set(links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link ?? '')?.[1] ?? []));
}

function rowsOf(path: string) {
  const lines = (tolerant(() => readFileSync(path, 'utf8')) ?? '').split('\n').slice(1);
  return lines.flatMap((line) => {
    const [, local, remote, state, , , , , , inode] = line.trim().split(/\s+/);
    return local && remote && state && inode ? [{ local, remote, state, inode }] : [];
  });
}

/** A process or a file that ended while it was looked at is no finding. */
function tolerant<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ESRCH'].includes(String(error.code)))
      return undefined;
    throw error;
  }
}
