import type { CivilDate } from '@shared/domain/kernel/civil-date';
import { computeDeadline } from '@shared/domain/kernel/deadline';
import type { FieldValues } from '@shared/domain/kernel/field';
import type { DocumentEffect } from '@shared/domain/papers/lifecycle';
import type { CaseContext } from '@shared/domain/supervision/case-context';
import type {
  CaseData,
  DeadlineData,
  DocumentData,
  ViolationData,
} from '@shared/domain/supervision/case-data';
import type { CaseEffect } from '@shared/domain/supervision/case-effect';
import { letterTerm } from '@shared/domain/supervision/letter-term';
import { type PaperKind, paperLabel } from '@shared/domain/supervision/paper-kinds';
import { shipped } from '../kernel/shipped-calendars';
import { asInvestigator, documentData, employer, supervisors } from './samples';

/** The service's transaction as a small reducer over a case in memory. */
export type CaseFile = {
  readonly now: () => CaseData;
  readonly messages: readonly string[];
  readonly applyCase: (effects: readonly CaseEffect[]) => void;
  readonly applyDocument: (document: DocumentData, effects: readonly DocumentEffect[]) => void;
  /** Writes down what was done; `fromState` is where the case stood before. */
  readonly remember: (
    action: string,
    fromState: string,
    values: FieldValues,
    on: CivilDate,
    documentId: number | null,
  ) => void;
  /** The newest paper of a kind. */
  readonly find: (kind: PaperKind) => DocumentData;
};

