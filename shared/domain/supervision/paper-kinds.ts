import type { PaperProfile } from '../papers/lifecycle-state';

/** Papers of the module. Keys are stored; names stand on screen and in the file name. */
export const PAPER_KINDS = {
  registrationForm: '投诉举报登记表',
  approvalForm: '办理（立案）审批表',
  acceptanceNotice: '受理告知书',
  declineNotice: '不予受理告知书',
  transferNotice: '转办函',
  talkNotice: '协商通知',
  talkRecord: '沟通协商记录',
  investigationNotice: '调查通知',
  interviewRecord: '调查笔录',
  evidenceList: '证据登记表',
  investigationReport: '调查终结报告',
  explanationRecord: '说明记录',
  reminderLetter: '提示函',
  publicReminder: '公开提示函',
  opinionLetter: '意见书',
  recommendationLetter: '建议书',
  signingForm: '文书审批单',
  sealRegister: '用印登记',
  proofOfService: '送达回证',
  dunningLetter: '催办函',
  replyForm: '整改反馈函',
  replyReview: '答复审查表',
  recheckRecord: '整改核查（回访）记录',
  followUpLetter: '督办函',
  transferLetter: '移送函',
  handoverList: '移交材料清单',
  upperUnionRequest: '提请上级工会报告',
  closingReport: '结案报告',
  resultNotice: '办理结果告知书',
  dossierCover: '卷宗封面',
  dossierIndex: '卷内目录',
  filingNote: '备考表',
  recusalForm: '回避决定表',
  suspensionForm: '延期/中止/终止审批表',
  correctionForm: '更正/撤回审批表',
} as const;

export type PaperKind = keyof typeof PAPER_KINDS;

export function isPaperKind(kind: string): kind is PaperKind {
  return kind in PAPER_KINDS;
}

export function paperLabel(kind: string): string {
  return isPaperKind(kind) ? PAPER_KINDS[kind] : kind;
}

const LETTERS = ['reminderLetter', 'opinionLetter', 'recommendationLetter'] as const;
const NOTICES = [
  'acceptanceNotice',
  'declineNotice',
  'transferNotice',
  'talkNotice',
  'investigationNotice',
  'dunningLetter',
  'followUpLetter',
  'transferLetter',
  'upperUnionRequest',
  'resultNotice',
] as const satisfies readonly PaperKind[];

/** Life of each kind of paper; everything that is not sent anywhere is a record. */
export const PAPER_LIFECYCLE: Readonly<Record<PaperKind, PaperProfile>> = Object.fromEntries(
  Object.keys(PAPER_KINDS).map((kind): [string, PaperProfile] => {
    if (kind === 'publicReminder') return [kind, 'publicLetter'];
    if ((LETTERS as readonly string[]).includes(kind)) return [kind, 'letter'];
    return [kind, (NOTICES as readonly string[]).includes(kind) ? 'notice' : 'record'];
  }),
) as Record<PaperKind, PaperProfile>;

/** Letters that ask the employer for an answer, the milder first. */
export const EMPLOYER_LETTERS = ['reminderLetter', 'opinionLetter'] as const;
export type EmployerLetter = (typeof EMPLOYER_LETTERS)[number];

export const isEmployerLetter = (kind: string): kind is EmployerLetter =>
  (EMPLOYER_LETTERS as readonly string[]).includes(kind);

/** Letters a decision on the violations sends out. */
export const LETTERS_OF_DECISION: readonly string[] = [
  ...EMPLOYER_LETTERS,
  'recommendationLetter',
  'publicReminder',
] satisfies readonly PaperKind[];

/** Papers that go to the complainant and may name that person. */
export const COMPLAINANT_PAPERS: readonly PaperKind[] = ['acceptanceNotice', 'declineNotice', 'resultNotice'];

/** Whether the paper may name the complainant: those to the complainant and the internal registration form. */
export const isRestrictedPaper = (kind: string): boolean =>
  kind === 'registrationForm' || (COMPLAINANT_PAPERS as readonly string[]).includes(kind);
