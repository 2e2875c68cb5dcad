import { compactText } from './text-input';

const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^(?:0\d{2,3}-?)?[2-8]\d{6,7}(?:-\d{1,6})?$/;
/** 400 and 800 numbers, short service numbers such as 12351 and 95588. */
const SERVICE = /^(?:[48]00-?\d{3}-?\d{4}|1\d{4}|9[56]\d{3,4})$/;

/** Half-width, without spaces, one kind of hyphen, without +86. */
export function normalizePhone(text: string): string {
  return compactText(text)
    .replace(/[‐‑‒–—―－]/g, '-')
    .replace(/^[（(](0\d{2,3})[)）]/, '$1-')
    .replace(/^(?:\+|00)86-?/, '');
}

/** What is wrong with the number, in Chinese; '' when nothing is. Mobiles, landlines, 400 and service numbers pass. */
export function judgePhone(text: string): string {
  const phone = normalizePhone(text);
  if (MOBILE.test(phone) || LANDLINE.test(phone) || SERVICE.test(phone)) return '';
  if (/^1\d+$/.test(phone) && phone.length !== 11) return `手机号应为11位，现在有${phone.length}位，请核对`;
  return '不是有效的电话号码，请按 13800001234 或者 0574-87654321 的形式填写';
}
