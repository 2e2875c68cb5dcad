import type { Field, FieldValues } from '../kernel/field';
import type { Permission } from '../kernel/permissions';
import type { DocumentContext, LifecycleDocument, PaperPolicy } from './lifecycle-data';
import type { DocumentEffect } from './lifecycle-effect';
import { numberOf, textOf } from './lifecycle-values';

/** 拟稿 → 审核 → 签发 → 编号 → 用印: whose turn it is, and who may still change the text. */

/** States of the chain in which a paper waits for somebody, and the right that is asked for. */
export const WAITING_STATES = { D02: 'case.approve', D03: 'case.sign', D04: 'document.seal' } as const;
export type WaitingState = keyof typeof WAITING_STATES;

export const isWaitingState = (status: string): status is WaitingState => status in WAITING_STATES;

/** What a paper in this state is waiting for, in the words of a to-do entry. */
export const WAITING_LABELS = { D01: '拟稿人修改', D02: '法律审核', D03: '审批签发', D04: '用印' } as const;

const EDITORS: Readonly<Record<string, Permission>> = {
  D01: 'case.write',
  D02: 'case.approve',
  D03: 'case.sign',
};

/** Who may change the text in this state: the drafter, then the reviewer, then the signer; null: nobody any more. */
export const editPermission = (status: string): Permission | null => EDITORS[status] ?? null;

const able = (state: WaitingState, ctx: DocumentContext) =>
  ctx.colleagues.filter((colleague) => colleague.can(WAITING_STATES[state]));

const NEXT_LABELS: Readonly<Record<WaitingState, string>> = {
  D02: '送交哪位审核',
  D03: '送交哪位签发',
  D04: '交哪位用印',
};

const RESTRICTED_HELP =
  '文书含反映人信息，须指定一人：只有这个人和代理其工作的人能够打开，每次打开都记入操作日志。';

/** Names the next person, who must be named where the paper opens to that person only; not asked where only one can be meant. */
export function nextFields(
  state: WaitingState,
  ctx: DocumentContext,
  { isRestricted }: Pick<PaperPolicy, 'isRestricted'>,
): readonly Field[] {
  const people = able(state, ctx);
  if (people.length < 2) return [];
  return [
    {
      name: 'nextId',
      label: NEXT_LABELS[state],
      kind: 'select',
      options: people.map(({ id, name }) => ({ value: String(id), label: name })),
      ...(isRestricted
        ? { isRequired: true, help: RESTRICTED_HELP }
        : { placeholder: '不指定，有权限的人员都会收到待办' }),
    },
  ];
}

/** The seal usually goes back to whoever wrote the paper. */
export function nextInitial(
  state: WaitingState,
  document: LifecycleDocument,
  ctx: DocumentContext,
): FieldValues {
  const people = able(state, ctx);
  const isDrafterAble = people.some(({ id }) => id === document.draftedById);
  return state === 'D04' && people.length > 1 && isDrafterAble
    ? { nextId: String(document.draftedById) }
    : {};
}

/** Puts the paper on the list of the person named, of the only one who can, or of all who can (null). */
export function assignNext(state: WaitingState, values: FieldValues, ctx: DocumentContext): DocumentEffect {
  const people = able(state, ctx);
  const named = people.find(({ id }) => String(id) === textOf(values, 'nextId'));
  const only = people.length === 1 ? people[0] : undefined;
  return { type: 'assign', to: (named ?? only)?.id ?? null };
}

/** One person in two parts of the chain: allowed, said, and kept with the step. */
export function chainWarnings(
  document: LifecycleDocument,
  actionKey: string,
  values: FieldValues,
  ctx: DocumentContext,
): readonly string[] {
  const texts: string[] = [];
  if (actionKey === 'approveAndSign') {
    const signer = ctx.leaders.find((leader) => leader.id === numberOf(values, 'signerId'));
    if (signer?.name === document.draftedBy) texts.push(`拟稿人和签发人都是${signer.name}，请确认`);
    else if (isSelfSigned(document, ctx)) texts.push('您是本文书的拟稿人，现又由您办理签发，请确认');
  }
  if (actionKey === 'seal' && textOf(values, 'keeper') === document.draftedBy) {
    texts.push(`拟稿人和用印人都是${document.draftedBy}，请确认`);
  }
  return texts;
}

/** In an office of one there is nobody else to ask. */
const isSelfSigned = (document: LifecycleDocument, ctx: DocumentContext): boolean =>
  document.draftedById === ctx.me.id && able('D03', ctx).some(({ id }) => id !== ctx.me.id);
