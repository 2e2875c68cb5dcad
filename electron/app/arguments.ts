import { isCivilDate } from '@shared/domain/kernel/civil-date';

export type StartOptions = {
  /** Sample data, kept apart and marked 演示. */
  readonly isDemo: boolean;
  /** A fixed civil date for practice, demonstration and tests; null: the machine's clock. */
  readonly fixedToday: string | null;
  /** Locks after so many seconds without input, for demonstration and tests; null: as set in 设置. */
  readonly idleSeconds: number | null;
};

/**
 * `--demo`, `--clock=2026-09-10`, `--idle-seconds=5`. Clock and lock can be set only in 演示 or unpackaged: a real file
 * knows real days.
 */
export function parseArguments(argv: readonly string[], isPackaged: boolean): StartOptions {
  const isDemo = argv.includes('--demo');
  const isFree = isDemo || !isPackaged;
  const clock = argumentOf(argv, '--clock=');
  const idle = Number(argumentOf(argv, '--idle-seconds=') ?? Number.NaN);
  return {
    isDemo,
    fixedToday: isFree && clock !== null && isCivilDate(clock) ? clock : null,
    idleSeconds: isFree && Number.isInteger(idle) && idle >= 1 && idle <= 3600 ? idle : null,
  };
}

/** The same start, of the other office: what only 演示 may be told is judged anew. */
export const argumentsIn = (argv: readonly string[], isDemo: boolean): readonly string[] => {
  const others = argv.filter((argument) => argument !== '--demo');
  return isDemo ? [...others, '--demo'] : others;
};

const argumentOf = (argv: readonly string[], name: string): string | null =>
  argv.find((argument) => argument.startsWith(name))?.slice(name.length) ?? null;
