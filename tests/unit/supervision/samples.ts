import type { CivilDate } from '@shared/domain/kernel/civil-date';
import { addDays } from '@shared/domain/kernel/civil-date';
import type { FieldValues } from '@shared/domain/kernel/field';
import { resolveRules } from '@shared/domain/kernel/rules';
import type { CaseContext, SupervisorData } from '@shared/domain/supervision/case-context';
import type { CaseData, DocumentData, ViolationData } from '@shared/domain/supervision/case-data';
import type { CaseState } from '@shared/domain/supervision/case-state';
import { shipped } from '../kernel/shipped-calendars';
import { loadCatalogue, loadProfiles } from '../resources/load';

/** Cases, papers and people as the rules see them, each with what is usual, to be changed where a test cares. */

export const catalogue = loadCatalogue();
const profiles = [...loadProfiles().values()];

export const supervisors: readonly SupervisorData[] = [
  supervisor(1, '陈静', '浙监001'),
  supervisor(2, '林涛', '浙监002'),
  supervisor(3, '周洁', '浙监003'),
  { ...supervisor(4, '过期', '浙监004'), validTo: '2026-01-31' },
  { ...supervisor(5, '未到', '浙监005'), validFrom: '2027-01-01' },
  { ...supervisor(6, '离任', '浙监006'), isActive: false },
];

function supervisor(id: number, name: string, certificateNo: string): SupervisorData {
  return {
    id,
    name,
    unit: '安溪县总工会',
    certificateNo,
    validFrom: '2024-01-01',
    validTo: '2028-12-31',
    isActive: true,
  };
}

export function context(over: Partial<CaseContext> & { jurisdiction?: string } = {}): CaseContext {
  const { jurisdiction = 'zhejiang', ...rest } = over;
  const today = rest.today ?? '2026-09-10';
  return {
    today,
    calendar: shipped,
    rules: resolveRules(profiles, jurisdiction, today),
    leaders: [
      { id: 1, name: '李主席', post: 'chair', validFrom: '2024-01-01', validTo: null },
      { id: 2, name: '王副主席', post: 'vice_chair', validFrom: '2024-01-01', validTo: '2026-12-31' },
      { id: 3, name: '赵部长', post: 'department_head', validFrom: '2024-01-01', validTo: null },
    ],
    supervisors,
    unitLevel: 'county',
    roles: ['clerk'],
    catalogue,
    can: () => true,
    me: { id: 1, name: '王敏' },
    colleagues: [{ id: 1, name: '王敏', can: () => true }],
    ...rest,
  };
}

/** Rules of a profile with some of them changed, for places the shipped files do not show. */
export function rulesWith(
  jurisdiction: string,
  changed: Readonly<Record<string, boolean | number | string | readonly string[] | null>>,
) {
  const resolved = resolveRules(profiles, jurisdiction, '2026-09-10');
  const rules = { ...resolved.rules };
  for (const [key, value] of Object.entries(changed)) {
    const old = rules[key];
    if (value === null) delete rules[key];
    else {
      rules[key] = {
        ...(old ?? (rules['supervision.minInvestigators'] as NonNullable<typeof old>)),
        kind: 'value',
        value,
      } as NonNullable<typeof old>;
    }
  }
  return { ...resolved, rules };
}

export const item = (over: Partial<ViolationData> = {}): ViolationData => ({
  id: 11,
  code: 'V13',
  name: '未付或者少付加班费',
  fact: '2026年6月至8月部分岗位加班工资核算基数不明确',
  workerCount: 20,
  amountFen: 1_000_000,
  evidence: '工资表',
  demand: '请按法定标准核算并补发',
  demandDueOn: null,
  finding: 'pending',
  rectified: 'pending',
  ...over,
});

