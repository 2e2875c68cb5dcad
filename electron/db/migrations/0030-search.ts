/**
 * One contentless full-text table an entity, rowid = the entity's id. Tokens are made by platform/search: single
 * characters and pairs of Chinese, runs of letters and digits, pinyin and its initials, the last digits of an ID number.
 * Starts of up to eleven characters have an index of their own: a county's codes all begin alike, and 9133… would else read
 * a million of them.
 */
const table = (entity: string) => `
create virtual table search_${entity} using fts5(
  tokens, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5 6 7 8 9 10 11',
  tokenize="unicode61 remove_diacritics 0"
);`;

export const sql = ['employer', 'person', 'case', 'document', 'supervisor'].map(table).join('\n');
