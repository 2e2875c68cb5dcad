import type { CivilDate } from '@shared/domain/kernel/civil-date';
import { addDays } from '@shared/domain/kernel/civil-date';
import { computeDeadline } from '@shared/domain/kernel/deadline';
import type { Field, FieldValue, FieldValues } from '@shared/domain/kernel/field';
import { resolveRules } from '@shared/domain/kernel/rules';
import type { DocumentEffect } from '@shared/domain/papers/lifecycle';
import {
  findCaseAction as actionOf,
  type CaseDecision,
  decideCase,
} from '@shared/domain/supervision/case-actions';
import type { CaseContext, SupervisorData } from '@shared/domain/supervision/case-context';
import type {
  CaseData,
  DeadlineData,
  DocumentData,
  ViolationData,
} from '@shared/domain/supervision/case-data';
import type { CaseEffect } from '@shared/domain/supervision/case-effect';
import type { CaseState } from '@shared/domain/supervision/case-state';
import { decidePaper, paperOffers as paperOffersOf } from '@shared/domain/supervision/document-hooks';
import { letterTerm } from '@shared/domain/supervision/letter-term';
import { type PaperKind, paperLabel } from '@shared/domain/supervision/paper-kinds';
import { shipped } from '../kernel/shipped-calendars';
import { loadCatalogue, loadProfiles } from '../resources/load';

/** A case in memory: the service's transaction as a small reducer over the pure decisions. */

export const catalogue = loadCatalogue();
const profiles = [...loadProfiles().values()];

export const supervisors: readonly SupervisorData[] = [
  supervisor(1, '陈静', '浙监001'),
  supervisor(2, '林涛', '浙监002'),
  supervisor(3, '周洁', '浙监003'),
  { ...supervisor(4, '过期', '浙监004'), validTo: '2026-01-31' },
  { ...supervisor(5, '未到', '浙监005'), validFrom: '2027-01-01' },
  { ...supervisor(6, '离任', '浙监006'), isActive: false },
];

function supervisor(id: number, name: string, certificateNo: string): SupervisorData {
  return {
    id,
    name,
    unit: '安溪县总工会',
    certificateNo,
    validFrom: '2024-01-01',
    validTo: '2028-12-31',
    isActive: true,
  };
}

export function context(over: Partial<CaseContext> & { jurisdiction?: string } = {}): CaseContext {
  const { jurisdiction = 'zhejiang', ...rest } = over;
  const today = rest.today ?? '2026-09-10';
  return {
    today,
    calendar: shipped,
    rules: resolveRules(profiles, jurisdiction, today),
    leaders: [
      { id: 1, name: '李主席', post: 'chair', validFrom: '2024-01-01', validTo: null },
      { id: 2, name: '王副主席', post: 'vice_chair', validFrom: '2024-01-01', validTo: '2026-12-31' },
      { id: 3, name: '赵部长', post: 'department_head', validFrom: '2024-01-01', validTo: null },
    ],
    supervisors,
    unitLevel: 'county',
    roles: ['clerk'],
    catalogue,
    can: () => true,
    ...rest,
  };
}

/** Rules of a profile with some of them changed, for places the shipped files do not show. */
export function rulesWith(
  jurisdiction: string,
  changed: Readonly<Record<string, boolean | number | string | readonly string[] | null>>,
) {
  const resolved = resolveRules(profiles, jurisdiction, '2026-09-10');
  const rules = { ...resolved.rules };
  for (const [key, value] of Object.entries(changed)) {
    const old = rules[key];
    if (value === null) delete rules[key];
    else {
      rules[key] = {
        ...(old ?? (rules['supervision.minInvestigators'] as NonNullable<typeof old>)),
        kind: 'value',
        value,
      } as NonNullable<typeof old>;
    }
  }
  return { ...resolved, rules };
}

export const item = (over: Partial<ViolationData> = {}): ViolationData => ({
  id: 11,
  code: 'V13',
  name: '未付或者少付加班费',
  fact: '2026年6月至8月部分岗位加班工资核算基数不明确',
  workerCount: 20,
  amountFen: 1_000_000,
  evidence: '工资表',
  demand: '请按法定标准核算并补发',
  demandDueOn: null,
  finding: 'pending',
  rectified: 'pending',
  ...over,
});

export const employer: NonNullable<CaseData['employer']> = {
  id: 7,
  name: '安溪湾精工机械有限公司',
  uscc: '91330000MA0000000X',
  address: '工业路1号',
  businessAddress: '工业路1号',
  legalRepresentative: '郑某',
  contactName: '',
  contactPhone: '',
  industry: 'C',
  nature: 'private',
  town: '城关镇',
  headcount: 120,
  hasUnion: 'no',
};

