import type { Sqlite } from '../open';
import { sql as core } from './0010-core';
import { sql as documents } from './0020-documents';
import { sql as search } from './0030-search';
import { sql as supervision } from './0040-supervision';
import { sql as statistics } from './0050-statistics';
import { sql as accounts } from './0060-accounts';
import { sql as documentVersions } from './0070-document-versions';
import { sql as backup } from './0080-backup';
import { sql as evidence } from './0090-evidence';
import { sql as eventOrder } from './0100-event-order';
import { sql as audit } from './0110-audit';

export type Migration = {
  /** In tens, so that a branch can slip one in. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  readonly up: (sqlite: Sqlite) => void;
};

const step = (version: number, name: string, sql: string): Migration => ({
  version,
  name,
  sql,
  up: (sqlite) => sqlite.exec(sql),
});

/** Frozen once released, never edited: the next change is a new file. */
export const migrations: readonly Migration[] = [
  step(10, 'core', core),
  step(20, 'documents', documents),
  step(30, 'search', search),
  step(40, 'supervision', supervision),
  step(50, 'statistics', statistics),
  step(60, 'accounts', accounts),
  step(70, 'document-versions', documentVersions),
  step(80, 'backup', backup),
  step(90, 'evidence', evidence),
  step(100, 'event-order', eventOrder),
  step(110, 'audit', audit),
];
