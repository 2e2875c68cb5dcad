/** All of a row that its hash covers, and the hash. */
export const COLUMNS = [
  'at',
  'account_id',
  'account_name',
  'channel',
  'entity',
  'entity_id',
  'summary',
  'nature',
  'prev_hash',
  'hash',
] as const;

/** A literal the column takes, and never has after a save. */
export const forged = (column: (typeof COLUMNS)[number], number: number): string => {
  if (column.endsWith('_id')) return String(number);
  return column === 'nature' ? "'view'" : `'${'f'.repeat(60)}${number}'`;
};