export const employer: NonNullable<CaseData['employer']> = {
  id: 7,
  name: '安溪湾精工机械有限公司',
  uscc: '91330000MA0000000X',
  address: '工业路1号',
  businessAddress: '工业路1号',
  legalRepresentative: '郑某',
  contactName: '',
  contactPhone: '',
  industry: 'C',
  nature: 'private',
  town: '城关镇',
  headcount: 120,
  hasUnion: 'no',
};

export const caseData = (over: Partial<CaseData> = {}): CaseData => ({
  id: 1,
  revision: 1,
  caseNo: '',
  clueNo: '',
  title: '精工机械 · 加班费',
  state: 'C01',
  stateBeforePause: null,
  jurisdiction: 'zhejiang',
  openedOn: '2026-08-03',
  closedOn: null,
  archivedOn: null,
  handlerName: '王敏',
  employer,
  basics: { otherProcedure: 'no', receivedOn: '2026-08-03', workersTotal: 20 },
  hasComplainant: true,
  isAnonymous: false,
  violations: [item(), item({ id: 12, code: 'V21', name: '超时加班' })],
  investigators: [],
  documents: [],
  evidence: [],
  deadlines: [],
  events: [],
  results: [],
  ...over,
});

/** A supervisor as one who investigates the case. */
export const asInvestigator = (person: (typeof supervisors)[number]): CaseData['investigators'][number] => ({
  supervisorId: person.id,
  name: person.name,
  certificateNo: person.certificateNo,
  validFrom: person.validFrom,
  validTo: person.validTo,
  isRecused: false,
});

export const investigators: CaseData['investigators'] = supervisors.slice(0, 2).map(asInvestigator);

export const documentData = (over: Partial<DocumentData> = {}): DocumentData => ({
  id: 101,
  kind: 'reminderLetter',
  title: '工会劳动法律监督提示函',
  addressee: employer.name,
  documentNo: '',
  status: 'D01',
  values: {},
  draftedBy: '王敏',
  draftedById: 1,
  signedOn: null,
  signerName: '',
  signerPost: '',
  servedOn: null,
  serviceOutcome: null,
  serviceMethod: '',
  replyN: 15,
  replyUnit: 'day',
  dueOn: null,
  repliedOn: null,
  evaluation: null,
  replacedById: null,
  pageCount: 2,
  ...over,
});

export const event = (
  action: string,
  values: FieldValues = {},
  over: Partial<CaseData['events'][number]> = {},
): CaseData['events'][number] => ({
  id: 1,
  action,
  fromState: 'C08',
  toState: 'C08',
  on: '2026-08-20',
  at: '2026-08-20T02:00:00Z',
  accountName: '王敏',
  documentId: null,
  values,
  ...over,
});

/** Values of the registration of an ordinary clue. */
export const CLUE: FieldValues = {
  source: '01',
  clueKind: 'complaint',
  receivedOn: '2026-08-03',
  receiver: '王敏',
  urgency: 'normal',
  employerId: 7,
  employmentForm: 'direct',
  topicSummary: '部分车间超时加班，加班费核算不明',
  workersTotal: 20,
  facts: '6月至8月每日工作超过十小时',
  requests: '补发加班费',
  otherProcedure: 'no',
};

/** Accepted on 2026-08-05 by two supervisors. */
export const ACCEPT: FieldValues = {
  supervisorA: 1,
  supervisorB: 2,
  hasNoConflictA: true,
  hasNoConflictB: true,
  departmentHead: '赵部长',
};

/** A state of the case with what a case in that state usually has. */
export const inState = (state: CaseState, over: Partial<CaseData> = {}): CaseData =>
  caseData({ state, clueNo: '线索1', caseNo: '案1', investigators, ...over });

export const later = (date: CivilDate, days: number): CivilDate => addDays(date, days);

export const established = [item({ finding: 'established' })];

export const investigation = event('recordInvestigation', {
  supervisorA: 1,
  supervisorB: 2,
  investigatedOn: '2026-08-20',
});

/** Investigated, with one violation established: letters may be written. */
export const readyForLetters = inState('C11', { violations: established, events: [investigation] });
