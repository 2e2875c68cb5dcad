import type { Field } from '@shared/domain/kernel/field';
import { DOCUMENT_ACTIONS, documentActionLabel } from '@shared/domain/papers/lifecycle';
import { CASE_ACTIONS } from '@shared/domain/supervision/case-actions';
import type { CaseEvent } from '@shared/domain/supervision/case-data';
import { caseStateLabel } from '@shared/domain/supervision/case-state';
import { paperPolicy } from '@shared/domain/supervision/letter-rules';
import type { LoadedCase } from './supervision.load';

/** What a line of the timeline says. */
export function describeEvent(
  event: CaseEvent,
  { documents }: LoadedCase,
): { title: string; detail: string } {
  if (event.documentId !== null) {
    const key = event.action.replace(/^document\./, '');
    const document = documents.find((known) => known.id === event.documentId);
    const name = document ? `《${document.title}》${document.documentNo}` : '文书';
    return { title: documentActionLabel(key), detail: name };
  }
  const label = CASE_ACTIONS.find((action) => action.key === event.action)?.label ?? event.action;
  const detail =
    event.fromState === event.toState
      ? ''
      : `${caseStateLabel(event.fromState)} → ${caseStateLabel(event.toState)}`;
  return { title: label, detail };
}

/** Descriptors of what was typed, by name, as the form had them. */
export function fieldLabels(event: CaseEvent, loaded: LoadedCase): ReadonlyMap<string, Field> {
  return new Map(fieldsOf(event, loaded).map((field) => [field.name, field]));
}

function fieldsOf(event: CaseEvent, { data, context, documents }: LoadedCase): readonly Field[] {
  if (event.documentId === null) {
    return CASE_ACTIONS.find((action) => action.key === event.action)?.fields(data, context) ?? [];
  }
  const key = event.action.replace(/^document\./, '');
  const document = data.documents.find((known) => known.id === event.documentId);
  const action = DOCUMENT_ACTIONS.find((known) => known.key === key);
  return document && action && documents.length > 0
    ? action.fields(document, context, paperPolicy(document, context))
    : [];
}