export const caseData = (over: Partial<CaseData> = {}): CaseData => ({
  id: 1,
  revision: 1,
  caseNo: '',
  clueNo: '',
  title: '精工机械 · 加班费',
  state: 'C01',
  stateBeforePause: null,
  jurisdiction: 'zhejiang',
  openedOn: '2026-08-03',
  closedOn: null,
  archivedOn: null,
  handlerName: '王敏',
  employer,
  basics: { otherProcedure: 'no', receivedOn: '2026-08-03', workersTotal: 20 },
  hasComplainant: true,
  isAnonymous: false,
  violations: [item(), item({ id: 12, code: 'V21', name: '超时加班' })],
  investigators: [],
  documents: [],
  deadlines: [],
  events: [],
  results: [],
  ...over,
});

export const investigators: CaseData['investigators'] = supervisors.slice(0, 2).map((person) => ({
  supervisorId: person.id,
  name: person.name,
  certificateNo: person.certificateNo,
  validFrom: person.validFrom,
  validTo: person.validTo,
  isRecused: false,
}));

export const documentData = (over: Partial<DocumentData> = {}): DocumentData => ({
  id: 101,
  kind: 'reminderLetter',
  title: '工会劳动法律监督提示函',
  addressee: employer.name,
  documentNo: '',
  status: 'D01',
  values: {},
  draftedBy: '王敏',
  signedOn: null,
  signerName: '',
  signerPost: '',
  servedOn: null,
  serviceOutcome: null,
  serviceMethod: '',
  replyN: 15,
  replyUnit: 'day',
  dueOn: null,
  repliedOn: null,
  evaluation: null,
  replacedById: null,
  pageCount: 2,
  ...over,
});

export const event = (
  action: string,
  values: FieldValues = {},
  over: Partial<CaseData['events'][number]> = {},
): CaseData['events'][number] => ({
  id: 1,
  action,
  fromState: 'C08',
  toState: 'C08',
  on: '2026-08-20',
  at: '2026-08-20T02:00:00Z',
  accountName: '王敏',
  documentId: null,
  values,
  ...over,
});

/** Something plausible for every required field the test does not care about. */
export function filled(
  fields: readonly Field[],
  initial: FieldValues,
  over: FieldValues,
  today: CivilDate,
): FieldValues {
  const values: Record<string, FieldValue> = { ...initial, ...over };
  for (const field of fields) {
    if (!field.isRequired || !isEmpty(values[field.name])) continue;
    values[field.name] = anyValue(field, today);
  }
  return values;
}

const isEmpty = (value: FieldValue | undefined): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function anyValue(field: Field, today: CivilDate): FieldValue {
  const first = field.options?.[0]?.value ?? 'x';
  switch (field.kind) {
    case 'date':
      return today;
    case 'time':
      return '09:00';
    case 'count':
    case 'money':
    case 'employer':
    case 'supervisor':
    case 'leader':
      return 1;
    case 'flag':
      return true;
    case 'select':
      return first;
    case 'multiSelect':
      return [first];
    case 'rows':
      return [];
    default:
      return '文字';
  }
}

export type World = {
  ctx(): CaseContext;
  c(): CaseData;
  messages: string[];
  goTo(today: CivilDate): void;
  /** Acts and expects it to be done. */
  act(key: string, over?: FieldValues): void;
  tryAct(key: string, over?: FieldValues): CaseDecision;
  /** A step of the newest paper of this kind. */
  paper(kind: PaperKind, action: string, over?: FieldValues): void;
  tryPaper(kind: PaperKind, action: string, over?: FieldValues): ReturnType<typeof decidePaper>;
  /** Draft to sealed, with legal review. */
  issue(kind: PaperKind, over?: FieldValues): void;
  find(kind: PaperKind): DocumentData;
  deadline(kind: string): DeadlineData | undefined;
};

