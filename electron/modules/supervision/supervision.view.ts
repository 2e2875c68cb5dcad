import type { Output } from '@shared/contract';
import type { DeadlineRow, SupervisionCase } from '@shared/contract/supervision';
import { formatChinese } from '@shared/domain/kernel/civil-date';
import { workdaysLeft } from '@shared/domain/kernel/deadline';
import type { Field } from '@shared/domain/kernel/field';
import { formatYuan } from '@shared/domain/kernel/money';
import { findCaseAction, offersFor } from '@shared/domain/supervision/case-actions';
import type { CaseEvent } from '@shared/domain/supervision/case-data';
import { caseStateLabel, stepsOf } from '@shared/domain/supervision/case-state';
import { caseWarnings } from '@shared/domain/supervision/case-warnings';
import { citationOf, violationsOf } from '@shared/domain/supervision/catalogue';
import { buildDossier } from '@shared/domain/supervision/dossier';
import { limitationsOf } from '@shared/domain/supervision/limitation';
import { openPapers } from '@shared/domain/supervision/open-papers';
import { certificateStanding } from '@shared/domain/supervision/supervisors';
import { listDeadlines } from '../../platform/deadlines/deadlines.repository';
import type { StoredRule } from '../../platform/deadlines/deadlines.service';
import type { ReadContext } from '../../platform/documents/paper-module';
import { toDocumentRow } from '../../platform/documents/rows';
import { publicOptions } from '../../platform/settings/options';
import { documentFrame } from './supervision.documents';
import { withOptions } from './supervision.forms';
import { type LoadedCase, loadCase } from './supervision.load';
import { findRelated } from './supervision.related';
import { describeEvent, fieldLabels } from './supervision.timeline';

/** The case page in one answer. */
export async function readCase(ctx: ReadContext, id: number): Promise<SupervisionCase> {
  const loaded = await loadCase(ctx, id);
  const { row, data, context, office } = loaded;
  const isReadOnly = row.stage === 'archived' || row.deletedAt !== null;
  const deadlines = (await listDeadlines(ctx.db, id)).map((deadline) => toDeadlineRow(deadline, loaded));
  const results = new Map(office.catalogue.options.results.items.map((item) => [item.code, item.label]));
  const offers = offersFor(data, context).map((offer) => ({
    ...offer,
    isGeneral: findCaseAction(offer.key)?.isGeneral ?? false,
    warnings: [],
    fields: withOptions(offer.fields, office.catalogue, data.evidence),
  }));
  const frame = documentFrame(ctx, loaded);
  return {
    id: row.id,
    revision: row.revision,
    caseNo: row.caseNo,
    clueNo: row.clueNo,
    title: row.title,
    state: row.state,
    stateLabel: caseStateLabel(row.state),
    steps: [...stepsOf(row.state, data.events)],
    nextDeadline: soonest(deadlines),
    actions: row.deletedAt !== null ? [] : offers,
    basics: row.basics,
    employerId: row.employerId,
    employerName: data.employer?.name ?? '',
    hasComplainant: data.hasComplainant,
    isAnonymous: data.isAnonymous,
    violations: data.violations.map((violation) => {
      const [type] = violationsOf([violation.code], office.catalogue);
      return {
        ...violation,
        citation: type
          ? type.bases
              .filter((basis) => basis.kind === 'duty')
              .map(citationOf)
              .join('；')
          : '',
      };
    }),
    investigators: data.investigators.map((person) => ({
      supervisorId: person.supervisorId,
      name: person.name,
      certificateNo: person.certificateNo,
      validTo: person.validTo,
      standing: certificateStanding({ ...person, isActive: true }, context.today, office.rules),
      isRecused: person.isRecused,
    })),
    deadlines,
    limitations: [...limitationsOf(data, context)],
    openPapers: [
      ...openPapers(
        data,
        offers.some((offer) => offer.isPrimary && offer.isEnabled),
      ),
    ],
    documents: loaded.documents.map((document) => toDocumentRow(document, frame)),
    timeline: data.events.map((event) => toTimeline(event, loaded)).reverse(),
    results: data.results.map((result) => ({
      ...result,
      kindLabel: results.get(result.kind) ?? result.kind,
    })),
    related: row.employerId === null ? [] : await findRelated(ctx, loaded),
    warnings: [...caseWarnings(data, context)],
    isDeleted: row.deletedAt !== null,
    isReadOnly,
  };
}

