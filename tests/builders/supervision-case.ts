import type { CivilDate } from '@shared/domain/kernel/civil-date';
import type { CaseData, ViolationData } from '@shared/domain/supervision/case-data';
import { sampleDocuments, sampleEvents } from './supervision-course';
import { sampleEmployer } from './supervision-parties';

export { sampleDocuments } from './supervision-course';
export { sampleComplainant, sampleEmployer, sampleUnit } from './supervision-parties';

/** One invented case from first word to closing. */

export const sampleViolations: readonly ViolationData[] = [
  {
    id: 1,
    code: 'V21',
    name: '超时加班',
    fact: '2026年6月至8月，机加工、装配两个车间部分班次每日工作时间超过十小时，月加班时间最长达到72小时',
    workerCount: 86,
    amountFen: null,
    evidence: '考勤记录、排班表、调查笔录',
    demand: '停止违法延长工作时间，将月加班控制在法定上限以内，并保证职工每周休息',
    demandDueOn: '2026-10-31',
    finding: 'established',
    rectified: 'done',
  },
  {
    id: 2,
    code: 'V13',
    name: '未付或者少付加班费',
    fact: '同期部分岗位以当地最低工资标准作为加班工资核算基数，低于劳动合同约定的工资标准',
    workerCount: 86,
    amountFen: 23_680_000,
    evidence: '工资支付台账、劳动合同、考勤记录',
    demand: '按法定标准核算并补发{{period}}加班工资{{amount}}元，完善考勤和加班审批制度',
    demandDueOn: '2026-11-15',
    finding: 'established',
    rectified: 'done',
  },
  {
    id: 3,
    code: 'V23',
    name: '年休假未安排或者未付报酬',
    fact: '反映2025年度部分职工未安排年休假，经核对休假台账，均已安排或者支付报酬',
    workerCount: null,
    amountFen: null,
    evidence: '休假台账',
    demand: '安排补休或者支付未休年休假工资报酬，制定年度休假计划',
    demandDueOn: null,
    finding: 'notEstablished',
    rectified: 'pending',
  },
];

export const sampleCase: CaseData = {
  id: 12,
  revision: 40,
  caseNo: '(2026)安工劳监案第12号',
  clueNo: '〔2026〕安工线索第35号',
  title: '安溪湾精工机械有限公司超时加班、少付加班费',
  state: 'C20',
  stateBeforePause: null,
  jurisdiction: 'zhejiang',
  openedOn: '2026-09-01',
  closedOn: '2026-12-18',
  archivedOn: null,
  handlerName: '王敏',
  employer: sampleEmployer,
  basics: {
    source: '01',
    clueKind: 'complaint',
    sourceNo: '',
    receivedOn: '2026-09-01',
    receiver: '王敏',
    urgency: 'normal',
    sensitiveFlags: ['identityRisk'],
    employerId: 7,
    employmentForm: 'direct',
    town: '安溪街道',
    topicSummary: '夏季订单旺季超时加班，加班工资核算基数偏低',
    factsFrom: '2026-06-01',
    factsTo: '2026-08-31',
    knewOn: '2026-07-15',
    workersTotal: 86,
    workersFemale: 31,
    workersMigrant: 40,
    workersPlatform: 0,
    amountFen: 23_680_000,
    facts:
      '2026年6月以来订单增加，部分车间每天工作十小时以上，每月休息两天左右，加班工资按最低工资标准计算。',
    ownEvidence: '工资条照片3张、排班表照片2张',
    requests: '控制加班时间，保证每周休息；按劳动合同约定的工资标准补发加班工资。',
    otherProcedure: 'no',
    isLimitationTold: true,
    hasTradeSecret: false,
  },
  hasComplainant: true,
  isAnonymous: false,
  violations: sampleViolations,
  investigators: [
    {
      supervisorId: 3,
      name: '陈立平',
      certificateNo: '浙工监证第A0117号',
      validFrom: '2024-05-01',
      validTo: '2029-04-30',
      isRecused: false,
    },
    {
      supervisorId: 4,
      name: '何静',
      certificateNo: '浙工监证第A0123号',
      validFrom: '2024-05-01',
      validTo: '2029-04-30',
      isRecused: false,
    },
  ],
  documents: sampleDocuments,
  evidence: [],
  deadlines: [],
  events: sampleEvents,
  results: [
    {
      id: 1,
      kind: 'overtime',
      amountFen: 23_680_000,
      workerCount: 86,
      quantity: 0,
      evidence: '证据19：银行代发回单',
    },
    {
      id: 2,
      kind: 'rulesRevised',
      amountFen: 0,
      workerCount: 0,
      quantity: 1,
      evidence: '证据20：加班审批制度',
    },
  ],
};

/** The case as it stood on a day: later events, papers and answers are not there yet. */
export function sampleCaseOn(today: CivilDate, state = 'C08'): CaseData {
  const until = <T>(date: CivilDate | null, value: T): T | null =>
    date !== null && date <= today ? value : null;
  const documents = sampleCase.documents
    .filter((document) => document.signedOn !== null && document.signedOn < today)
    .map((document) => ({
      ...document,
      servedOn: until(document.servedOn, document.servedOn),
      serviceOutcome: until(document.servedOn, document.serviceOutcome),
      dueOn: until(document.servedOn, document.dueOn),
      repliedOn: until(document.repliedOn, document.repliedOn),
      evaluation: until(document.repliedOn, document.evaluation),
    }));
  const events = sampleCase.events.filter((known) => known.on <= today);
  return {
    ...sampleCase,
    state,
    closedOn: until(sampleCase.closedOn, sampleCase.closedOn),
    documents,
    events,
  };
}

/** A case of which next to nothing is known. */
export const emptyCase: CaseData = {
  ...sampleCase,
  caseNo: '',
  clueNo: '',
  title: '',
  state: 'C01',
  closedOn: null,
  handlerName: '',
  employer: null,
  basics: {},
  hasComplainant: false,
  isAnonymous: true,
  violations: [],
  investigators: [],
  documents: [],
  evidence: [],
  events: [],
  results: [],
};
