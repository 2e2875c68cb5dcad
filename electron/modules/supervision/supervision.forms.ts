import type { Field, Option } from '@shared/domain/kernel/field';
import type { EvidenceData } from '@shared/domain/supervision/case-data';
import type { Catalogue } from '@shared/domain/supervision/catalogue';
import { CLUE_FIELDS } from '@shared/domain/supervision/fields';
import { publicOptions } from '../../platform/settings/options';

/** Descriptors with the choices of their catalogue, and the evidence of the case, filled in. */
export function withOptions(
  fields: readonly Field[],
  catalogue: Catalogue,
  evidence: readonly EvidenceData[] = [],
): Field[] {
  const lists = publicOptions({ catalogue });
  const fill = (field: Field): Field => ({
    ...field,
    ...(field.catalogue ? { options: lists[field.catalogue] ?? [] } : {}),
    ...(field.proposes ? { options: evidence.map((piece) => toProposal(piece, field.maxLength)) } : {}),
    ...(field.of ? { of: field.of.map(fill) } : {}),
  });
  return fields.map(fill);
}

/**
 * 证据3 现场照片; the number alone where a long name would not fit, and for what concerns the complainant: what is chosen
 * is printed on papers that go out.
 */
function toProposal({ number, name, isRestricted }: EvidenceData, maxLength = 200): Option {
  const label = `证据${number} ${name}`;
  return { value: isRestricted || label.length > maxLength ? `证据${number}` : label, label };
}

export const clueFields = (catalogue: Catalogue): Field[] => withOptions(CLUE_FIELDS, catalogue);
