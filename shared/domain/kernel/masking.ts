import { surnameOf } from './surname';

/** 330***********1234: the first 3 and last 4 stay; too short a number is hidden altogether. */
export function maskIdNumber(idNumber: string): string {
  return maskMiddle(idNumber, 3, 4);
}

/** 138****5678; a landline keeps its last 4 digits: 0574-****1234. */
export function maskPhone(phone: string): string {
  const landline = /^(0(?:10|2\d|[3-9]\d{2})-?)(\d{7,8})$/.exec(phone);
  if (landline) return `${landline[1]}${maskMiddle(landline[2] as string, 0, 4)}`;
  return maskMiddle(phone, 3, 4);
}

/** 张*, 张**, 欧阳*: the surname stays. A name with a dot keeps its first character: 买**********. */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  if (characters.length === 0) return '';
  const kept = /[·•・.]/.test(name) ? 1 : [...surnameOf(name.trim())].length;
  return characters.slice(0, kept).join('') + '*'.repeat(Math.max(1, characters.length - kept));
}

/** **** **** **** 1234: only the last 4 digits stay, and not the length. */
export function maskBankCard(account: string): string {
  const digits = account.replace(/[\s-]/g, '');
  return digits.length > 4 ? `**** **** **** ${digits.slice(-4)}` : maskMiddle(digits, 0, 4);
}

function maskMiddle(text: string, head: number, tail: number): string {
  if (text.length <= head + tail) return '*'.repeat(text.length);
  return text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(-tail);
}
