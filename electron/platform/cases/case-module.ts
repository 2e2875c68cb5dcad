import type { CaseFilter } from '@shared/contract/cases';
import type { RawBuilder } from 'kysely';

/** What the frame asks of a module; main.ts hands the modules in, so that the frame imports none of them. */
export type CaseModule = {
  readonly key: CaseFilter['module'];
  readonly label: string;
  readonly stateLabel: (state: string) => string;
  /** Conditions of the module's own filters on case_file.id, e.g. by violation. */
  readonly conditions: (filter: CaseFilter) => readonly RawBuilder<unknown>[];
};
