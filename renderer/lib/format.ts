import { formatChinese, weekdayName } from '@shared/domain/kernel/civil-date';

/** How dates, money and the like read on screen. Civil dates are YYYY-MM-DD, money is integer 分. */

const parts = (date: string) => date.split('-').map(Number) as [number, number, number];

/** 2026-09-29 → 9月29日; with the year when it is another one than `today`'s. */
export function shortDate(date: string | null, today?: string): string {
  if (!date) return '';
  const [year, month, day] = parts(date);
  const isOtherYear = today !== undefined && today.slice(0, 4) !== date.slice(0, 4);
  return isOtherYear ? `${year}年${month}月${day}日` : `${month}月${day}日`;
}

/** 2026-09-29 → 2026年9月29日; empty for null. */
export const longDate = (date: string | null): string => (date ? formatChinese(date) : '');

/** 2026-09-29 → 星期二 */
export const weekday = (date: string): string => weekdayName(date);

/** Instant (UTC ISO) → 2026-09-29 14:05 in local time. */
export function dateTime(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** 1234567 分 → 12,345.67; whole yuan keep no decimals. */
export function yuan(fen: number | null): string {
  if (fen === null) return '';
  const isWhole = fen % 100 === 0;
  return (fen / 100).toLocaleString('zh-CN', {
    minimumFractionDigits: isWhole ? 0 : 2,
    maximumFractionDigits: 2,
  });
}

/** 还剩 6 个工作日 · 今天到期 · 已逾期 2 个工作日 */
export function daysLeftText(daysLeft: number | null): string {
  if (daysLeft === null) return '';
  if (daysLeft === 0) return '今天到期';
  return daysLeft > 0 ? `还剩 ${daysLeft} 个工作日` : `已逾期 ${-daysLeft} 个工作日`;
}

/** Edition of a rule profile or catalogue: 2025-12 → （2025年12月版）; a full day is the day it took effect. */
export function versionText(version: string): string {
  const month = /^(\d{4})-(\d{2})$/.exec(version);
  if (month) return `（${month[1]}年${Number(month[2])}月版）`;
  return version ? ` ${version} 起` : '';
}

/** 12345 → 12,345 */
export const count = (n: number): string => n.toLocaleString('zh-CN');

/** 907000.00 元 → 907,000.00 元; 30000至100000 → 30,000至100,000: long figures inside a text are read by groups. */
export const groupedDigits = (text: string): string =>
  text.replace(/(?<![\d.])\d{5,}/g, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','));
