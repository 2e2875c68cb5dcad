import { findLedger, LEDGERS } from '@shared/domain/supervision/ledgers';
import { describe, expect, it } from 'vitest';

describe('ledgers', () => {
  it('are ten, the most asked-for with all its columns', () => {
    expect(LEDGERS).toHaveLength(10);
    expect(findLedger('letters')?.columns).toHaveLength(28);
    expect(findLedger('x')).toBeUndefined();
    for (const ledger of LEDGERS)
      expect(new Set(ledger.columns.map((column) => column.key)).size).toBe(ledger.columns.length);
  });
});
