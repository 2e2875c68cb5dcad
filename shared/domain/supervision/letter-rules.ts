import type { RuleUnit } from '../kernel/rule-profile';
import type { LifecycleDocument, PaperPolicy } from '../papers/lifecycle-data';
import type { CaseContext } from './case-context';
import type { CaseData, ViolationData } from './case-data';
import { block, type LetterFinding, warn } from './letter-finding';
import { investigationFindings, itemFindings } from './letter-items';
import { isTooShort, REPLY_RULES } from './letter-term';
import { draftsOf, lastEvent, paperOf } from './letters';
import { opinionReasons, recommendationReasons } from './measures';
import {
  COMPLAINANT_PAPERS,
  isEmployerLetter,
  isPaperKind,
  isRestrictedPaper,
  PAPER_LIFECYCLE,
  type PaperKind,
  paperLabel,
} from './paper-kinds';
import { departmentsFor } from './routing';
import { basisOf, codeRule, countRule, flagRule, periodRule, periodText, sourceOf } from './rule-access';

/** Items a letter speaks of: the established ones, or while none is, those not yet judged. */
export function letterItems(c: CaseData): readonly ViolationData[] {
  const established = c.violations.filter((item) => item.finding === 'established');
  return established.length > 0 ? established : c.violations.filter((item) => item.finding === 'pending');
}

/** Checks of the one-letter-two-documents kinds; other papers have none. */
export function letterFindings(
  document: LifecycleDocument,
  c: CaseData | null,
  ctx: CaseContext,
): readonly LetterFinding[] {
  const general = [...termFindings(document, ctx), ...publicFindings(document, ctx)];
  if (c === null) return general;
  if (isEmployerLetter(document.kind)) {
    return [
      ...general,
      ...addresseeFindings(document, c),
      ...itemFindings(letterItems(c), ctx),
      ...(document.kind === 'opinionLetter' ? opinionFindings(c, ctx) : reminderFindings(c, ctx)),
      ...sharedWarnings(document, c, ctx),
    ];
  }
  if (document.kind === 'recommendationLetter') {
    return [
      ...itemFindings(letterItems(c), ctx),
      ...recommendationFindings(document, c, ctx),
      ...smallGroup(c, ctx),
    ];
  }
  return general;
}

const UNITS: readonly string[] = ['day', 'workday', 'month', 'year'] satisfies RuleUnit[];

/** Reply term of the paper; of a draft as it stands on the form. */
function printedTerm(document: LifecycleDocument): { n: number; unit: RuleUnit } | null {
  const n = document.replyN ?? document.values.replyN;
  const unit = document.replyUnit ?? document.values.replyUnit;
  if (typeof n !== 'number' || n < 1 || typeof unit !== 'string' || !UNITS.includes(unit)) return null;
  return { n, unit: unit as RuleUnit };
}

function termFindings(document: LifecycleDocument, ctx: CaseContext): LetterFinding[] {
  if (REPLY_RULES[document.kind] === undefined) return [];
  const printed = printedTerm(document);
  if (printed === null) return [block('reply.missing', '请填写答复期限', '', 'replyN')];
  const least = isTooShort(printed, document.kind, ctx);
  if (least === null) return [];
  return [
    block(
      'reply.short',
      `答复期限${periodText(printed)}短于规定的${periodText(least)}（依据：${least.basis}）`,
      periodText(printed),
      'replyN',
    ),
  ];
}

function publicFindings(document: LifecycleDocument, ctx: CaseContext): LetterFinding[] {
  if (document.kind !== 'publicReminder') return [];
  const basis = basisOf(ctx.rules, 'supervision.publicReminderAllowed');
  if (!flagRule(ctx.rules, 'supervision.publicReminderAllowed')) {
    return [block('public.notAllowed', `当前规则方案不允许发布公开提示函${basis}`)];
  }
  return ctx.unitLevel === 'grassroots'
    ? [block('public.level', `公开提示函由县级以上地方总工会发布${basis}`)]
    : [];
}

function addresseeFindings(document: LifecycleDocument, c: CaseData): LetterFinding[] {
  if (c.employer === null) return [block('addressee.missing', '尚未确定被监督单位', '', 'addressee')];
  if (document.addressee === c.employer.name) return [];
  return [
    block(
      'addressee.name',
      `主送单位应当与登记名称一致：${c.employer.name}`,
      document.addressee,
      'addressee',
    ),
  ];
}

function opinionFindings(c: CaseData, ctx: CaseContext): LetterFinding[] {
  return [
    ...opinionReasons(c, ctx).map((message) => block('opinion.order', message)),
    ...investigationFindings(c, ctx),
    ...letterItems(c)
      .filter((item) => typeOf(item, ctx)?.flags.preferReminder)
      .map((item) => warn('opinion.preferReminder', `“${item.name}”以提示为宜`, item.name)),
  ];
}

function reminderFindings(c: CaseData, ctx: CaseContext): LetterFinding[] {
  const levels = codeRule(ctx.rules, 'supervision.reminderIssuerLevels');
  const basis = basisOf(ctx.rules, 'supervision.reminderIssuerLevels');
  return [
    ...(levels.length > 0 && !levels.includes(ctx.unitLevel)
      ? [warn('reminder.level', `本地规定的提示函发出主体不含本级工会${basis}，请核对`)]
      : []),
    ...letterItems(c)
      .filter((item) => typeOf(item, ctx)?.flags.immediate)
      .map((item) => warn('reminder.immediate', `“${item.name}”应当立即处置，不等待提示函`, item.name)),
  ];
}

