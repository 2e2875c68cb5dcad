import type { ChannelName, Input, Output } from '@shared/contract';
import type { DocumentRow } from '@shared/contract/documents';
import { addDays, type CivilDate } from '@shared/domain/kernel/civil-date';
import type { FieldValue, FieldValues } from '@shared/domain/kernel/field';

/**
 * A case as data: what is done on which day, by the names a page would use. Places in the values stand for what is only
 * known while the story is told: {"$day": n} is n days after the first, {"$supervisor": n} and {"$leader": n} are places
 * in the registers, {"$each": {…}} fills every row a form opens with. finaliseAll takes
 * each draft of a kind, or of any kind ("*"), that is kept and not sent.
 */
export type StoryStep = {
  readonly day: number;
  readonly values?: Told;
} & (
  | { readonly case: string; readonly paper?: undefined; readonly action?: undefined }
  | { readonly case?: undefined; readonly paper: string; readonly action: string }
);

export type Told = { readonly [name: string]: ToldValue };
type ToldValue =
  | string
  | number
  | boolean
  | null
  | readonly ToldValue[]
  | { readonly [key: string]: ToldValue };

/** What the places in a story stand for. */
export type Ground = {
  readonly firstDay: CivilDate;
  readonly supervisors: readonly number[];
  readonly leaders: readonly number[];
};

/** A call as a page makes it; a refusal is thrown. */
export type Call = <C extends ChannelName>(channel: C, input: Input<C>) => Promise<Output<C>>;

/** The step is not possible yet, e.g. because a term that passes over holidays has not ended. */
export class NotOffered extends Error {}

/** Values with every place filled in. */
export function tell<T = FieldValues>(told: unknown, ground: Ground): T {
  return resolve(told, ground) as T;
}

function resolve(told: unknown, ground: Ground): unknown {
  if (Array.isArray(told)) return told.map((item) => resolve(item, ground));
  if (typeof told !== 'object' || told === null) return told;
  const place = told as Readonly<Record<string, unknown>>;
  if ('$day' in place) return addDays(ground.firstDay, Number(place.$day));
  if ('$supervisor' in place) return ground.supervisors[Number(place.$supervisor)];
  if ('$leader' in place) return ground.leaders[Number(place.$leader)];
  return Object.fromEntries(Object.entries(place).map(([name, value]) => [name, resolve(value, ground)]));
}

/** What a form holds after the story has filled it in: what it opened with, and the told values on top. */
export function fillIn(initial: FieldValues, told: Told, ground: Ground): FieldValues {
  const filled: Record<string, FieldValue> = { ...initial };
  for (const [name, value] of Object.entries(told)) {
    const each = eachOf(value);
    filled[name] = each
      ? (rowsOf(initial[name]).map((row) => ({ ...row, ...tell<FieldValues>(each, ground) })) as FieldValue)
      : tell<FieldValue>(value, ground);
  }
  return filled;
}

const eachOf = (value: ToldValue): Told | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && '$each' in value
    ? ((value as { $each: Told }).$each ?? null)
    : null;

const rowsOf = (value: FieldValue | undefined): readonly Readonly<Record<string, FieldValue>>[] =>
  Array.isArray(value) ? (value as readonly Readonly<Record<string, FieldValue>>[]) : [];

/** Takes the steps of one case, one by one, through the ordinary channels. */
export type Teller = (step: StoryStep) => Promise<void>;

export function createTeller(call: Call, caseId: number, ground: Ground): Teller {
  // The papers of the case by kind, read again after each step of the case: those may make papers.
  let papers: readonly DocumentRow[] | null = null;
  const readPapers = async () => {
    papers ??= (await call('supervision.case.get', { id: caseId })).documents;
    return papers.filter((paper) => paper.status !== 'D99');
  };

  const takeCaseStep = async (action: string, told: Told) => {
    papers = null;
    const { actions, revision } = await call('supervision.case.get', { id: caseId });
    const offer = actions.find(({ key }) => key === action);
    if (!offer?.isEnabled) throw new NotOffered(`${action}: ${offer?.reason ?? 'no such button'}`);
    const values = fillIn(offer.initial, told, ground);
    await call('supervision.case.act', { id: caseId, revision, action, values });
  };

  const takePaperStep = async (kind: string, action: string, told: Told) => {
    if (action === 'finaliseAll') {
      papers = null;
      for (const paper of await readPapers()) {
        if (paper.status === 'D01' && (kind === '*' || paper.kind === kind)) await finalise(paper.id, told);
      }
      return;
    }
    const latest = (await readPapers()).filter((paper) => paper.kind === kind).at(-1);
    if (action !== 'create' && latest) return actOnPaper(latest.id, action, told);
    papers = null;
    const { id } = await call('documents.create', { caseId, kind, basedOnId: null });
    if (action !== 'create') await actOnPaper(id, action, told);
  };

  const actOnPaper = async (id: number, action: string, told: Told) => {
    const { actions, document } = await call('documents.get', { id });
    const offer = actions.find(({ key }) => key === action);
    if (!offer?.isEnabled) {
      throw new NotOffered(`${document.kind} ${action}: ${offer?.reason ?? 'no such button'}`);
    }
    const values = fillIn(offer.initial, told, ground);
    await call('documents.act', { id, revision: document.revision, action, values });
  };

  /** Drafts of letters stay drafts: they are sent or dropped, not kept. */
  const finalise = async (id: number, told: Told) => {
    try {
      await actOnPaper(id, 'finalise', told);
    } catch (error) {
      if (!(error instanceof NotOffered)) throw error;
    }
  };

  return (step) =>
    step.case === undefined
      ? takePaperStep(step.paper, step.action, step.values ?? {})
      : takeCaseStep(step.case, step.values ?? {});
}

/** One step on its own. */
export const takeStep = (call: Call, caseId: number, step: StoryStep, ground: Ground): Promise<void> =>
  createTeller(call, caseId, ground)(step);
