import type { CivilDate } from '@shared/domain/kernel/civil-date';
import type { FieldValues } from '@shared/domain/kernel/field';
import type { CaseData, DocumentData } from '@shared/domain/supervision/case-data';
import type { PaperKind } from '@shared/domain/supervision/paper-kinds';
import { initialPaperValues, type PaperInput, paperValues } from '@shared/domain/supervision/papers';
import {
  sampleCase,
  sampleCaseOn,
  sampleComplainant,
  sampleDocuments,
  sampleUnit,
} from '../../builders/supervision-case';
import { loadCatalogue, loadRules, loadTemplates } from './support';

export const templates = loadTemplates();
export const catalogue = loadCatalogue();
export const rules = loadRules();

/** When each paper of the sample case is made, what it is about, and the little the clerk types. */
type Sample = {
  readonly on?: CivilDate;
  readonly basedOn?: string;
  readonly no?: string;
  readonly isUnsigned?: boolean;
  readonly typed?: FieldValues;
};

const SAMPLES: Partial<Record<PaperKind, Sample>> = {
  reminderLetter: { on: '2026-09-10', no: '安工劳监提〔2026〕3号' },
  publicReminder: {
    on: '2026-07-01',
    no: '安工劳监公提〔2026〕1号',
    typed: {
      topic: '高温季节劳动保护',
      season: '高温季节',
      risk: '职工中暑和职业健康问题',
      violationCodes: ['V19', 'V47'],
    },
  },
  opinionLetter: {
    on: '2026-10-12',
    no: '安工劳监意〔2026〕1号',
    typed: {
      employerView: '加班系订单旺季临时安排，职工自愿',
      viewReason: '延长工作时间应当依法协商并受时数限制，职工自愿不免除用人单位的法定义务',
    },
  },
  recommendationLetter: { on: '2026-11-10', basedOn: 'opinionLetter', no: '安工劳监建〔2026〕1号' },
  proofOfService: { on: '2026-10-13', basedOn: 'opinionLetter' },
  registrationForm: { on: '2026-09-02', typed: { reviewOpinion: '属于监督范围，拟予受理。' } },
  approvalForm: { on: '2026-09-03' },
  acceptanceNotice: { on: '2026-09-04', no: '安工劳监告〔2026〕9号' },
  declineNotice: { on: '2026-09-04', no: '安工劳监告〔2026〕10号', typed: { reason: 'outOfScope' } },
  transferNotice: {
    on: '2026-09-02',
    no: '安工劳监移〔2026〕2号',
    typed: { target: '安溪县经济开发区总工会', reason: '该单位位于你会辖区' },
  },
  recusalForm: {
    on: '2026-09-05',
    typed: {
      leaving: '4',
      reasonKind: 'conflict',
      reason: '与被监督单位人力资源负责人系近亲属。',
      replacement: 5,
    },
  },
  talkNotice: { on: '2026-09-03', no: '安工劳监告〔2026〕11号' },
  talkRecord: {
    on: '2026-09-07',
    typed: {
      heldOn: '2026-09-07',
      place: '安溪县总工会会议室',
      host: '陈立平',
      participants: '用人单位副总经理、人力资源负责人；单位工会主席代表职工参加',
      workerPosition: '希望控制加班时间，保证每周休息；按合同约定的工资标准补发加班工资。',
      employerPosition: '订单旺季临时安排加班，愿意调整班次；加班工资基数需要研究。',
      offers: '自9月中旬起增设夜班，减少单班时长；加班工资基数问题一个月内答复。',
      result: 'partial',
    },
  },
  investigationNotice: { on: '2026-09-21', no: '安工劳监调〔2026〕4号' },
  interviewRecord: {
    on: '2026-09-29',
    typed: {
      timeFrom: '09:10',
      timeTo: '11:40',
      interviewee: '范晓岚',
      intervieweeAge: '女，41岁',
      intervieweePost: '安溪湾精工机械有限公司人力资源部经理',
      intervieweePhone: '0570-8000366',
      persons: '单位工会主席',
      evidence: '2026年6月至8月考勤记录、排班表、工资支付台账',
    },
  },
  evidenceList: { on: '2026-09-30' },
  investigationReport: { on: '2026-10-09' },
  explanationRecord: {
    on: '2026-10-12',
    typed: {
      mode: 'meeting',
      content: '经核对休假台账，2025年度年休假均已安排或者支付报酬，该项问题不成立。',
      response: '无异议。',
    },
  },
  signingForm: { on: '2026-10-12', basedOn: 'opinionLetter' },
  sealRegister: {},
  dunningLetter: { on: '2026-11-04', basedOn: 'opinionLetter', no: '安工劳监催〔2026〕1号' },
  replyForm: { on: '2026-10-13', basedOn: 'opinionLetter' },
  replyReview: { on: '2026-11-23', basedOn: 'opinionLetter' },
  recheckRecord: {
    on: '2026-12-08',
    typed: {
      mode: 'onSite',
      persons: '用人单位人力资源部、财务部',
      workersAsked: 6,
      paidFen: 23_680_000,
      vouchers: '银行代发回单、11月排班表、加班审批制度',
      satisfaction: 'satisfied',
      conclusion: 'done',
    },
  },
  followUpLetter: {
    on: '2026-10-20',
    no: '安工劳监督〔2026〕1号',
    typed: {
      target: '安溪县经济开发区总工会',
      assignedOn: '2026-09-02',
      assignedNo: '安工劳监移〔2026〕2号',
    },
  },
  transferLetter: {
    on: '2026-11-12',
    no: '安工劳监移〔2026〕5号',
    typed: { organ: '安溪县人民检察院', conditions: ['women'] },
  },
  handoverList: { on: '2026-11-10', basedOn: 'recommendationLetter' },
  upperUnionRequest: {
    on: '2026-11-05',
    typed: { reason: '该单位未在规定期限内答复，涉及人数较多，需要由上级工会协调。' },
  },
  closingReport: {
    on: '2026-12-18',
    typed: { reason: 'rectified', advice: '建议在全县机械加工企业开展工时专项提示。' },
  },
  resultNotice: { no: '安工劳监告〔2026〕31号', typed: {} },
  dossierCover: { typed: { archiveNo: '0123-2026-LJ-012', retention: 'y30' } },
  dossierIndex: {},
  filingNote: { typed: { checkedBy: '' } },
  suspensionForm: {
    on: '2026-09-20',
    typed: {
      variant: 'pause',
      pausedOn: '2026-09-20',
      reasonKind: 'waiting',
      reason: '等待有关机关对工时制度审批事项的决定。',
      resumeOn: '2026-10-20',
    },
  },
  correctionForm: {
    on: '2026-10-20',
    basedOn: 'opinionLetter',
    typed: {
      variant: 'correct',
      reason: '附件中完成时限与正文不一致。',
      change: '附件第2项完成时限更正为2026年11月15日。',
    },
  },
};

