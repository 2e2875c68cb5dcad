import { formatChinese } from '../kernel/civil-date';
import type { Field, FieldValues } from '../kernel/field';
import { assignNext, nextFields, nextInitial } from './lifecycle-chain';
import { isInOffice, notAfterToday, notBefore, postLabel } from './lifecycle-checks';
import type { DocumentAction, DocumentContext, LeaderData, PaperPolicy, Problem } from './lifecycle-data';
import { dateOf, dayOf, numberOf, textOf } from './lifecycle-values';

/** From draft to sealed letter: 法律审核, 审批签发, 编号, 用印; a record is simply made final. */

const ISSUED_PROFILES = ['letter', 'publicLetter', 'notice'] as const;

const NOTE: Field = { name: 'note', label: '送审说明', kind: 'longText' };

const submitLegalReview: DocumentAction = {
  key: 'submitLegalReview',
  label: '送法律审核',
  profiles: ISSUED_PROFILES,
  from: ['D01'],
  permission: 'case.write',
  needsSoundText: true,
  fields: (_document, ctx, policy) => [...nextFields('D02', ctx, policy), NOTE],
  outcome: (_document, values, ctx) => [
    { type: 'version' },
    { type: 'status', to: 'D02' },
    assignNext('D02', values, ctx),
  ],
};

const passLegalReview: DocumentAction = {
  key: 'passLegalReview',
  label: '法律审核通过',
  profiles: ISSUED_PROFILES,
  from: ['D02'],
  permission: 'case.approve',
  isPrimary: true,
  // The reviewer may have changed the text.
  needsSoundText: true,
  fields: (_document, ctx, policy) => [
    { name: 'reviewer', label: '法律审核人', kind: 'text', isRequired: true, maxLength: 30 },
    { name: 'reviewedOn', label: '审核日期', kind: 'date', isRequired: true },
    { name: 'opinion', label: '审核意见', kind: 'longText', isRequired: true },
    ...nextFields('D03', ctx, policy),
  ],
  initial: (_document, ctx) => ({
    reviewer: ctx.me.name,
    reviewedOn: ctx.today,
    opinion: '经审核，事实依据充分，适用法律适当，文书内容合法，同意送签。',
  }),
  check: (_document, values, ctx) => notAfterToday(values, 'reviewedOn', '审核日期', ctx.today),
  outcome: (_document, values, ctx) => [{ type: 'status', to: 'D03' }, assignNext('D03', values, ctx)],
};

const returnDraft: DocumentAction = {
  key: 'returnDraft',
  label: '退回修改',
  profiles: ISSUED_PROFILES,
  from: ['D02', 'D03'],
  permission: 'case.approve',
  fields: () => [
    { name: 'returnedBy', label: '退回人', kind: 'text', isRequired: true, maxLength: 30 },
    { name: 'reason', label: '修改意见', kind: 'longText', isRequired: true },
  ],
  initial: (_document, ctx) => ({ returnedBy: ctx.me.name }),
  outcome: (document) => [
    { type: 'status', to: 'D01' },
    { type: 'assign', to: document.draftedById },
  ],
};

const submitApproval: DocumentAction = {
  key: 'submitApproval',
  label: '送审批签发',
  profiles: ISSUED_PROFILES,
  from: ['D01'],
  permission: 'case.write',
  isPrimary: true,
  needsSoundText: true,
  fields: (_document, ctx, policy) => [...nextFields('D03', ctx, policy), NOTE],
  guard: (_document, _ctx, policy) => (policy.legalReviewReason === '' ? [] : [policy.legalReviewReason]),
  outcome: (_document, values, ctx) => [
    { type: 'version' },
    { type: 'status', to: 'D03' },
    assignNext('D03', values, ctx),
  ],
};

const signerOf = (values: FieldValues, ctx: DocumentContext): LeaderData | undefined =>
  ctx.leaders.find((leader) => leader.id === numberOf(values, 'signerId'));

const postsText = (posts: readonly string[], ctx: DocumentContext): string =>
  posts.map((post) => postLabel(post, ctx)).join('或者');

function checkSigner(values: FieldValues, ctx: DocumentContext, policy: PaperPolicy): Problem[] {
  const signer = signerOf(values, ctx);
  const signedOn = dateOf(values, 'signedOn');
  if (!signer || signedOn === null) {
    return [{ field: 'signerId', message: '签发人不在领导名册中，请先在“设置”中登记' }];
  }
  if (!isInOffice(signer, signedOn)) {
    return [{ field: 'signerId', message: `${signer.name}在${formatChinese(signedOn)}不在任期内，不能签发` }];
  }
  if (policy.signerPosts !== null && !policy.signerPosts.includes(signer.post)) {
    const posts = postsText(policy.signerPosts, ctx);
    return [
      {
        field: 'signerId',
        message: `应当由${posts}签发，${signer.name}的职务是${postLabel(signer.post, ctx)}（依据：${policy.signerBasis}）`,
      },
    ];
  }
  return [];
}

