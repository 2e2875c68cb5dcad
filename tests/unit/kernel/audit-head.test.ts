import { auditHeadText, shortHash } from '@shared/domain/kernel/audit-head';
import { describe, expect, it } from 'vitest';

describe('the head of the log as printed', () => {
  const hash = '0123456789abcdef'.repeat(4);
  it('stands in groups of four that can be read aloud', () => {
    expect(shortHash(hash)).toBe('0123-4567-89AB-CDEF');
  });

  it('names the row it belongs to', () => {
    expect(auditHeadText({ seq: 1204, hash })).toBe('操作日志第 1,204 条，校验值 0123-4567-89AB-CDEF');
  });

  it('differs as soon as one of its sixteen signs differs', () => {
    const others = Array.from(
      { length: 16 },
      (_, i) => `${hash.slice(0, i)}${hash[i] === 'f' ? '0' : 'f'}${hash.slice(i + 1)}`,
    );
    expect(new Set([hash, ...others].map(shortHash)).size).toBe(17);
  });
});