const withComplainant: readonly PaperKind[] = [
  'registrationForm',
  'acceptanceNotice',
  'declineNotice',
  'resultNotice',
];

/** The paper it is about: as the case has it that day, or still a draft. */
function basedOnOf(sample: Sample, file: CaseData | null): DocumentData | null {
  const issued = file?.documents.find((document) => document.kind === sample.basedOn);
  if (issued) return issued;
  const later = sampleDocuments.find((document) => document.kind === sample.basedOn);
  return later
    ? {
        ...later,
        documentNo: '',
        signedOn: null,
        servedOn: null,
        serviceOutcome: null,
        dueOn: null,
        repliedOn: null,
      }
    : null;
}

/** The sample case when this paper was made, its form filled with the defaults and the little a clerk adds. */
export function sampleInput(kind: PaperKind): PaperInput {
  const sample = SAMPLES[kind] ?? {};
  const on = sample.on ?? '2026-12-18';
  const file: CaseData | null =
    kind === 'publicReminder' ? null : on < '2026-12-18' ? sampleCaseOn(on) : sampleCase;
  const base: PaperInput = {
    case: file,
    unit: sampleUnit,
    employer: null,
    catalogue,
    rules,
    complainant: withComplainant.includes(kind) ? sampleComplainant : null,
    basedOn: basedOnOf(sample, file),
    values: sample.typed ?? {},
    documentNo: sample.no ?? null,
    signedOn: sample.isUnsigned ? null : on,
    today: on,
  };
  const values = { ...initialPaperValues(templates.get(kind)!, base), ...sample.typed };
  return { ...base, values };
}

export function emptyInput(kind: PaperKind, file: CaseData | null): PaperInput {
  const base: PaperInput = {
    case: file,
    unit: { ...sampleUnit, contact: '', phone: '', upperUnion: '', laborDepartment: '' },
    employer: null,
    catalogue,
    rules,
    complainant: null,
    basedOn: null,
    values: {},
    documentNo: null,
    signedOn: null,
    today: '2026-09-01',
  };
  return { ...base, values: initialPaperValues(templates.get(kind)!, base) };
}

/** What the form of a paper opens with, in another situation than the sample's. */
export const suggested = (kind: PaperKind, over: Partial<PaperInput> = {}): FieldValues =>
  initialPaperValues(templates.get(kind)!, { ...sampleInput(kind), values: {}, ...over });

/** What a paper prints of such a situation. */
export const printed = (kind: PaperKind, over: Partial<PaperInput> = {}) =>
  paperValues(templates.get(kind)!, { ...sampleInput(kind), ...over });