const typeOf = (item: ViolationData, ctx: CaseContext) =>
  ctx.catalogue.violations.types.find((type) => type.code === item.code);

function recommendationFindings(document: LifecycleDocument, c: CaseData, ctx: CaseContext): LetterFinding[] {
  const findings = recommendationReasons(c, ctx).map((message) => block('recommendation.trigger', message));
  if (paperOf(c, 'handoverList') === null) {
    findings.push(block('recommendation.handover', '请先拟制《移交材料清单》，建议书应当移交相关材料'));
  }
  if (document.addressee === '') {
    findings.push(block('addressee.missing', '请填写主送部门', '', 'addressee'));
    return findings;
  }
  const competent = departmentsFor(letterItems(c), ctx);
  if (!competent.some((department) => document.addressee.includes(department.label))) {
    const labels = competent.map((department) => department.label).join('、');
    findings.push(
      warn('recommendation.routing', `所涉事项一般由${labels}办理，请核对主送部门`, document.addressee),
    );
  }
  return findings;
}

/** Few people: what is written may show who complained. */
function smallGroup(c: CaseData, ctx: CaseContext): LetterFinding[] {
  const most = countRule(ctx.rules, 'supervision.smallGroupMaxWorkers');
  return letterItems(c)
    .filter((item) => item.workerCount !== null && item.workerCount <= most)
    .map((item) =>
      warn(
        'privacy.smallGroup',
        `“${item.name}”只涉及 ${item.workerCount} 人，可能暴露反映人，建议概括表述或者以专项检查为来源`,
        item.name,
      ),
    );
}

function sharedWarnings(document: LifecycleDocument, c: CaseData, ctx: CaseContext): LetterFinding[] {
  const twins = draftsOf(c, [document.kind]).filter((other) => other.id !== document.id);
  return [
    ...smallGroup(c, ctx),
    ...(c.basics.otherProcedure === 'yes'
      ? [warn('procedure.pending', '同一事项已进入其他程序，请只就其他职工和制度问题提出意见')]
      : []),
    ...(twins.length > 0 ? [warn('letter.twin', `本案还有一份正在制发的${paperLabel(document.kind)}`)] : []),
  ];
}

/** Series of 发文字号 (resources/catalogues/numbering.json) of each numbered paper. */
export const NUMBER_SERIES: Partial<Record<PaperKind, string>> = {
  reminderLetter: 'reminderLetter',
  publicReminder: 'publicReminder',
  opinionLetter: 'opinionLetter',
  recommendationLetter: 'recommendationLetter',
  dunningLetter: 'dunningLetter',
  followUpLetter: 'supervisoryFollowUp',
  transferLetter: 'transferLetter',
  transferNotice: 'transferLetter',
  investigationNotice: 'investigationNotice',
  acceptanceNotice: 'notice',
  declineNotice: 'notice',
  resultNotice: 'notice',
  talkNotice: 'notice',
};

const SIGNER_RULES: Partial<Record<PaperKind, string>> = {
  reminderLetter: 'supervision.reminderSignerPosts',
  publicReminder: 'supervision.reminderSignerPosts',
  opinionLetter: 'supervision.opinionSignerPosts',
  recommendationLetter: 'supervision.recommendationSignerPosts',
};

/** How the life of this kind of paper goes here. */
export function paperPolicy(document: Pick<LifecycleDocument, 'kind'>, ctx: CaseContext): PaperPolicy {
  const { rules } = ctx;
  const kind = isPaperKind(document.kind) ? document.kind : null;
  const signerRule = kind === null ? undefined : SIGNER_RULES[kind];
  const extension = periodRule(rules, 'supervision.replyExtension');
  const needsReview = codeRule(rules, 'supervision.legalReviewRequiredFor').includes(document.kind);
  const basis = basisOf(rules, 'supervision.legalReviewRequiredFor');
  return {
    isRestricted: isRestrictedPaper(document.kind),
    shortName: paperLabel(document.kind),
    profile: kind === null ? 'record' : PAPER_LIFECYCLE[kind],
    legalReviewReason: needsReview
      ? `${paperLabel(document.kind)}须先经法律审核${basis}，请“送法律审核”`
      : '',
    signerPosts: signerRule === undefined ? null : codeRule(rules, signerRule),
    signerBasis: signerRule === undefined ? '' : sourceOf(rules, signerRule),
    isNumbered: kind !== null && NUMBER_SERIES[kind] !== undefined,
    extraServiceMethods: [
      ...(kind === 'opinionLetter' && flagRule(rules, 'supervision.presumedServiceAllowed')
        ? ['presumed']
        : []),
      ...(flagRule(rules, 'supervision.publicNoticeServiceAllowed') ? ['publicNotice'] : []),
    ],
    replyRuleKey: REPLY_RULES[document.kind] ?? '',
    extension: {
      n: extension?.n ?? 0,
      unit: extension?.unit ?? 'day',
      times: extension === null ? 0 : countRule(rules, 'supervision.replyExtensionMaxTimes'),
      basis: extension?.basis ?? '',
    },
  };
}

/** Day before which a letter cannot be signed: the report it rests on. */
export const reportedOn = (c: CaseData) => lastEvent(c, 'submitReport')?.on ?? null;

export const goesToComplainant = (kind: string): boolean =>
  (COMPLAINANT_PAPERS as readonly string[]).includes(kind);
