import type { ChainStep } from '@shared/contract/approval';
import type { FieldValues } from '@shared/domain/kernel/field';
import {
  documentActionLabel,
  isWaitingState,
  WAITING_LABELS,
  type WaitingState,
} from '@shared/domain/papers/lifecycle';
import { textOf } from '@shared/domain/papers/lifecycle-values';
import type { DocumentRecord, listDocumentEvents } from './documents.repository';

type Event = Awaited<ReturnType<typeof listDocumentEvents>>[number];
type People = readonly { readonly id: number; readonly name: string }[];

/** What of each step is told in the list; steps that are not here belong to a later part of the paper's life. */
const NOTES: Readonly<Record<string, (values: FieldValues, document: DocumentRecord) => string>> = {
  submitLegalReview: (values) => textOf(values, 'note'),
  passLegalReview: (values) => signed(textOf(values, 'reviewer'), textOf(values, 'opinion')),
  submitApproval: (values) => textOf(values, 'note'),
  returnDraft: (values) => textOf(values, 'reason'),
  revise: () => '',
  approveAndSign: (values, document) => signed(document.signerName, textOf(values, 'opinion')),
  seal: (values) => signed(textOf(values, 'keeper'), `${String(values.copies ?? '')}份`),
};

const signed = (name: string, text: string): string => (name === '' ? text : `${name}：${text}`);

const COMING: Readonly<Record<WaitingState, readonly WaitingState[]>> = {
  D02: ['D03', 'D04'],
  D03: ['D04'],
  D04: [],
};

/** 拟稿 → 审核 → 签发 → 编号 → 用印 of one paper: what was done, whom it waits for, what is to come. */
export function chainOf(document: DocumentRecord, events: readonly Event[], people: People): ChainStep[] {
  const told = events.filter((event) => event.action in NOTES);
  if (told.length === 0) return [];
  const nameOf = (id: number | null) => people.find((person) => person.id === id)?.name ?? '';
  return [
    step('draft', '拟稿', 'done', document.draftedByName, document.createdAt),
    ...told.flatMap((event) => stepsOf(event, document, people)),
    ...waiting(document, nameOf(document.assignedTo)),
  ].map((entry, index) => ({ ...entry, key: `${entry.key}-${index}` }));
}

const step = (
  key: string,
  label: string,
  status: ChainStep['status'],
  who = '',
  at: string | null = null,
): ChainStep => ({ key, label, status, who, at, note: '', warnings: [] });

function stepsOf(event: Event, document: DocumentRecord, people: People): ChainStep[] {
  const next = people.find(({ id }) => String(id) === textOf(event.values, 'nextId'));
  const own: ChainStep = {
    ...step(
      event.action,
      documentActionLabel(event.action),
      event.action === 'returnDraft' ? 'returned' : 'done',
      event.accountName,
      event.createdAt,
    ),
    note: [NOTES[event.action]?.(event.values, document) ?? '', next ? `送交${next.name}` : '']
      .filter((text) => text !== '')
      .join('　'),
    warnings: event.warnings,
  };
  if (event.action !== 'approveAndSign' || document.documentNo === '') return [own];
  return [own, { ...step('number', '编号', 'done', '', event.createdAt), note: document.documentNo }];
}

function waiting(document: DocumentRecord, name: string): ChainStep[] {
  const { status } = document;
  if (status === 'D01') return [step('rework', WAITING_LABELS.D01, 'current', name)];
  if (!isWaitingState(status)) return [];
  return [
    step(status, WAITING_LABELS[status], 'current', name),
    ...COMING[status].map((state) => step(state, WAITING_LABELS[state], 'coming')),
  ];
}
