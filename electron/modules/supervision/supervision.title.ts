import type { FieldValues } from '@shared/domain/kernel/field';
import { type Catalogue, violationsOf } from '@shared/domain/supervision/catalogue';

/** A case's name in lists: its topic as typed, else the names of its violations. Never a person's name. */
export function scopeTitle(
  values: FieldValues,
  violations: readonly { code: string }[],
  catalogue: Catalogue,
): string {
  const topic = typeof values.topicSummary === 'string' ? values.topicSummary.trim() : '';
  if (topic !== '') return topic.slice(0, 60);
  const names = violationsOf(
    violations.map((violation) => violation.code),
    catalogue,
  ).map((type) => type.name);
  return names.slice(0, 3).join('、') || '劳动法律监督线索';
}
