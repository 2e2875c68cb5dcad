import type { DeadlineEffect, DocumentEffect } from '@shared/domain/papers/lifecycle';
import type { Updateable } from 'kysely';
import type { CommandContext } from '../../ipc/context';
import { applyDeadlineEffect } from '../deadlines/deadlines.service';
import type { DocumentRecord } from './documents.repository';
import type { DocumentTable } from './documents.table';
import { draftDocument } from './drafting';
import { freezePaper } from './freeze';
import type { PaperDesk, PaperModule } from './paper-module';

const isDeadlineEffect = (effect: DocumentEffect): effect is DeadlineEffect =>
  effect.type.startsWith('deadline.');

/** Carries out what was decided about one paper. @returns the columns that change; the caller writes them once */
export async function applyDocumentEffects(
  ctx: CommandContext,
  module: PaperModule,
  desk: PaperDesk,
  document: DocumentRecord,
  effects: readonly DocumentEffect[],
): Promise<Updateable<DocumentTable>> {
  const columns: Updateable<DocumentTable> = {};
  const isNumbered = effects.some((effect) => effect.type === 'allocateNumber');
  for (const effect of effects) {
    if (isDeadlineEffect(effect)) {
      if (document.caseId !== null) {
        await applyDeadlineEffect(ctx, document.caseId, ofDocument(effect, document.id), desk.office);
      }
      continue;
    }
    switch (effect.type) {
      case 'status':
        columns.status = effect.to;
        break;
      case 'assign':
        columns.assignedTo = effect.to;
        break;
      case 'version':
        // Kept by the step itself, which has the filled paper at hand.
        break;
      case 'freeze':
        Object.assign(
          columns,
          await freezePaper(ctx, desk, document, effect, isNumbered),
          replyTerm(document),
        );
        break;
      case 'allocateNumber':
        // Taken with the freeze, so that a number never stands without its text.
        break;
      case 'seal':
        // The 用印登记 is the event itself.
        break;
      case 'service':
        columns.serviceMethod = effect.method;
        columns.serviceOutcome = effect.outcome;
        columns.servedOn = effect.servedOn;
        columns.dueOn = effect.dueOn;
        break;
      case 'publish':
        columns.serviceOutcome = 'published';
        columns.servedOn = effect.publishedOn;
        break;
      case 'reply':
        if (effect.isFormal) columns.repliedOn = effect.repliedOn;
        break;
      case 'extend':
        columns.dueOn = effect.dueOn;
        break;
      case 'evaluation':
        columns.evaluation = effect.evaluation;
        break;
      case 'void':
        break;
      case 'replace': {
        const replacement = await draftDocument(ctx, module, desk, {
          caseId: document.caseId,
          kind: effect.kind,
          basedOnId: document.id,
          employerId: document.employerId,
          preset: effect.values,
        });
        columns.replacedById = replacement.id;
        break;
      }
    }
  }
  return columns;
}

/** A clock that a paper starts or stops is that paper's own. */
function ofDocument(effect: DeadlineEffect, documentId: number): DeadlineEffect {
  return effect.type === 'deadline.pauseAll' || effect.type === 'deadline.resumeAll'
    ? effect
    : { documentId, ...effect };
}

/** The term as printed: what the employer reads is what counts, whatever the rules say later. */
function replyTerm({ values }: DocumentRecord): Updateable<DocumentTable> {
  const { replyN, replyUnit } = values;
  if (typeof replyN !== 'number' || typeof replyUnit !== 'string') return {};
  return { replyN, replyUnit: replyUnit as DocumentTable['replyUnit'] };
}
