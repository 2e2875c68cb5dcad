import type { Field } from '@shared/domain/kernel/field';
import type { Catalogue } from '@shared/domain/supervision/catalogue';
import { CLUE_FIELDS } from '@shared/domain/supervision/fields';
import { publicOptions } from '../../platform/settings/options';

/** Descriptors with the choices of their catalogue filled in. */
export function withOptions(fields: readonly Field[], catalogue: Catalogue): Field[] {
  const lists = publicOptions({ catalogue });
  const fill = (field: Field): Field => ({
    ...field,
    ...(field.catalogue ? { options: lists[field.catalogue] ?? [] } : {}),
    ...(field.of ? { of: field.of.map(fill) } : {}),
  });
  return fields.map(fill);
}

export const clueFields = (catalogue: Catalogue): Field[] => withOptions(CLUE_FIELDS, catalogue);
