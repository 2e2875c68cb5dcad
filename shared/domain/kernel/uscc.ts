import { compactText } from './text-input';

/** GB 32100-2015 统一社会信用代码: authority 1, kind 1, region 6, organisation code 9 (GB 11714), check character 1. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;
/** GB 11714 counts the whole Latin alphabet. */
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export type UsccReason = 'length' | 'characters' | 'region' | 'check';

export type UsccCheck =
  | {
      readonly isValid: true;
      /** Half-width, upper case. */
      readonly uscc: string;
      /** 登记管理机关行政区划码. */
      readonly region: string;
    }
  | { readonly isValid: false; readonly reason: UsccReason; readonly message: string };

/** Judges a unified social credit code as typed; lower case, full-width characters and spaces are accepted. */
export function checkUscc(text: string): UsccCheck {
  const uscc = normalizeUscc(text);
  if (uscc.length !== 18) return invalid('length', `应为18位，现在有${uscc.length}位，请核对`);
  const stranger = [...uscc].find((character) => !ALPHABET.includes(character));
  if (stranger !== undefined) {
    return invalid('characters', `不能有“${stranger}”：代码不使用字母I、O、S、V、Z，请对照营业执照核对`);
  }
  if (!/^\d{6}$/.test(uscc.slice(2, 8))) return invalid('region', '第3至8位应为数字（行政区划），请核对');
  if (usccCheckCharacter(uscc) !== uscc[17]) return invalid('check', '校验位不符，请对照营业执照逐位核对');
  return { isValid: true, uscc, region: uscc.slice(2, 8) };
}

/** What is wrong with the code, in Chinese; '' when nothing is. */
export function judgeUscc(text: string): string {
  const check = checkUscc(text);
  return check.isValid ? '' : `统一社会信用代码${check.message}`;
}

export function normalizeUscc(text: string): string {
  return compactText(text).replaceAll('-', '').toUpperCase();
}

/** The 18th character by the first 17. */
export function usccCheckCharacter(code: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, index) => total + weight * ALPHABET.indexOf(code.charAt(index)),
    0,
  );
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** A valid code for tests and sample data. `serial` 0–999999 becomes the organisation code MA……. */
export function makeUscc(parts: {
  readonly region?: string;
  readonly serial: number;
  readonly prefix?: string;
}): string {
  const { region = '000000', serial, prefix = '91' } = parts;
  if (!/^\d{6}$/.test(region)) throw new RangeError(`no region: ${region}`);
  if (!Number.isInteger(serial) || serial < 0 || serial > 999_999)
    throw new RangeError(`no serial: ${serial}`);
  const organisation = `MA${String(serial).padStart(6, '0')}`;
  const code = prefix + region + organisation + organisationCheckCharacter(organisation);
  return code + usccCheckCharacter(code);
}

/** GB 11714: 11 minus the weighted sum modulo 11; 10 is X, 11 is 0. */
function organisationCheckCharacter(organisation: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, index) => total + weight * ORGANISATION_ALPHABET.indexOf(organisation.charAt(index)),
    0,
  );
  return '0123456789X0'.charAt(11 - (sum % 11));
}

const invalid = (reason: UsccReason, message: string): UsccCheck => ({ isValid: false, reason, message });
