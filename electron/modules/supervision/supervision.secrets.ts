import { NO_SECRETS, type Secrets } from '@shared/domain/kernel/leak-scan';
import type { ComplainantData } from '@shared/domain/supervision/case-data';
import type { OfficeRules } from '../../platform/settings/office';
import type { LoadedCase } from './supervision.load';

/** What no outgoing paper of the case may hold, and what looks like it but is public. */
export function secretsOf(
  complainant: ComplainantData | null,
  loaded: LoadedCase | null,
  office: OfficeRules,
): Secrets {
  const publicNames = [
    loaded?.data.employer?.name,
    loaded?.data.employer?.legalRepresentative,
    office.unit.unitName,
  ].filter((name) => name !== undefined && name !== '');
  const allowedNumbers = [
    office.unit.phone,
    loaded?.data.employer?.uscc ?? '',
    loaded?.data.employer?.contactPhone ?? '',
  ].filter((number) => number !== '');
  if (!complainant) return { ...NO_SECRETS, publicNames: publicNames as string[], allowedNumbers };
  return {
    name: complainant.isAnonymous ? '' : complainant.name,
    otherNames: [complainant.agent, ...complainant.representatives.split(/[、，,\s]+/)].filter(
      (name) => name.length >= 2,
    ),
    idNumber: complainant.idNumber,
    phone: complainant.phone,
    address: complainant.address,
    position: complainant.trade,
    bankAccount: complainant.bankAccount,
    publicNames: publicNames as string[],
    allowedNumbers,
  };
}