export function createCaseFile(initial: CaseData, ctx: () => CaseContext): CaseFile {
  let c = initial;
  let nextId = 1000;
  const messages: string[] = [];

  const startDeadline = (effect: Extract<CaseEffect, { type: 'deadline.start' }>): DeadlineData => {
    const rule =
      effect.n !== undefined && effect.unit
        ? { n: effect.n, unit: effect.unit }
        : ctx().rules.rules[effect.ruleKey];
    const computed =
      effect.dueOn === undefined && rule && 'n' in rule
        ? computeDeadline({ rule, startOn: effect.startOn, calendar: shipped })
        : { nominalOn: effect.dueOn ?? ctx().today, dueOn: effect.dueOn ?? ctx().today };
    return {
      id: nextId++,
      kind: effect.kind,
      label: effect.label,
      startOn: effect.startOn,
      nominalOn: computed.nominalOn,
      dueOn: computed.dueOn,
      status: 'running',
      metOn: null,
      documentId: effect.documentId ?? null,
    };
  };

  const eachLive = (
    match: (deadline: DeadlineData) => boolean,
    change: (deadline: DeadlineData) => DeadlineData,
  ): CaseData => ({
    ...c,
    deadlines: c.deadlines.map((deadline) =>
      ['running', 'paused'].includes(deadline.status) && match(deadline) ? change(deadline) : deadline,
    ),
  });

  const patchDocument = (id: number, patch: Partial<DocumentData>) => {
    c = {
      ...c,
      documents: c.documents.map((document) => (document.id === id ? { ...document, ...patch } : document)),
    };
  };

  const draft = (kind: string, values: FieldValues = {}, basedOnId: number | null = null): number => {
    const term = letterTerm(kind, ctx());
    const document = documentData({
      id: nextId++,
      kind,
      title: paperLabel(kind),
      addressee: kind === 'recommendationLetter' ? '安溪县人力资源和社会保障局' : employer.name,
      values,
      replyN: term?.n ?? null,
      replyUnit: term?.unit ?? null,
      basedOnId,
    });
    c = { ...c, documents: [...c.documents, document] };
    return document.id;
  };

  const applyDocument = (document: DocumentData, effects: readonly DocumentEffect[]) => {
    for (const effect of effects) {
      switch (effect.type) {
        case 'status':
          patchDocument(document.id, { status: effect.to });
          break;
        case 'freeze':
          patchDocument(document.id, {
            signedOn: effect.signedOn,
            signerName: effect.signerName,
            signerPost: effect.signerPost,
          });
          break;
        case 'allocateNumber':
          patchDocument(document.id, { documentNo: `安工〔2026〕${nextId++}号` });
          break;
        case 'service':
          patchDocument(document.id, {
            serviceOutcome: effect.outcome,
            servedOn: effect.servedOn,
            dueOn: effect.dueOn,
            serviceMethod: effect.method,
          });
          break;
        case 'publish':
          patchDocument(document.id, { serviceOutcome: 'published', servedOn: effect.publishedOn });
          break;
        case 'reply':
          if (effect.isFormal) patchDocument(document.id, { repliedOn: effect.repliedOn });
          break;
        case 'extend':
          patchDocument(document.id, {
            dueOn: effect.dueOn,
            extensionCount: (document.extensionCount ?? 0) + 1,
          });
          break;
        case 'evaluation':
          patchDocument(document.id, { evaluation: effect.evaluation });
          break;
        case 'replace':
          patchDocument(document.id, { replacedById: draft(effect.kind, effect.values, document.id) });
          break;
        case 'seal':
        case 'void':
        case 'assign':
        case 'version':
          break;
        default:
          applyCase([effect]);
      }
    }
  };

  const applyCase = (effects: readonly CaseEffect[]) => {
    for (const effect of effects) {
      switch (effect.type) {
        case 'state':
          c = {
            ...c,
            stateBeforePause: effect.to === 'C90' ? c.state : c.state === 'C90' ? null : c.stateBeforePause,
            state: effect.to,
          };
          break;
        case 'number':
          c = effect.what === 'clue' ? { ...c, clueNo: '线索1' } : { ...c, caseNo: '案1' };
          break;
        case 'basics':
          c = { ...c, basics: { ...c.basics, ...effect.values } };
          break;
        case 'deadline.start':
          c = { ...c, deadlines: [...c.deadlines, startDeadline(effect)] };
          break;
        case 'deadline.meet':
          c = eachLive(matches(effect), (deadline) => ({ ...deadline, status: 'met', metOn: effect.on }));
          break;
        case 'deadline.cancel':
          c = eachLive(matches(effect), (deadline) => ({ ...deadline, status: 'cancelled' }));
          break;
        case 'deadline.pauseAll':
          c = eachLive(
            () => true,
            (deadline) => ({ ...deadline, status: 'paused' }),
          );
          break;
        case 'deadline.resumeAll':
          c = eachLive(
            () => true,
            (deadline) => ({ ...deadline, status: 'running' }),
          );
          break;
        case 'investigators':
          c = { ...c, investigators: changeInvestigators(c, effect) };
          break;
        case 'findings':
          c = {
            ...c,
            violations: patchItems(
              c,
              effect.items.map(({ id, finding }) => ({ id, finding })),
            ),
          };
          break;
        case 'rectified':
          c = {
            ...c,
            violations: patchItems(
              c,
              effect.items.map(({ id, state }) => ({ id, rectified: state })),
            ),
          };
          break;
        case 'paper':
          draft(effect.kind, effect.values, effect.basedOnId ?? null);
          break;
        case 'document': {
          const document = c.documents.find((known) => known.id === effect.documentId);
          if (document) applyDocument(document, effect.effects);
          break;
        }
        case 'close':
          c = { ...c, closedOn: effect.on };
          break;
        case 'archive':
          c = { ...c, archivedOn: effect.on };
          break;
        case 'reopen':
          c = { ...c, closedOn: null };
          break;
        case 'message':
          messages.push(effect.text);
      }
    }
  };

  const remember = (
    action: string,
    fromState: string,
    values: FieldValues,
    on: CivilDate,
    documentId: number | null,
  ) => {
    const id = c.events.length + 1;
    const entry = {
      id,
      action,
      fromState,
      toState: c.state,
      on,
      at: `${ctx().today}T00:00:00Z`,
      accountName: '王敏',
      documentId,
      values,
    };
    c = { ...c, events: [...c.events, entry] };
  };

  const find = (kind: PaperKind): DocumentData => {
    const document = c.documents.findLast((known) => known.kind === kind);
    if (!document) throw new Error(`no paper ${kind}`);
    return document;
  };

  return { now: () => c, messages, applyCase, applyDocument, remember, find };
}

const matches =
  (effect: { kind: string; documentId?: number }) =>
  (deadline: DeadlineData): boolean =>
    deadline.kind === effect.kind &&
    (effect.documentId === undefined || deadline.documentId === effect.documentId);

function patchItems(
  c: CaseData,
  patches: readonly ({ id: number } & Partial<ViolationData>)[],
): ViolationData[] {
  return c.violations.map((known) => ({ ...known, ...patches.find((patch) => patch.id === known.id) }));
}

function changeInvestigators(
  c: CaseData,
  effect: Extract<CaseEffect, { type: 'investigators' }>,
): CaseData['investigators'] {
  const recused = new Set(effect.recuse.map(({ id }) => id));
  const added = effect.add.flatMap((id) => supervisors.find((person) => person.id === id) ?? []);
  return [
    ...c.investigators.map((person) => ({
      ...person,
      isRecused: person.isRecused || recused.has(person.supervisorId),
    })),
    ...added.map(asInvestigator),
  ];
}
