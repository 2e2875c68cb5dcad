import type { PaperInput } from './paper';
import { day } from './values';

/**
 * The restricted block. Only papers addressed to the complainant and the registration form ask for it; the caller
 * passes it to no other paper.
 */
export function complainantTexts({ complainant }: PaperInput): Record<string, string> {
  if (!complainant) return {};
  const yesNo = (value: boolean): string => (value ? '是' : '否');
  return {
    complainant_name: complainant.isAnonymous ? '匿名' : complainant.name,
    complainant_sex: complainant.sex,
    complainant_age: complainant.ageBand,
    complainant_id: complainant.idNumber,
    complainant_phone: complainant.phone,
    complainant_address: complainant.address,
    complainant_trade: complainant.trade,
    complainant_employee: yesNo(complainant.isEmployee),
    complainant_member: yesNo(complainant.isMember),
    complainant_hired_on: day(complainant.hiredOn),
    complainant_open: yesNo(complainant.allowsIdentity),
    complainant_claims: yesNo(complainant.allowsClaims),
    complainant_agents: [complainant.representatives, complainant.agent].filter(Boolean).join('、'),
    complainant_call: callOf(complainant.name, complainant.sex, complainant.isAnonymous),
  };
}

/** 林某某女士; 同志 where the sex is not known. Nobody to address: ''. */
function callOf(name: string, sex: string, isAnonymous: boolean): string {
  if (isAnonymous || name === '') return '';
  return `${name}${{ 男: '先生', 女: '女士' }[sex] ?? '同志'}`;
}
