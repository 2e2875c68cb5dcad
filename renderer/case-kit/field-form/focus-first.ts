const FIELD = [
  'input:not([disabled]):not([type=hidden]):not([readonly])',
  'textarea:not([disabled]):not([readonly])',
].join(',');

/** Puts the cursor into the first field of a form that has opened, unless somebody quick already types in another. */
export function focusFirst(form: HTMLElement | null): void {
  if (form?.contains(document.activeElement)) return;
  const fields = [...(form?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(FIELD) ?? [])];
  // A group of radios is entered at the chosen one.
  const first = fields[0];
  const start = first?.type === 'radio' ? (fields.find(isChosenOf(first.name)) ?? first) : first;
  start?.focus();
}

const isChosenOf = (name: string) => (field: HTMLInputElement | HTMLTextAreaElement) =>
  field instanceof HTMLInputElement && field.name === name && field.checked;
