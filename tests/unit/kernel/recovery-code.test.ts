import {
  firstOtherGroup,
  formatRecoveryCode,
  RECOVERY_ALPHABET,
  RECOVERY_DRAWN,
  readRecoveryCode,
} from '@shared/domain/kernel/recovery-code';
import { describe, expect, it } from 'vitest';

const drawn = Array.from(
  { length: RECOVERY_DRAWN },
  (_, index) => (index * 7 + 3) % RECOVERY_ALPHABET.length,
);
const code = formatRecoveryCode(drawn);

describe('a recovery code', () => {
  it('is eight groups of four, none of whose characters looks like another', () => {
    expect(code).toMatch(/^(?:[ACDEFGHJKMNPQRTUVWXY34679]{4}-){7}[ACDEFGHJKMNPQRTUVWXY34679]{4}$/);
    for (const confusable of '01258BILOSZ') expect(RECOVERY_ALPHABET).not.toContain(confusable);
    expect(RECOVERY_ALPHABET.length ** RECOVERY_DRAWN).toBeGreaterThan(2 ** 128);
  });

  it.each([
    code,
    code.toLowerCase(),
    code.replaceAll('-', ' '),
    code.replaceAll('-', ''),
    ` ${code.replaceAll('-', '－')} `,
    [...code].map((character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0)).join(''),
    code.replaceAll('-', '—'),
  ])('is read back from %j', (typed) => {
    expect(readRecoveryCode(typed)).toEqual({ isOk: true, code });
  });

  it.each([
    ['', '请填写恢复码'],
    [`O${code.slice(1)}`, '恢复码中没有“O”'],
    [code.slice(0, -1), '31 个字符'],
    [`${code}A`, '33 个字符'],
  ])('typed as %j is refused with the reason', (typed, message) => {
    expect(readRecoveryCode(typed)).toMatchObject({ isOk: false, message: expect.stringContaining(message) });
  });

  it('with any one character wrong, or two neighbours exchanged, does not fit its check group', () => {
    const plain = code.replaceAll('-', '');
    for (let at = 0; at < plain.length; at += 1) {
      for (const other of RECOVERY_ALPHABET) {
        if (other === plain[at]) continue;
        expect(readRecoveryCode(plain.slice(0, at) + other + plain.slice(at + 1)).isOk).toBe(false);
      }
      const [one, two] = [plain[at], plain[at + 1]];
      if (two === undefined || one === two) continue;
      expect(readRecoveryCode(plain.slice(0, at) + two + one + plain.slice(at + 2)).isOk).toBe(false);
    }
  });

  it('says in which group it differs from another', () => {
    expect(firstOtherGroup(code, code)).toBe(0);
    expect(firstOtherGroup('AAAA-CCCC', 'AAAA-DDDD')).toBe(2);
  });
});
