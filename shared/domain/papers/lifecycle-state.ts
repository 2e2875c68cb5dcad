import type { CivilDate } from '../kernel/civil-date';

/** Life of a paper, generic over modules: 拟稿 → 审核 → 签发 → 编号 → 用印 → 送达 → 答复 → 评价 → 办结. */
export const DOCUMENT_STATES = {
  D01: '拟稿',
  D02: '法律审核',
  D03: '审批签发',
  D04: '编号',
  D05: '用印/成文',
  D06: '待送达/送达中',
  D06P: '已发布',
  D07: '已送达',
  D08: '待答复',
  D09: '已答复',
  D10: '已评价',
  D11: '办结',
  D99: '作废/撤回/更正',
} as const;

export type DocumentState = keyof typeof DOCUMENT_STATES;

/**
 * letter: signed, numbered, sealed, served, answered. publicLetter: published instead of served.
 * notice: as a letter, without an answer. record: written up, then final.
 */
export const PAPER_PROFILES = ['letter', 'publicLetter', 'notice', 'record'] as const;
export type PaperProfile = (typeof PAPER_PROFILES)[number];

type StandingDocument = {
  readonly status: string;
  readonly serviceOutcome: string | null;
  readonly dueOn: CivilDate | null;
  readonly replacedById: number | null;
};

/** A record is never issued: it is drafted, made final, or void. */
const RECORD_LABELS: Readonly<Record<string, string>> = { D01: '拟稿', D11: '已定稿', D99: '作废' };

/** Label of a status as a reader needs it: how it was served, whether the answer is late. */
export function documentStatusLabel(
  document: StandingDocument,
  today: CivilDate,
  profile?: PaperProfile,
): string {
  const recordLabel = profile === 'record' ? RECORD_LABELS[document.status] : undefined;
  if (recordLabel !== undefined) return recordLabel;
  switch (document.status) {
    case 'D06':
      return document.serviceOutcome === 'returned' ? '退回，待再次送达' : '送达中';
    case 'D07':
      if (document.serviceOutcome === 'refused') return '拒收';
      return document.serviceOutcome === 'left' ? '拒收（留置）' : '已送达';
    case 'D08':
      return document.dueOn !== null && document.dueOn < today ? '逾期未答复' : '待答复';
    case 'D99':
      return document.replacedById === null ? '作废/撤回' : '已更正';
    default:
      return DOCUMENT_STATES[document.status as DocumentState] ?? document.status;
  }
}

/** Signed and not withdrawn: the text is frozen and carries its number. */
export const isIssued = (status: string): boolean => !['D01', 'D02', 'D03', 'D99'].includes(status);

const LETTER_STEPS = [
  { key: 'draft', label: '拟稿', states: ['D01'] },
  { key: 'review', label: '审核', states: ['D02'] },
  { key: 'sign', label: '签发', states: ['D03'] },
  { key: 'seal', label: '用印', states: ['D04'] },
  { key: 'serve', label: '送达', states: ['D05', 'D06'] },
  { key: 'reply', label: '答复', states: ['D07', 'D08'] },
  { key: 'evaluate', label: '评价', states: ['D09'] },
  { key: 'finish', label: '办结', states: ['D10', 'D11'] },
] as const;

const STEPS_OF: Record<PaperProfile, readonly { key: string; label: string; states: readonly string[] }[]> = {
  letter: LETTER_STEPS,
  publicLetter: [
    ...LETTER_STEPS.slice(0, 4),
    { key: 'publish', label: '发布', states: ['D05'] },
    { key: 'finish', label: '办结', states: ['D06P', 'D11'] },
  ],
  notice: [...LETTER_STEPS.slice(0, 5), { key: 'finish', label: '办结', states: ['D07', 'D11'] }],
  record: [
    { key: 'draft', label: '拟稿', states: ['D01'] },
    { key: 'finish', label: '定稿', states: ['D11'] },
  ],
};

export type DocumentStep = {
  readonly key: string;
  readonly label: string;
  readonly status: 'done' | 'current' | 'coming' | 'skipped';
};

/** Steps at the head of a paper's page. A withdrawn paper shows all of them as left out. */
export function documentSteps(profile: PaperProfile, status: string): readonly DocumentStep[] {
  const steps = STEPS_OF[profile];
  const current = steps.findIndex((step) => step.states.includes(status));
  return steps.map((step, index): DocumentStep => {
    const { key, label } = step;
    if (current < 0) return { key, label, status: 'skipped' };
    if (index < current || status === 'D11') return { key, label, status: 'done' };
    return { key, label, status: index === current ? 'current' : 'coming' };
  });
}
