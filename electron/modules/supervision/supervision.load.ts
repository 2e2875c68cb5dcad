import { Refusal } from '@shared/contract/result';
import { can } from '@shared/domain/kernel/permissions';
import { type ResolvedRules, resolveRules } from '@shared/domain/kernel/rules';
import type { CaseContext } from '@shared/domain/supervision/case-context';
import type { CaseData, DocumentData, EmployerData } from '@shared/domain/supervision/case-data';
import { violationsOf } from '@shared/domain/supervision/catalogue';
import { listStandings } from '../../platform/accounts/standing';
import { listDeadlines } from '../../platform/deadlines/deadlines.repository';
import {
  type DocumentRecord,
  listDocumentEventsOfCase,
  listDocumentsOfCase,
} from '../../platform/documents/documents.repository';
import type { ReadContext } from '../../platform/documents/paper-module';
import { findEmployer } from '../../platform/employers/employers.repository';
import { loadOffice, type OfficeRules } from '../../platform/settings/office';
import { readEvidenceData } from './supervision.evidence';
import {
  complainantStanding,
  findCaseRow,
  listEvents,
  listInvestigators,
  listResults,
  listViolations,
} from './supervision.repository';
import { listSupervisors } from './supervisors.repository';

type CaseRow = NonNullable<Awaited<ReturnType<typeof findCaseRow>>>;

/** Everything about one case, read once. */
export type LoadedCase = {
  readonly row: CaseRow;
  readonly data: CaseData;
  readonly documents: readonly DocumentRecord[];
  readonly office: OfficeRules;
  readonly context: CaseContext;
};

/** Refuses with NOT_FOUND. */
export async function loadCase(ctx: ReadContext, caseId: number): Promise<LoadedCase> {
  const row = await findCaseRow(ctx.db, caseId);
  if (!row) throw new Refusal('NOT_FOUND', '该案件不存在或已被移除。');
  const office = await loadOffice(ctx.db, ctx.resources, ctx.clock.today());
  const [context, documents] = await Promise.all([
    buildContext(ctx, office),
    listDocumentsOfCase(ctx.db, caseId),
  ]);
  return { row, office, context, documents, data: await assemble(ctx, row, documents, office) };
}

/** What the rules need besides the case. */
export async function buildContext(ctx: ReadContext, office: OfficeRules): Promise<CaseContext> {
  const today = ctx.clock.today();
  const [supervisors, accounts] = await Promise.all([listSupervisors(ctx.db), listStandings(ctx.db, today)]);
  return {
    today,
    calendar: office.calendar,
    rules: office.rules,
    upperRules: upperRulesOf(ctx, office),
    leaders: office.leaders,
    catalogue: office.catalogue,
    supervisors: supervisors.map((supervisor) => ({ ...supervisor, isActive: supervisor.isActive === 1 })),
    unitLevel: 'county',
    roles: ctx.account.roles,
    can: (permission) => can(ctx.account.roles, permission),
    me: { id: ctx.account.id, name: ctx.account.displayName },
    colleagues: accounts.map(({ id, displayName, roles }) => ({
      id,
      name: displayName,
      can: (permission) => can(roles, permission),
    })),
  };
}

/** By the rules below them, which are made anew when the day or the office's own rules change. */
const upperRules = new WeakMap<ResolvedRules, readonly ResolvedRules[]>();

/** The rules as each profile above sees them: of a city's and a province's term the longer one is printed. */
function upperRulesOf(ctx: ReadContext, { rules }: OfficeRules): readonly ResolvedRules[] {
  const known = upperRules.get(rules);
  if (known) return known;
  const above = rules.chain
    .slice(1)
    .map((profile) => resolveRules(ctx.resources.profiles, profile.key, ctx.clock.today()));
  upperRules.set(rules, above);
  return above;
}

