import type { EmployerInput } from '@shared/contract/employers';
import { cleanText, compactText } from '@shared/domain/kernel/text-input';

/** Nothing in it that could have to be cleaned: most cells of a roster. */
const PLAIN = /^[\w\u4E00-\u9FFF（）、，。.·-]*$/;

/** The same employer typed two ways becomes the same record: width, spaces, letter case of codes, nothing invisible. */
export function normalizeEmployer(employer: EmployerInput): EmployerInput {
  const trimmed = Object.fromEntries(
    Object.entries(employer).map(([key, value]) => [
      key,
      typeof value === 'string' && !PLAIN.test(value) ? cleanText(value, key === 'note') : value,
    ]),
  ) as EmployerInput;
  return {
    ...trimmed,
    name: trimmed.name.replace(/\s+/g, '').replaceAll('(', '（').replaceAll(')', '）'),
    uscc: compactText(trimmed.uscc).replaceAll('-', '').toUpperCase(),
    contactPhone: trimmed.contactPhone.normalize('NFKC'),
  };
}
