/**
 * The recovery code of the unit's safe: 7 groups of 4 characters made by the program and a check group, written on paper
 * and typed back by hand. No two characters of its alphabet look alike: neither 0 nor O, 1 I L, 2 Z, 5 S, 8 B.
 */
export const RECOVERY_ALPHABET = 'ACDEFGHJKMNPQRTUVWXY34679';
const GROUP = 4;
const GROUPS = 8;
const LENGTH = GROUP * (GROUPS - 1);
/** How many characters the program has to draw. 28 of 25: 130 bits. */
export const RECOVERY_DRAWN = LENGTH;

/** Largest prime below 25^4: a single wrong character, or two neighbours exchanged, always give another check group. */
const PRIME = 390_581;
const BASE = RECOVERY_ALPHABET.length;

/** @param drawn 28 numbers below 25 @returns the code as it is printed, with its check group */
export function formatRecoveryCode(drawn: readonly number[]): string {
  const digits = [...drawn, ...checkDigits(drawn)];
  return groupsOf(digits.map((digit) => RECOVERY_ALPHABET.charAt(digit)).join('')).join('-');
}

export type RecoveryCodeVerdict =
  | { readonly isOk: true; readonly code: string }
  | { readonly isOk: false; readonly message: string };

/** Reads what was typed, in any case, with or without dashes and blanks. @returns the code in its one form */
export function readRecoveryCode(typed: string): RecoveryCodeVerdict {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}_.·,，、]/gu, '');
  if (text === '') return { isOk: false, message: '请填写恢复码' };
  const stranger = [...text].find((character) => !RECOVERY_ALPHABET.includes(character));
  if (stranger !== undefined) {
    return {
      isOk: false,
      message: `恢复码中没有“${stranger}”，请对照纸上的恢复码重新填写（恢复码不用 0、1、2、5、8 和 B、I、L、O、S、Z）`,
    };
  }
  if (text.length !== GROUP * GROUPS) {
    return {
      isOk: false,
      message: `恢复码共 ${GROUPS} 组、每组 ${GROUP} 个字符，现在填写了 ${text.length} 个字符，请核对`,
    };
  }
  const digits = [...text].map((character) => RECOVERY_ALPHABET.indexOf(character));
  const check = checkDigits(digits.slice(0, LENGTH));
  if (digits.slice(LENGTH).some((digit, index) => digit !== check[index])) {
    return { isOk: false, message: '恢复码与最后一组校验字符不符，有字符填错，请逐组核对' };
  }
  return { isOk: true, code: groupsOf(text).join('-') };
}

/** @returns the number (from 1) of the first group in which two codes differ; 0 when they are the same */
export function firstOtherGroup(one: string, other: string): number {
  const others = other.split('-');
  return one.split('-').findIndex((group, index) => group !== others[index]) + 1;
}

function checkDigits(digits: readonly number[]): number[] {
  let rest = digits.reduce((sum, digit) => (sum * BASE + digit) % PRIME, 0);
  const check: number[] = [];
  for (let i = 0; i < GROUP; i += 1) {
    check.unshift(rest % BASE);
    rest = Math.floor(rest / BASE);
  }
  return check;
}

const groupsOf = (text: string): string[] =>
  Array.from({ length: GROUPS }, (_, index) => text.slice(index * GROUP, (index + 1) * GROUP));
