import type { Field } from '../kernel/field';
import type { Catalogue, OptionFileName } from './catalogue';

/** The fields with the options of the catalogues they name. */
export function withCatalogueOptions(fields: readonly Field[], options: Catalogue['options']): Field[] {
  return fields.map((field): Field => {
    if (field.catalogue === undefined || !(field.catalogue in options)) return field;
    const { items } = options[field.catalogue as OptionFileName];
    return {
      ...field,
      options: items.map((item) => ({ value: item.code, label: item.label })),
    };
  });
}
