import type { Field, FieldValues } from '../kernel/field';
import type { Permission } from '../kernel/permissions';
import type { Problem } from '../papers/lifecycle-data';
import type { CaseContext } from './case-context';
import type { CaseData } from './case-data';
import type { CaseEffect } from './case-effect';
import type { CaseState } from './case-state';
import type { PaperKind } from './paper-kinds';

/** One thing that can be done with a case, as data and pure functions. */
export type CaseAction = {
  readonly key: string;
  readonly label: string;
  /** States in which it can be done. */
  readonly from: readonly CaseState[];
  /** States in which it is shown, refused, because it is the natural next step but one. */
  readonly shownIn?: readonly CaseState[];
  readonly permission: Permission;
  readonly isDanger?: boolean;
  /** Offered beside the step of the state, at any stage; left out of the list when refused. */
  readonly isGeneral?: boolean;
  /** The step the case is waiting for. */
  isPrimary?(c: CaseData, ctx: CaseContext): boolean;
  fields(c: CaseData, ctx: CaseContext): readonly Field[];
  initial(c: CaseData, ctx: CaseContext): FieldValues;
  /** Names of dates on which something happened: neither after today nor before the clue was received. */
  readonly happened?: readonly string[];
  /** Why it is refused before anything is typed; full sentences with the rule and what to do. */
  guard?(c: CaseData, ctx: CaseContext): readonly string[];
  check?(c: CaseData, values: FieldValues, ctx: CaseContext): readonly Problem[];
  outcome(c: CaseData, values: FieldValues, ctx: CaseContext): readonly CaseEffect[];
  readonly suggestsPapers?: readonly PaperKind[];
};
