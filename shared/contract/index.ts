import type { z } from 'zod';
import { accountsContract } from './accounts';
import { approvalContract } from './approval';
import { auditContract } from './audit';
import { backupContract } from './backup';
import { casesContract } from './cases';
import { diagnosticsContract } from './diagnostics';
import { documentsContract } from './documents';
import { employersContract } from './employers';
import { evidenceContract, type OfferedFile } from './evidence';
import { restoreContract } from './restore';
import { sessionContract } from './session';
import { settingsContract } from './settings';
import { supervisionContract } from './supervision';

/** Every channel of the program. A channel that is not here does not exist. */
export const contract = {
  ...sessionContract,
  ...settingsContract,
  ...auditContract,
  ...diagnosticsContract,
  ...employersContract,
  ...casesContract,
  ...documentsContract,
  ...approvalContract,
  ...evidenceContract,
  ...supervisionContract,
  ...backupContract,
  ...restoreContract,
  ...accountsContract,
} as const;

export type Contract = typeof contract;
export type ChannelName = keyof Contract;
export type Input<C extends ChannelName> = z.input<Contract[C]['input']>;
export type Parsed<C extends ChannelName> = z.output<Contract[C]['input']>;
export type Output<C extends ChannelName> = z.output<Contract[C]['output']>;

/** What the main process tells its pages by itself. */
export type AppEvent =
  | {
      readonly type: 'changed';
      readonly entities: readonly { readonly entity: string; readonly id: number | null }[];
    }
  | {
      readonly type: 'progress';
      readonly jobId: string;
      readonly phase: string;
      readonly done: number;
      readonly total: number;
    }
  /** Files dropped on the page or pasted into it. */
  | { readonly type: 'offered'; readonly files: readonly OfferedFile[] }
  | { readonly type: 'offerRefused'; readonly message: string }
  /** The lock falls in a moment: what is typed is to be kept now. */
  | { readonly type: 'locking' }
  | { readonly type: 'locked' }
  /** So many plain copies are still held by other programs; none: the last one is gone. */
  | { readonly type: 'copiesLeft'; readonly count: number }
  /** The window is about to close and a last copy is being made. */
  | { readonly type: 'closing' };
