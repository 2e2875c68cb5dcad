import { createEmployerImportTasks } from '../../../electron/platform/exchange/employer-import.tasks';
import { TEST_AT, TEST_KEY, type TestFile } from '../../builders/file';
import { type Cell, HEADERS, rosterRows, writeRoster } from './support';

/** The tasks of an import, as the worker runs them, on one roster. */
export function openImport(file: Pick<TestFile, 'path'>, rows: readonly (readonly Cell[])[]) {
  const tasks = createEmployerImportTasks();
  const path = writeRoster(rows);
  return {
    preview: (mapping: Record<string, string> | null = null) =>
      tasks['employers.read']({ ...connection(file), path, mapping }, quiet),
    remap: (mapping: Record<string, string>) =>
      tasks['employers.read']({ ...connection(file), path: null, mapping }, quiet),
    commit: (skipErrors = false, progress: (phase: string, done: number, total: number) => void = quiet) =>
      tasks['employers.write'](
        { ...connection(file), accountId: 1, accountName: '王敏', at: TEST_AT, skipErrors },
        progress,
      ),
  };
}

/** Where a worker finds the file; a key of its own, since the worker wipes it. */
export const connection = ({ path }: Pick<TestFile, 'path'>) => ({
  databasePath: path,
  dataKey: Uint8Array.from(TEST_KEY),
});

export const quiet = () => undefined;

export const roster = (...rows: Cell[][]) => [[...HEADERS], ...rows];

export const good = (i: number): Cell[] => rosterRows(1, i)[0] as Cell[];

/** One row with one thing wrong. */
export const withCell = (i: number, column: number, value: Cell): Cell[] =>
  good(i).map((cell, c) => (c === column ? value : cell));
