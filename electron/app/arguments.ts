import { isCivilDate } from '@shared/domain/kernel/civil-date';

export type StartOptions = {
  /** Sample data, kept apart and marked 演示. */
  readonly isDemo: boolean;
  /** A fixed civil date for practice, demonstration and tests; null: the machine's clock. */
  readonly fixedToday: string | null;
};

/** `--demo`, `--clock=2026-09-10`. The clock can be set only in 演示 or unpackaged: a real file knows real days. */
export function parseArguments(argv: readonly string[], isPackaged: boolean): StartOptions {
  const isDemo = argv.includes('--demo');
  const clock = argv.find((argument) => argument.startsWith('--clock='))?.slice('--clock='.length) ?? null;
  const mayFix = (isDemo || !isPackaged) && clock !== null && isCivilDate(clock);
  return { isDemo, fixedToday: mayFix ? clock : null };
}
