/** id of the control that holds a field; `prefix` tells two forms on one page apart. */
export const controlId = (prefix: string, field: string): string =>
  `${prefix}-${field.replace(/[^\w-]/g, '-')}`;
