import { yearOf } from '@shared/domain/kernel/civil-date';
import { formatDocumentNumber } from '@shared/domain/kernel/document-number';
import type { FieldValues } from '@shared/domain/kernel/field';
import type { DeadlineEffect } from '@shared/domain/papers/lifecycle-effect';
import type { CaseEffect } from '@shared/domain/supervision/case-effect';
import { caseStateGroup } from '@shared/domain/supervision/case-state';
import type { CommandContext } from '../../ipc/context';
import { cancelAllDeadlines, refreshNextDue } from '../../platform/deadlines/deadlines.repository';
import { applyDeadlineEffect } from '../../platform/deadlines/deadlines.service';
import { findDocument, updateDocument } from '../../platform/documents/documents.repository';
import { draftDocument } from '../../platform/documents/drafting';
import { applyDocumentEffects } from '../../platform/documents/effects';
import type { PaperDesk, PaperModule } from '../../platform/documents/paper-module';
import { allocateNumber } from '../../platform/numbering/numbering.repository';
import type { OfficeRules } from '../../platform/settings/office';
import {
  assignInvestigator,
  findCaseRow,
  patchOwn,
  patchSpine,
  patchViolation,
  recuseInvestigator,
} from './supervision.repository';

export type EffectTools = {
  readonly office: OfficeRules;
  readonly module: PaperModule;
  /** Opened only when a paper is prepared. */
  readonly desk: () => Promise<PaperDesk>;
};

const isDeadlineEffect = (effect: CaseEffect): effect is DeadlineEffect =>
  effect.type.startsWith('deadline.');

/** Carries out a decision on a case, effect by effect in order, inside the command's transaction. @returns messages to show */
export async function applyCaseEffects(
  ctx: CommandContext,
  caseId: number,
  effects: readonly CaseEffect[],
  tools: EffectTools,
): Promise<{ state: string; messages: string[] }> {
  const messages: string[] = [];
  for (const effect of effects) {
    if (isDeadlineEffect(effect)) await applyDeadlineEffect(ctx, caseId, effect, tools.office);
    else if (effect.type === 'message') messages.push(effect.text);
    else await applyOne(ctx, caseId, effect, tools);
  }
  const row = await requireRow(ctx, caseId);
  return { state: row.state, messages };
}

type OwnEffect = Exclude<CaseEffect, DeadlineEffect | { type: 'message' }>;

async function applyOne(
  ctx: CommandContext,
  caseId: number,
  effect: OwnEffect,
  tools: EffectTools,
): Promise<void> {
  const { tx } = ctx;
  switch (effect.type) {
    case 'state':
      return changeState(ctx, caseId, effect.to);
    case 'number':
      return giveNumber(ctx, caseId, effect.what, tools.office);
    case 'basics':
      return mergeBasics(ctx, caseId, effect.values);
    case 'investigators':
      for (const id of effect.add) await assignInvestigator(tx, caseId, id, ctx.clock.today());
      for (const { id, reason, on } of effect.recuse) await recuseInvestigator(tx, caseId, id, on, reason);
      return;
    case 'findings':
      for (const { id, finding } of effect.items) await patchViolation(tx, caseId, id, { finding });
      return;
    case 'rectified':
      for (const { id, state } of effect.items) await patchViolation(tx, caseId, id, { rectified: state });
      return;
    case 'paper': {
      const desk = await tools.desk();
      await draftDocument(ctx, tools.module, desk, {
        caseId,
        kind: effect.kind,
        basedOnId: effect.basedOnId ?? null,
        preset: effect.values ?? {},
      });
      return;
    }
    case 'document': {
      const document = await findDocument(ctx.db, effect.documentId);
      if (!document) throw new Error(`no document ${effect.documentId}`);
      const columns = await applyDocumentEffects(
        ctx,
        tools.module,
        await tools.desk(),
        document,
        effect.effects,
      );
      await updateDocument(tx, document.id, document.revision, {
        ...columns,
        updatedAt: ctx.clock.now().toISOString(),
      });
      ctx.changed('document', document.id);
      return;
    }
    case 'close':
      await patchSpine(tx, caseId, { stage: 'closed', closedOn: effect.on });
      await patchOwn(tx, caseId, { closeReason: effect.reason });
      return;
    case 'archive':
      await patchSpine(tx, caseId, { stage: 'archived', archivedOn: effect.on });
      await patchOwn(tx, caseId, { archiveNo: String(effect.values.archiveNo ?? '') });
      await cancelAllDeadlines(tx, caseId);
      await refreshNextDue(tx, caseId);
      return;
    case 'reopen':
      await patchSpine(tx, caseId, { stage: 'open', closedOn: null, archivedOn: null });
      await patchOwn(tx, caseId, { closeReason: '' });
      return;
  }
}

async function changeState(
  ctx: CommandContext,
  caseId: number,
  to: Parameters<typeof caseStateGroup>[0],
): Promise<void> {
  const row = await requireRow(ctx, caseId);
  await patchSpine(ctx.tx, caseId, { state: to, stage: caseStateGroup(to) });
  // C90 remembers where to go back to.
  if (to === 'C90') await patchOwn(ctx.tx, caseId, { stateBeforePause: row.state });
  else if (row.state === 'C90') await patchOwn(ctx.tx, caseId, { stateBeforePause: null });
}

async function giveNumber(
  ctx: CommandContext,
  caseId: number,
  what: 'clue' | 'case',
  office: OfficeRules,
): Promise<void> {
  const row = await requireRow(ctx, caseId);
  if ((what === 'clue' ? row.clueNo : row.caseNo) !== '') return;
  const year = yearOf(what === 'clue' ? row.openedOn : ctx.clock.today());
  const pattern =
    office.unit.numbering[what] ??
    office.catalogue.numbering.patterns.find((entry) => entry.key === what)?.pattern;
  if (!pattern) throw new Error(`no numbering pattern ${what}`);
  const n = await allocateNumber(ctx.tx, what, year);
  const text = formatDocumentNumber(pattern, { code: office.unit.issuerCode, year, n });
  await patchSpine(ctx.tx, caseId, what === 'clue' ? { clueNo: text } : { caseNo: text });
}

async function mergeBasics(ctx: CommandContext, caseId: number, values: FieldValues): Promise<void> {
  const row = await requireRow(ctx, caseId);
  await patchOwn(ctx.tx, caseId, ownColumns({ ...row.basics, ...values }));
}

/** The columns beside the JSON that lists and statistics read. */
export function ownColumns(basics: FieldValues) {
  const textOf = (name: string) => (typeof basics[name] === 'string' ? (basics[name] as string) : '');
  const numberOf = (name: string) => (typeof basics[name] === 'number' ? (basics[name] as number) : 0);
  return {
    basics: JSON.stringify(basics),
    source: textOf('source'),
    acceptedOn: textOf('acceptedOn') || null,
    topic: textOf('topicSummary'),
    workerCount: numberOf('workersTotal'),
    amountFen: numberOf('amountFen'),
  };
}

async function requireRow(ctx: CommandContext, caseId: number) {
  const row = await findCaseRow(ctx.db, caseId);
  if (!row) throw new Error(`no case ${caseId}`);
  return row;
}