async function assemble(
  ctx: ReadContext,
  row: CaseRow,
  documents: readonly DocumentRecord[],
  office: OfficeRules,
): Promise<CaseData> {
  const { db } = ctx;
  const [
    employer,
    standing,
    violations,
    investigators,
    deadlines,
    caseEvents,
    documentEvents,
    results,
    evidence,
  ] = await Promise.all([
    row.employerId === null ? null : findEmployer(db, row.employerId),
    complainantStanding(db, row.id),
    listViolations(db, row.id),
    listInvestigators(db, row.id),
    listDeadlines(db, row.id),
    listEvents(db, row.id),
    listDocumentEventsOfCase(db, row.id),
    listResults(db, row.id),
    readEvidenceData(ctx, row.id),
  ]);
  const names = new Map(
    violationsOf(
      violations.map((violation) => violation.code),
      office.catalogue,
    ).map((type) => [type.code, type.name]),
  );
  const events = [
    ...caseEvents.map((event) => ({
      id: event.place,
      action: event.action,
      fromState: event.fromState,
      toState: event.toState,
      on: event.occurredOn,
      at: event.createdAt,
      accountName: event.accountName,
      documentId: null,
      values: event.values,
    })),
    ...documentEvents.map((event) => ({
      id: event.place,
      action: `document.${event.action}`,
      fromState: event.fromStatus,
      toState: event.toStatus,
      on: event.occurredOn,
      at: event.createdAt,
      accountName: event.accountName,
      documentId: event.documentId,
      values: event.values,
    })),
  ].sort((a, b) => a.id - b.id);
  return {
    id: row.id,
    revision: row.revision,
    caseNo: row.caseNo,
    clueNo: row.clueNo,
    title: row.title,
    state: row.state,
    stateBeforePause: row.stateBeforePause,
    jurisdiction: row.jurisdiction,
    openedOn: row.openedOn,
    closedOn: row.closedOn,
    archivedOn: row.archivedOn,
    handlerName: row.handlerName,
    employer: employer ? toEmployerData(employer) : null,
    basics: row.basics,
    hasComplainant: standing.exists,
    isAnonymous: standing.isAnonymous,
    violations: violations.map((violation) => ({
      ...violation,
      name: names.get(violation.code) ?? violation.code,
    })),
    investigators: investigators.map((person) => ({
      supervisorId: person.supervisorId,
      name: person.name,
      certificateNo: person.certificateNo,
      validFrom: person.validFrom,
      validTo: person.validTo,
      isRecused: person.recusedOn !== null,
    })),
    documents: documents.map((document) =>
      toDocumentData(document, extensionsOf(document.id, documentEvents)),
    ),
    evidence,
    deadlines,
    events,
    results,
  };
}

export function toEmployerData(
  employer: NonNullable<Awaited<ReturnType<typeof findEmployer>>>,
): EmployerData {
  const { id, name, uscc, address, businessAddress, legalRepresentative, contactName, contactPhone } =
    employer;
  const { industry, nature, town, headcount, hasUnion } = employer;
  return {
    id,
    name,
    uscc,
    address,
    businessAddress,
    legalRepresentative,
    contactName,
    contactPhone,
    industry,
    nature,
    town,
    headcount,
    hasUnion,
  };
}

/** The reply term: frozen at signature, until then as it stands in the form. */
export function printedTerm(
  document: Pick<DocumentRecord, 'values'> & {
    replyN?: number | null;
    replyUnit?: DocumentData['replyUnit'];
  },
) {
  const { replyN, replyUnit } = document.values;
  return {
    replyN: document.replyN ?? (typeof replyN === 'number' ? replyN : null),
    replyUnit:
      document.replyUnit ?? (typeof replyUnit === 'string' ? (replyUnit as DocumentData['replyUnit']) : null),
  };
}

type DocumentEvents = Awaited<ReturnType<typeof listDocumentEventsOfCase>>;

const extensionsOf = (documentId: number, events: DocumentEvents): number =>
  events.filter((event) => event.documentId === documentId && event.action === 'extend').length;

export function toDocumentData(document: DocumentRecord, extensionCount = 0): DocumentData {
  return {
    id: document.id,
    kind: document.kind,
    title: document.title,
    addressee: document.addressee,
    documentNo: document.documentNo,
    status: document.status,
    values: document.values,
    draftedBy: document.draftedByName,
    draftedById: document.draftedBy,
    signedOn: document.signedOn,
    signerName: document.signerName,
    signerPost: document.signerPost,
    servedOn: document.servedOn,
    serviceOutcome: document.serviceOutcome,
    serviceMethod: document.serviceMethod,
    ...printedTerm(document),
    dueOn: document.dueOn,
    repliedOn: document.repliedOn,
    evaluation: document.evaluation,
    replacedById: document.replacedById,
    basedOnId: document.basedOnId,
    extensionCount,
    pageCount: document.pageCount,
  };
}
