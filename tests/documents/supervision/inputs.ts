import type { CivilDate } from '@shared/domain/kernel/civil-date';
import type { FieldValues } from '@shared/domain/kernel/field';
import type { CaseData } from '@shared/domain/supervision/case-data';
import type { PaperKind } from '@shared/domain/supervision/paper-kinds';
import { initialPaperValues, type PaperInput } from '@shared/domain/supervision/papers';
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
};

const withComplainant: readonly PaperKind[] = [
  'registrationForm',
  'acceptanceNotice',
  'declineNotice',
  'resultNotice',
];

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
    basedOn: sampleDocuments.find((document) => document.kind === sample.basedOn) ?? null,
    values: {},
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
