import { controlId } from '@renderer/case-kit/field-form/control-id';
import { goTo } from '@renderer/ui/error-summary';
import type { ParagraphDraft } from '@shared/contract/documents';
import type { Field } from '@shared/domain/kernel/field';
import type { Place } from './paper-types';
import { paragraphId } from './paragraph-editor';

/** Prefix of the ids of the paper's field controls. */
export const PAPER_PREFIX = 'paper';

type Sheet = { readonly fields: readonly Field[]; readonly paragraphs: readonly ParagraphDraft[] };

/** Marks the words a finding speaks of, where they stand as they were found. */
function selectExcerpt(id: string, excerpt: string): void {
  const control = document.getElementById(id);
  const words = excerpt.replace(/^…|…$/g, '');
  if (!(control instanceof HTMLTextAreaElement) || words === '') return;
  const start = control.value.indexOf(words);
  if (start >= 0) control.setSelectionRange(start, start + words.length);
}

/** Puts the cursor where the place is filled in. False: it comes from the case or the settings, not from here. */
export function goToPlace(place: Place & { readonly excerpt?: string }, sheet: Sheet): boolean {
  const field = sheet.fields.find(({ name }) => name === place.field?.split('.')[0]);
  const isParagraph = sheet.paragraphs.some(({ key }) => key === place.key);
  const ids = [
    field && place.field ? controlId(PAPER_PREFIX, place.field) : '',
    field ? controlId(PAPER_PREFIX, field.name) : '',
    isParagraph && place.key ? paragraphId(place.key) : '',
  ];
  const id = ids.find((candidate) => candidate !== '' && document.getElementById(candidate) !== null);
  if (!id) return false;
  goTo(id);
  if (place.excerpt) selectExcerpt(id, place.excerpt);
  return true;
}

/** Which field or paragraph the focused control belongs to. */
export function placeOf(target: EventTarget, sheet: Sheet): Place | null {
  for (let node = target instanceof Element ? target : null; node; node = node.parentElement) {
    const { id } = node;
    if (!id) continue;
    const paragraph = sheet.paragraphs.find(({ key }) => id === paragraphId(key));
    if (paragraph) return { key: paragraph.key };
    const field = sheet.fields.find(({ name }) => {
      const control = controlId(PAPER_PREFIX, name);
      return id === control || id.startsWith(`${control}-`);
    });
    if (field) return { field: field.name };
  }
  return null;
}
