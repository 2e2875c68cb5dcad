import type { CivilDate } from '@shared/domain/kernel/civil-date';
import type { FieldValues } from '@shared/domain/kernel/field';
import {
  findCaseAction as actionOf,
  type CaseDecision,
  decideCase,
} from '@shared/domain/supervision/case-actions';
import type { CaseContext } from '@shared/domain/supervision/case-context';
import type { CaseData, DeadlineData, DocumentData } from '@shared/domain/supervision/case-data';
import { decidePaper, paperOffers as paperOffersOf } from '@shared/domain/supervision/document-hooks';
import type { PaperKind } from '@shared/domain/supervision/paper-kinds';
import { createCaseFile } from './case-file';
import { filled } from './fill';
import { ACCEPT, CLUE, context } from './samples';

export type World = {
  ctx(): CaseContext;
  c(): CaseData;
  messages: readonly string[];
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
  let today = contextOver.today ?? '2026-08-03';
  const ctx = () => context({ ...contextOver, today });
  const { now, messages, applyCase, applyDocument, remember, find } = createCaseFile(initial, ctx);

  const decideAct = (key: string, over: FieldValues) => {
    const action = actionOf(key);
    const fields = action?.fields(now(), ctx()) ?? [];
    return decideCase(now(), key, filled(fields, action?.initial?.(now(), ctx()) ?? {}, over, today), ctx());
  };

  const decideStep = (kind: PaperKind, action: string, over: FieldValues) => {
    const document = find(kind);
    const offer = paperOffersOf(document, now(), ctx()).find((known) => known.key === action);
    const values = filled(offer?.fields ?? [], offer?.initial ?? {}, over, today);
    return { document, values, decision: decidePaper(document, action, values, now(), ctx()) };
  };

  const paper: World['paper'] = (kind, action, over = {}) => {
    const { document, decision } = decideStep(kind, action, over);
    if (!decision.ok) throw new Error(`${kind}.${action}: ${decision.message}`);
    const from = now().state;
    applyDocument(document, decision.effects);
    applyCase(decision.caseEffects);
    remember(`document.${action}`, from, decision.values, decision.on, document.id);
  };

  return {
    ctx,
    c: now,
    messages,
    goTo: (day) => {
      today = day;
    },
    act: (key, over = {}) => {
      const decision = decideAct(key, over);
      if (!decision.ok) throw new Error(`${key}: ${decision.message}`);
      const from = now().state;
      applyCase(decision.effects);
      remember(key, from, decision.values, decision.on, null);
    },
    tryAct: (key, over = {}) => decideAct(key, over),
    paper,
    tryPaper: (kind, action, over = {}) => decideStep(kind, action, over).decision,
    issue: (kind, over = {}) => {
      const needsReview = paperOffersOf(find(kind), now(), ctx()).some(
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
    deadline: (kind) => now().deadlines.findLast((deadline) => deadline.kind === kind),
  };
}

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