const approveAndSign: DocumentAction = {
  key: 'approveAndSign',
  label: '审批签发',
  profiles: ISSUED_PROFILES,
  from: ['D03'],
  permission: 'case.sign',
  isPrimary: true,
  needsSoundText: true,
  fields: (_document, ctx, policy) => [
    { name: 'signerId', label: '签发人', kind: 'leader', isRequired: true },
    { name: 'signedOn', label: '签发日期（成文日期）', kind: 'date', isRequired: true },
    {
      name: 'opinion',
      label: '签发意见',
      kind: 'longText',
      isRequired: true,
      placeholder: ctx.leaders.length === 0 ? '请先在“设置”中登记领导名册' : undefined,
    },
    ...nextFields('D04', ctx, policy),
  ],
  initial: (document, ctx) => ({
    signedOn: ctx.today,
    opinion: '同意签发。',
    ...nextInitial('D04', document, ctx),
  }),
  check: (_document, values, ctx, policy) => [
    ...notAfterToday(values, 'signedOn', '签发日期', ctx.today),
    ...checkSigner(values, ctx, policy),
  ],
  outcome: (_document, values, ctx, policy) => {
    const signer = signerOf(values, ctx) as LeaderData;
    const signedOn = dayOf(values, 'signedOn', ctx.today);
    return [
      {
        type: 'freeze',
        signedOn,
        signerId: signer.id,
        signerName: signer.name,
        signerPost: signer.post,
      },
      ...(policy.isNumbered ? [{ type: 'allocateNumber' } as const] : []),
      { type: 'status', to: 'D04' },
      assignNext('D04', values, ctx),
    ];
  },
};

const SEAL_FIELDS: readonly Field[] = [
  { name: 'sealedOn', label: '用印日期', kind: 'date', isRequired: true },
  { name: 'keeper', label: '用印人（印章管理员）', kind: 'text', isRequired: true, maxLength: 30 },
  { name: 'copies', label: '用印份数', kind: 'count', isRequired: true },
  { name: 'registerNo', label: '用印登记号', kind: 'text', maxLength: 40 },
];

const seal: DocumentAction = {
  key: 'seal',
  label: '用印',
  profiles: ISSUED_PROFILES,
  from: ['D04'],
  permission: 'document.seal',
  isPrimary: true,
  fields: () => SEAL_FIELDS,
  // 一式三份: employer, union file, archive or upper union.
  initial: (document, ctx) => ({
    sealedOn: ctx.today,
    copies: 3,
    keeper: ctx.me.id === document.draftedById ? null : ctx.me.name,
  }),
  check: (document, values, ctx) => [
    ...notAfterToday(values, 'sealedOn', '用印日期', ctx.today),
    ...notBefore(values, 'sealedOn', '用印日期', document.signedOn, '签发日期'),
    ...(Number(values.copies) < 1 ? [{ field: 'copies', message: '用印份数至少为 1 份' }] : []),
  ],
  outcome: (_document, values, ctx) => [
    {
      type: 'seal',
      sealedOn: dayOf(values, 'sealedOn', ctx.today),
      keeper: textOf(values, 'keeper'),
      copies: Number(values.copies),
    },
    { type: 'status', to: 'D05' },
    { type: 'assign', to: null },
  ],
};

const finalise: DocumentAction = {
  key: 'finalise',
  label: '定稿',
  isDoneToday: true,
  profiles: ['record'],
  from: ['D01'],
  permission: 'case.write',
  isPrimary: true,
  needsSoundText: true,
  fields: () => [{ name: 'finalisedOn', label: '形成日期', kind: 'date', isRequired: true }],
  initial: (_document, ctx) => ({ finalisedOn: ctx.today }),
  check: (_document, values, ctx) => notAfterToday(values, 'finalisedOn', '形成日期', ctx.today),
  outcome: (_document, values, ctx) => [
    {
      type: 'freeze',
      signedOn: dayOf(values, 'finalisedOn', ctx.today),
      signerId: 0,
      signerName: '',
      signerPost: '',
    },
    { type: 'status', to: 'D11' },
  ],
};

export const DRAFTING_ACTIONS: readonly DocumentAction[] = [
  submitApproval,
  submitLegalReview,
  passLegalReview,
  approveAndSign,
  returnDraft,
  seal,
  finalise,
];