/** A case that lives: decisions are applied as the service would. */
export function createWorld(initial: CaseData, contextOver: Parameters<typeof context>[0] = {}): World {
  let c = initial;
  let today = contextOver.today ?? '2026-08-03';
  let nextId = 1000;
  const messages: string[] = [];
  const ctx = () => context({ ...contextOver, today });

  const startDeadline = (effect: Extract<CaseEffect, { type: 'deadline.start' }>): DeadlineData => {
    const rule =
      effect.n !== undefined && effect.unit
        ? { n: effect.n, unit: effect.unit }
        : ctx().rules.rules[effect.ruleKey];
    const computed =
      effect.dueOn === undefined && rule && 'n' in rule
        ? computeDeadline({ rule, startOn: effect.startOn, calendar: shipped })
        : { nominalOn: effect.dueOn ?? today, dueOn: effect.dueOn ?? today };
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
      at: `${today}T00:00:00Z`,
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

  const decideAct = (key: string, over: FieldValues) => {
    const action = actionOf(key);
    const fields = action?.fields(c, ctx()) ?? [];
    return decideCase(c, key, filled(fields, action?.initial?.(c, ctx()) ?? {}, over, today), ctx());
  };

  const decideStep = (kind: PaperKind, action: string, over: FieldValues) => {
    const document = find(kind);
    const offer = paperOffersOf(document, c, ctx()).find((known) => known.key === action);
    const values = filled(offer?.fields ?? [], offer?.initial ?? {}, over, today);
    return { document, values, decision: decidePaper(document, action, values, c, ctx()) };
  };

  const paper: World['paper'] = (kind, action, over = {}) => {
    const { document, decision } = decideStep(kind, action, over);
    if (!decision.ok) throw new Error(`${kind}.${action}: ${decision.message}`);
    const from = c.state;
    applyDocument(document, decision.effects);
    applyCase(decision.caseEffects);
    remember(`document.${action}`, from, decision.values, decision.on, document.id);
  };

  return {
    ctx,
    c: () => c,
    messages,
    goTo: (day) => {
      today = day;
    },
    act: (key, over = {}) => {
      const decision = decideAct(key, over);
      if (!decision.ok) throw new Error(`${key}: ${decision.message}`);
      const from = c.state;
      applyCase(decision.effects);
      remember(key, from, decision.values, decision.on, null);
    },
    tryAct: (key, over = {}) => decideAct(key, over),
    paper,
    tryPaper: (kind, action, over = {}) => decideStep(kind, action, over).decision,
    issue: (kind, over = {}) => {
      const needsReview = paperOffersOf(find(kind), c, ctx()).some(
        (offer) => offer.key === 'submitApproval' && offer.reason.includes('法律审核'),
      );
      if (needsReview) {
        paper(kind, 'submitLegalReview');
        paper(kind, 'passLegalReview');
      } else paper(kind, 'submitApproval');
      paper(kind, 'approveAndSign', { signerId: 1, ...over });
      paper(kind, 'seal', { keeper: '印章管理员' });
    },
    find,
    deadline: (kind) => c.deadlines.findLast((deadline) => deadline.kind === kind),
  };
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
    ...added.map((person) => ({
      supervisorId: person.id,
      name: person.name,
      certificateNo: person.certificateNo,
      validFrom: person.validFrom,
      validTo: person.validTo,
      isRecused: false,
    })),
  ];
}

/** Values of the registration of an ordinary clue. */
export const CLUE: FieldValues = {
  source: '01',
  clueKind: 'complaint',
  receivedOn: '2026-08-03',
  receiver: '王敏',
  urgency: 'normal',
  employerId: 7,
  employmentForm: 'direct',
  topicSummary: '部分车间超时加班，加班费核算不明',
  workersTotal: 20,
  facts: '6月至8月每日工作超过十小时',
  requests: '补发加班费',
  otherProcedure: 'no',
};

/** Accepted on 2026-08-05 by two supervisors. */
export const ACCEPT: FieldValues = {
  supervisorA: 1,
  supervisorB: 2,
  hasNoConflictA: true,
  hasNoConflictB: true,
  departmentHead: '赵部长',
};

/** A state of the case with what a case in that state usually has. */
export const inState = (state: CaseState, over: Partial<CaseData> = {}): CaseData =>
  caseData({ state, clueNo: '线索1', caseNo: '案1', investigators, ...over });

export const later = (date: CivilDate, days: number): CivilDate => addDays(date, days);

/** From registration to the deliberation, days of 2026. */
export function investigated(world: World): void {
  world.act('register', CLUE);
  world.goTo('2026-08-04');
  world.act('startReview');
  world.goTo('2026-08-05');
  world.act('accept', ACCEPT);
  world.act('startTalk');
  world.goTo('2026-08-10');
  world.act('recordTalk', { result: 'failed' });
  world.act('startInvestigation');
  world.goTo('2026-08-20');
  world.act('recordInvestigation', { hasShownCertificates: true, isEveryPageSigned: true, timeTo: '11:00' });
  world.act('submitReport');
  world.goTo('2026-08-25');
}
