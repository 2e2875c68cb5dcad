import { type CivilDate, civilDate, isCivilDate } from './civil-date';
import { compactText } from './text-input';

/** GB 11643-1999 公民身份号码: region 6, birth date 8, sequence 3 (odd: male), check character 1. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';

export type IdNumberReason = 'length' | 'characters' | 'birthDate' | 'future' | 'check';

export type IdNumberCheck =
  | {
      readonly isValid: true;
      /** Half-width, X in upper case. */
      readonly idNumber: string;
      readonly birthOn: CivilDate;
      readonly sex: '男' | '女';
    }
  | { readonly isValid: false; readonly reason: IdNumberReason; readonly message: string };

/** Judges an identity number as typed. With `today` a birth date in the future is refused too. */
export function checkIdNumber(text: string, today?: CivilDate): IdNumberCheck {
  const idNumber = normalizeIdNumber(text);
  if (/^\d{15}$/.test(idNumber)) return invalid('length', '是15位旧号，请填写18位身份证号');
  if (idNumber.length !== 18) return invalid('length', `应为18位，现在有${idNumber.length}位，请核对`);
  if (!/^\d{17}[\dX]$/.test(idNumber)) return invalid('characters', '只能是数字，最后一位可以是X，请核对');
  const birthOn = civilDate(
    Number(idNumber.slice(6, 10)),
    Number(idNumber.slice(10, 12)),
    Number(idNumber.slice(12, 14)),
  );
  if (!birthOn) return invalid('birthDate', '第7至14位不是有效的出生日期，请核对');
  if (today !== undefined && birthOn > today) return invalid('future', '出生日期晚于今天，请核对');
  if (idNumberCheckCharacter(idNumber) !== idNumber[17]) return invalid('check', '校验位不符，请逐位核对');
  return { isValid: true, idNumber, birthOn, sex: Number(idNumber[16]) % 2 === 1 ? '男' : '女' };
}

/** What is wrong with the number, in Chinese; '' when nothing is. */
export function judgeIdNumber(text: string, today?: CivilDate): string {
  const check = checkIdNumber(text, today);
  return check.isValid ? '' : `身份证号${check.message}`;
}

export function normalizeIdNumber(text: string): string {
  return compactText(text).toUpperCase();
}

/** The 18th character by the first 17 digits. */
export function idNumberCheckCharacter(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return CHECKS.charAt(sum % 11);
}

/** Full years of age on a day, one more from the birthday on; born on 29 February: from 1 March. */
export function ageOn(birthOn: CivilDate, onDate: CivilDate): number {
  const years = Number(onDate.slice(0, 4)) - Number(birthOn.slice(0, 4));
  return onDate.slice(5) < birthOn.slice(5) ? years - 1 : years;
}

/** A valid number for tests and sample data. `sequence` 0–999; odd is male. */
export function makeIdNumber(parts: {
  readonly region?: string;
  readonly birthOn: CivilDate;
  readonly sequence: number;
}): string {
  const region = parts.region ?? '000000';
  if (!/^\d{6}$/.test(region)) throw new RangeError(`no region: ${region}`);
  if (!isCivilDate(parts.birthOn)) throw new RangeError(`no birth date: ${parts.birthOn}`);
  if (!Number.isInteger(parts.sequence) || parts.sequence < 0 || parts.sequence > 999) {
    throw new RangeError(`no sequence: ${parts.sequence}`);
  }
  const digits = region + parts.birthOn.replaceAll('-', '') + String(parts.sequence).padStart(3, '0');
  return digits + idNumberCheckCharacter(digits);
}

const invalid = (reason: IdNumberReason, message: string): IdNumberCheck => ({
  isValid: false,
  reason,
  message,
});
