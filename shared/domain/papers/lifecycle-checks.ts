import { type CivilDate, formatChinese } from '../kernel/civil-date';
import type { FieldValues } from '../kernel/field';
import type { DocumentContext, LeaderData, Problem } from './lifecycle-data';
import { dateOf } from './lifecycle-values';

/** A thing that happened cannot lie in the future. */
export function notAfterToday(values: FieldValues, name: string, label: string, today: CivilDate): Problem[] {
  const on = dateOf(values, name);
  return on !== null && on > today ? [{ field: name, message: `${label}不能晚于今天` }] : [];
}

/** `name` must not lie before `earliest`; a missing date on either side is no problem of this check. */
export function notBefore(
  values: FieldValues,
  name: string,
  label: string,
  earliest: CivilDate | null,
  earliestLabel: string,
): Problem[] {
  const on = dateOf(values, name);
  if (on === null || earliest === null || on >= earliest) return [];
  return [{ field: name, message: `${label}不能早于${earliestLabel}（${formatChinese(earliest)}）` }];
}

/** In office on that day. */
export function isInOffice(leader: Pick<LeaderData, 'validFrom' | 'validTo'>, on: CivilDate): boolean {
  return leader.validFrom <= on && (leader.validTo === null || leader.validTo >= on);
}

/** 主席 for chair, as the catalogue of posts has it. */
export function postLabel(post: string, ctx: Pick<DocumentContext, 'catalogue'>): string {
  return ctx.catalogue.options['leader-posts'].items.find((item) => item.code === post)?.label ?? post;
}