export async function readDossier(ctx: ReadContext, caseId: number): Promise<Output<'supervision.dossier'>> {
  const { data, office } = await loadCase(ctx, caseId);
  const { rows, pageCount, missing } = buildDossier(
    data,
    office.catalogue.options['dossier-order'].items,
    office.unit.unitName,
  );
  return { rows: [...rows], pageCount, missing: [...missing] };
}

type StoredDeadline = Awaited<ReturnType<typeof listDeadlines>>[number];

const UNIT_NAMES = { day: '日', workday: '个工作日', month: '个月', year: '年' } as const;

function toDeadlineRow(deadline: StoredDeadline, { office, context }: LoadedCase): DeadlineRow {
  const rule = JSON.parse(deadline.rule) as StoredRule;
  const isLive = deadline.status === 'running' || deadline.status === 'paused';
  return {
    id: deadline.id,
    kind: deadline.kind,
    label: deadline.label,
    ruleText:
      rule.n === null || rule.unit === null
        ? '由经办人设定'
        : `${rule.n}${UNIT_NAMES[rule.unit]}（${rule.origin}）`,
    basis: rule.basis,
    source: rule.source,
    confidence: rule.confidence,
    startEvent: deadline.startEvent,
    startOn: deadline.startOn,
    nominalOn: deadline.nominalOn,
    dueOn: deadline.dueOn,
    skippedText: deadline.skipped,
    status: deadline.status,
    metOn: deadline.metOn,
    daysLeft: isLive ? workdaysLeft(deadline.dueOn, context.today, office.calendar) : null,
    isProjected: deadline.isProjected === 1,
    documentId: deadline.documentId,
  };
}

function soonest(deadlines: readonly DeadlineRow[]): DeadlineRow | null {
  const running = deadlines.filter((deadline) => deadline.status === 'running');
  return running.sort((a, b) => a.dueOn.localeCompare(b.dueOn))[0] ?? null;
}

function toTimeline(event: CaseEvent, loaded: LoadedCase): SupervisionCase['timeline'][number] {
  const { title, detail } = describeEvent(event, loaded);
  const labels = fieldLabels(event, loaded);
  const lists = publicOptions(loaded.office);
  return {
    id: event.id,
    at: event.at,
    on: event.on,
    action: event.action,
    title,
    detail,
    accountName: event.accountName,
    details: Object.entries(event.values)
      .filter(([name, value]) => isTold(labels.get(name), value))
      .map(([name, value]) => ({
        label: labels.get(name)?.label ?? name,
        value: valueText(value, labels.get(name), lists),
      }))
      .slice(0, 40),
  };
}

/** What a reader gains from: ids are told elsewhere, blanks not at all. */
function isTold(field: Field | undefined, value: unknown): boolean {
  if (!field || value === null || value === '' || value === false) return false;
  if (Array.isArray(value) && value.length === 0) return false;
  return !['employer', 'supervisor', 'leader', 'document'].includes(field.kind);
}

function valueText(
  value: unknown,
  field: Field | undefined,
  lists: ReturnType<typeof publicOptions>,
): string {
  const options = field?.options?.length
    ? field.options
    : field?.catalogue
      ? (lists[field.catalogue] ?? [])
      : [];
  const labelOf = (code: unknown) => options.find((option) => option.value === code)?.label ?? String(code);
  if (Array.isArray(value)) {
    return value
      .map((item) =>
        typeof item === 'object' && item !== null
          ? Object.values(item).filter(Boolean).join(' ')
          : labelOf(item),
      )
      .join('、');
  }
  if (value === true) return '是';
  if (field?.kind === 'money' && typeof value === 'number') return `${formatYuan(value)} 元`;
  if (field?.kind === 'date' && typeof value === 'string') return formatChinese(value);
  return labelOf(value);
}
