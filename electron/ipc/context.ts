import type { ChannelName, Contract, Output, Parsed } from '@shared/contract';
import type { OfferedFile } from '@shared/contract/evidence';
import type { RememberedHead } from '@shared/domain/kernel/audit-head';
import type { ReadDb } from '../db/kysely';
import type { DraftDb, Transaction } from '../db/unit-of-work';
import type { Jobs } from '../jobs/jobs';
import type { Account, OpenSession } from '../platform/accounts/session';
import type { AuditEntry } from '../platform/audit/audit.repository';
import type { Source } from '../platform/evidence/source';
import type { StoredFile } from '../platform/evidence/store';
import type { Resources } from '../platform/resources/resources';
import type { Clock } from './clock';

export type ServedFile = {
  readonly folder: string;
  readonly file: StoredFile;
  readonly mediaType: string;
};

/** What needs a person or the file system: real in the app, chosen by the test in tests. */
export type Ports = {
  readonly pickFile: (options: { title: string; extensions: readonly string[] }) => Promise<string | null>;
  readonly pickFolder: (options: { title: string; defaultPath: string }) => Promise<string | null>;
  readonly saveFile: (options: {
    title: string;
    defaultPath: string;
    extensions: readonly string[];
  }) => Promise<string | null>;
  readonly openPath: (path: string) => Promise<boolean>;
  /** Several files at once; the page gets tokens, their paths stay here. */
  readonly pickFiles: (options: {
    title: string;
    extensions: readonly string[];
  }) => Promise<OfferedFile[] | null>;
  /** A file the person picked, dropped or pasted since the last unlock. */
  readonly offeredFile: (token: string) => { readonly source: Source; readonly name: string } | null;
  /** It was taken in: bytes held for it go. */
  readonly releaseFile: (token: string) => void;
  /** An address at which the window gets the plain bytes, until the lock falls. */
  readonly serveFile: (served: ServedFile) => string;
  /** Opens a private copy of ours in the program for such files. */
  readonly openCopy: (path: string) => Promise<boolean>;
  readonly print: (html: string) => Promise<boolean>;
  /** Log files and versions, without any personal data. */
  readonly diagnostics: () => {
    readonly logs: readonly { readonly name: string; readonly text: string }[];
    readonly versions: Readonly<Record<string, string>>;
  };
  /** Heads of the audit log kept outside the file. */
  readonly rememberedHeads: () => readonly RememberedHead[];
  /** Another file takes the place of the present one: its log ends here. */
  readonly rememberBeginning: (head: RememberedHead) => void;
  readonly progress: (event: { jobId: string; phase: string; done: number; total: number }) => void;
};

/** What every service gets beside its input. */
export type BaseContext = {
  readonly clock: Clock;
  readonly resources: Resources;
  readonly account: Account;
};
export type QueryContext = BaseContext & {
  readonly db: ReadDb;
  /** Remembers that a sensitive record was shown; written after the answer. */
  readonly shown: (entity: string, entityId: number | null, summary: string) => void;
};
export type CommandContext = BaseContext & Transaction & { readonly db: ReadDb };
export type JobContext = BaseContext & {
  readonly db: ReadDb;
  /** Lent to the login: refused once it is gone. */
  readonly ports: Ports;
  readonly jobs: Jobs;
  readonly session: OpenSession;
  /** One command inside the job: serial with all others, one transaction. */
  readonly command: <T>(work: (ctx: CommandContext) => Promise<T>) => Promise<T>;
  /** Writes the row before the work that lets something out of the program. */
  readonly takeOut: <T>(entry: AuditEntry, work: () => Promise<T> | T) => Promise<T>;
  /** Holds all other writers off while a worker writes through its own connection. */
  readonly exclusive: <T>(work: () => Promise<T>) => Promise<T>;
  /** Puts another file under the running login: the data key was changed. */
  readonly exchange: (session: OpenSession) => Promise<void>;
  /** Ends the session at once, from within `exclusive`: nothing more may be saved. */
  readonly lock: () => Promise<void>;
  /** Tells the pages what a worker has changed. */
  readonly changed: (entity: string, id: number | null) => void;
  readonly saveDraft: <T>(work: (drafts: DraftDb) => Promise<T>) => Promise<T>;
};

/** What each kind of channel gives its handler. */
export type Contexts = {
  readonly query: QueryContext;
  readonly command: CommandContext;
  readonly job: JobContext;
};

/** What the handler of one channel receives beside its input. */
export type ContextOf<C extends ChannelName> = Contexts[Contract[C]['kind']];

/** How one channel is served. */
export type Handler<C extends ChannelName> = (ctx: ContextOf<C>, input: Parsed<C>) => Promise<Output<C>>;

export type Handlers<C extends ChannelName = ChannelName> = { readonly [K in C]: Handler<K> };
