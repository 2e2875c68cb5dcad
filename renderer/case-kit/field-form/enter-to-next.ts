import type { KeyboardEvent } from 'react';

const FOCUSABLE =
  'input:not([disabled]):not([type=hidden]),textarea:not([disabled]),button[type=submit]:not([disabled])';

/** Enter moves to the next field; in a text area, an open list or on a button it keeps its own meaning. */
export function enterToNext(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.defaultPrevented) return;
  if (event.ctrlKey || event.shiftKey || event.altKey) return;
  const target = event.target as HTMLElement;
  if (!(target instanceof HTMLInputElement) || target.type === 'submit') return;
  // React hands on the keys of dialogs and lists that stand elsewhere in the page.
  if (!event.currentTarget.contains(target)) return;
  if (target.getAttribute('aria-expanded') === 'true') return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(isReachable);
  const next = all[all.indexOf(target) + 1];
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
