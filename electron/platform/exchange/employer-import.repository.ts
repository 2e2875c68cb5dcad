import type { EmployerInput } from '@shared/contract/employers';
import type { Sqlite } from '../../db/open';
import { tokensOf } from '../search/tokens';

const COLUMNS = {
  name: 'name',
  uscc: 'uscc',
  address: 'address',
  businessAddress: 'business_address',
  legalRepresentative: 'legal_representative',
  contactName: 'contact_name',
  contactPhone: 'contact_phone',
  industry: 'industry',
  nature: 'nature',
  town: 'town',
  headcount: 'headcount',
  hasUnion: 'has_union',
  formerNames: 'former_names',
  note: 'note',
} as const satisfies Record<keyof EmployerInput, string>;

/** How many of these codes stand in the register. `uscc <> ''` opens the partial index; without it each look-up reads the whole table. */
export function existingUsccs(sqlite: Sqlite, usccs: readonly string[]): number {
  const find = sqlite
    .prepare("select 1 from employer where uscc = ? and uscc <> '' and deleted_at is null")
    .pluck();
  return usccs.filter((uscc) => uscc !== '' && find.get(uscc) !== undefined).length;
}

/**
 * Inserts new employers and updates known ones (same USCC; an empty cell leaves what is there). Prepared statements on
 * the worker's own connection: Kysely per row would take eight times as long. Runs inside the caller's transaction.
 */
export function writeEmployers(
  sqlite: Sqlite,
  employers: readonly EmployerInput[],
  at: string,
  onProgress: (done: number) => void,
): { inserted: number; updated: number } {
  const fields = Object.keys(COLUMNS) as (keyof EmployerInput)[];
  const names = Object.values(COLUMNS);
  // By position: names to bind would cost more than the insert.
  const insert = sqlite.prepare(
    `insert into employer (${names.join(', ')}, created_at, updated_at, revision)
     values (${names.map(() => '?').join(', ')}, ?, ?, 1)`,
  );
  const find = sqlite.prepare(
    "select id, former_names from employer where uscc = ? and uscc <> '' and deleted_at is null",
  );
  const keep = (name: string) =>
    name === 'headcount'
      ? `${name} = coalesce(@${name}, ${name})`
      : name === 'has_union'
        ? `${name} = case when @${name} = 'unknown' then ${name} else @${name} end`
        : `${name} = case when @${name} = '' then ${name} else @${name} end`;
  const update = sqlite.prepare(
    `update employer set ${names.map(keep).join(', ')}, revision = revision + 1, updated_at = @at where id = @id`,
  );
  const index = sqlite.prepare('insert into search_employer (rowid, tokens) values (?, ?)');
  const indexAgain = sqlite.prepare('insert or replace into search_employer (rowid, tokens) values (?, ?)');

  let inserted = 0;
  let updated = 0;
  for (const [i, employer] of employers.entries()) {
    const known =
      employer.uscc === ''
        ? undefined
        : (find.get(employer.uscc) as { id: number; former_names: string } | undefined);
    let id: number;
    if (known) {
      const row = fields.map((field) => [COLUMNS[field], employer[field]] as const);
      update.run({ ...Object.fromEntries(row), at, id: known.id });
      id = known.id;
      updated += 1;
    } else {
      id = Number(insert.run(...fields.map((field) => employer[field]), at, at).lastInsertRowid);
      inserted += 1;
    }
    (known ? indexAgain : index).run(
      id,
      tokensOf({
        names: [employer.name, employer.formerNames || (known?.former_names ?? '')],
        codes: [employer.uscc],
      }),
    );
    if (i % 250 === 0) onProgress(i);
  }
  onProgress(employers.length);
  return { inserted, updated };
}
