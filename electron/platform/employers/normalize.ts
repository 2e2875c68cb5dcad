import type { EmployerInput } from '@shared/contract/employers';

/** The same employer typed two ways becomes the same record: width, spaces, letter case of codes. */
export function normalizeEmployer(employer: EmployerInput): EmployerInput {
  const trimmed = Object.fromEntries(
    Object.entries(employer).map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value]),
  ) as EmployerInput;
  return {
    ...trimmed,
    name: trimmed.name.replace(/\s+/g, '').replaceAll('(', '（').replaceAll(')', '）'),
    uscc: trimmed.uscc.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase(),
    contactPhone: trimmed.contactPhone.normalize('NFKC'),
  };
}
