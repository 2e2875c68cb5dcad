import type { KeyboardEvent } from 'react';

const STOPS = [
  'input:not([disabled]):not([type=hidden])',
  'textarea:not([disabled])',
  'button[type=submit]:not([disabled])',
  'button.ant-btn-primary:not([disabled])',
].join(',');

type FormKey = KeyboardEvent<HTMLElement>;

/** Enter moves to the next field; in a text area, an open list or on a button it keeps its own meaning. */
export const enterToNext = {
  onKeyDown: (event: FormKey) => {
    if (event.defaultPrevented || !isPlainEnter(event)) return;
    const target = event.target as HTMLElement;
    if (!(target instanceof HTMLInputElement) || target.type === 'submit') return;
    if (target.getAttribute('aria-expanded') === 'true') return;
    event.preventDefault();
    goOn(event.currentTarget, target);
  },
  // A closed list would open on Enter before the form hears of it. It opens on typing, the arrows or a click.
  onKeyDownCapture: (event: FormKey) => {
    const target = event.target as HTMLElement;
    if (target.getAttribute('role') !== 'combobox' || target.getAttribute('aria-expanded') === 'true') return;
    if (!isPlainEnter(event)) return;
    event.preventDefault();
    event.stopPropagation();
    goOn(event.currentTarget, target);
  },
};

function isPlainEnter(event: FormKey): boolean {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return false;
  if (event.ctrlKey || event.shiftKey || event.altKey) return false;
  // React hands on the keys of dialogs and lists that stand elsewhere in the page.
  return event.currentTarget.contains(event.target as HTMLElement);
}

/** To the next field; after the last one of the form to the next part of the page, at the end to its main button. */
function goOn(form: HTMLElement, from: HTMLElement): void {
  const scope = form.closest('.ant-drawer, .ant-modal, main') ?? form;
  const all = [...scope.querySelectorAll<HTMLElement>(STOPS)].filter(isReachable);
  const at = all.indexOf(from);
  const next = at < 0 ? undefined : all[at + 1];
  next?.focus();
  if (next instanceof HTMLInputElement && next.type === 'text') next.select();
}

function isReachable(element: HTMLElement): boolean {
  if (element.tabIndex < 0 && !(element instanceof HTMLInputElement && element.type === 'radio'))
    return false;
  if (element instanceof HTMLInputElement && element.type === 'radio' && element.name) {
    // A group of radios is one stop: the chosen one, else the first.
    const group = [
      ...document.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(element.name)}"]`),
    ];
    return element === (group.find((radio) => radio.checked) ?? group[0]);
  }
  return element.offsetParent !== null;
}
