import type { ChannelName, Input, Output } from '@shared/contract';
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

/** Takes one step of a case through the ordinary channels. */
export async function takeStep(call: Call, caseId: number, step: StoryStep, ground: Ground): Promise<void> {
  if (step.case !== undefined) await takeCaseStep(call, caseId, step.case, step.values ?? {}, ground);
  else await takePaperStep(call, caseId, step.paper, step.action, step.values ?? {}, ground);
}

async function takeCaseStep(call: Call, caseId: number, action: string, told: Told, ground: Ground) {
  const { actions, revision } = await call('supervision.case.get', { id: caseId });
  const offer = actions.find(({ key }) => key === action);
  if (!offer?.isEnabled)
    throw new NotOffered(`${action} is not offered: ${offer?.reason ?? 'no such button'}`);
  const values = fillIn(offer.initial, told, ground);
  await call('supervision.case.act', { id: caseId, revision, action, values });
}

async function takePaperStep(
  call: Call,
  caseId: number,
  kind: string,
  action: string,
  told: Told,
  ground: Ground,
) {
  const papers = async () =>
    (await call('supervision.case.get', { id: caseId })).documents.filter(
      (paper) => (kind === '*' || paper.kind === kind) && paper.status !== 'D99',
    );
  if (action === 'finaliseAll') {
    for (const { id, status } of await papers()) {
      if (status !== 'D01') continue;
      const { actions } = await call('documents.get', { id });
      if (actions.some(({ key }) => key === 'finalise')) await actOnPaper(call, id, 'finalise', told, ground);
    }
    return;
  }
  const latest = (await papers()).at(-1);
  const id =
    action === 'create' || !latest
      ? (await call('documents.create', { caseId, kind, basedOnId: null })).id
      : latest.id;
  if (action !== 'create') await actOnPaper(call, id, action, told, ground);
}

async function actOnPaper(call: Call, id: number, action: string, told: Told, ground: Ground) {
  const { actions, document } = await call('documents.get', { id });
  const offer = actions.find(({ key }) => key === action);
  if (!offer?.isEnabled) {
    throw new NotOffered(`${document.kind} ${action} is not offered: ${offer?.reason ?? 'no such button'}`);
  }
  const values = fillIn(offer.initial, told, ground);
  await call('documents.act', { id, revision: document.revision, action, values });
}
