import type { Page } from '@playwright/test';
import type { StoryStep, Told } from '../../../electron/platform/demo/story.ts';
import { makeUscc } from '../../../shared/domain/kernel/uscc.ts';
import { type MainJob, readMainJob } from '../../builders/main-job.ts';
import {
  arrangeClue,
  arrangeEmployer,
  arrangeOffice,
  arrangeRegisters,
  type Registers,
  stepsUntil,
  takeQuickly,
} from './arrange.ts';
import { call } from './calls.ts';
import { goTo } from './office.ts';
import { dayAfter } from './story.ts';

/** A desk with six cases: one waits for an answer, one is late, one soon due, one to be signed, one archived, one a mistake. */

export const story = readMainJob();
export const TODAY = dayAfter(10);

/** The cases by what they are here for. */
export type DeskCases = Record<keyof typeof EMPLOYERS | 'served', number>;

export const EMPLOYERS = {
  late: { name: '溪口镇丰禾食品有限公司', town: '溪口镇' },
  soon: { name: '云岭乡清泉水务有限公司', town: '云岭乡' },
  waiting: { name: '溪口镇永固建材有限公司', town: '溪口镇' },
  archived: { name: '云岭乡青峰茶业有限公司', town: '云岭乡' },
  mistaken: { name: '溪口镇远航物流有限公司', town: '溪口镇' },
} as const;

const WAGES = {
  code: 'V10',
  fact: '连续两个月未按劳动合同约定的日期支付工资',
  workerCount: 20,
  amountFen: 8_000_000,
  evidence: '工资条、劳动合同',
  demand: '足额支付拖欠的工资',
  demandDueOn: null,
};

/** The clue of the story, told of another employer and another day. */
export const clueOf = (receivedOn: string, topicSummary: string): MainJob => ({
  ...story,
  clue: { ...story.clue, receivedOn, topicSummary, workersTotal: 20, workersFemale: 5, workersMigrant: 0 },
  violations: [WAGES],
});

const paper = (kind: string, action: string, values: Told = {}): StoryStep => ({
  day: 10,
  paper: kind,
  action,
  values,
});
const step = (action: string, values: Told = {}): StoryStep => ({ day: 10, case: action, values });

/** From the answer to the archive, all on one day. */
const TO_THE_ARCHIVE: readonly StoryStep[] = [
  paper('reminderLetter', 'reply', { replyNo: '', summary: '已自查并提交凭证', contact: '人事部门' }),
  paper('reminderLetter', 'evaluate', { evaluation: 'pass', opinion: '改正措施可行', reviewer: '王敏' }),
  step('recordRectificationClaim', {
    description: '已支付拖欠的工资',
    items: { $each: { state: 'done', voucher: '凭证1号' } },
  }),
  step('recheck', {
    mode: 'onSite',
    workersAsked: 6,
    vouchers: '银行流水',
    satisfaction: 'satisfied',
    conclusion: 'done',
    interviewee: '人事负责人',
    items: { $each: { state: 'done', evidence: '核查-2026-01' } },
  }),
  step('recheckPassed'),
  paper('closingReport', 'finalise'),
  step('approveClose', { summary: '拖欠的工资已全部支付', departmentHead: '郑可欣', leader: '吴海燕' }),
  ...story.steps.filter((one) => one.paper === 'resultNotice'),
  ...story.steps.filter((one) => one.case === 'feedBackResult'),
  paper('*', 'finaliseAll'),
];
const ARCHIVE = step('archive', { archiveNo: '2026-LJ-001', checkedBy: '何文静' });

/** Days on which the steps of the served case were done, all entered today. */
const DONE_ON: Readonly<Record<string, Told>> = {
  accept: { acceptedOn: { $day: 2 } },
  startTalk: { startedOn: { $day: 3 } },
  recordTalk: { heldOn: { $day: 6 } },
};

async function arrangeCase(
  page: Page,
  cases: DeskCases,
  registers: Registers,
  key: keyof typeof EMPLOYERS,
  receivedOn: string,
  steps: readonly StoryStep[],
): Promise<Registers> {
  const serial = 500_001 + Object.keys(EMPLOYERS).indexOf(key);
  const address = `${EMPLOYERS[key].town}工业路1号`;
  const employer = { ...story.employer, ...EMPLOYERS[key], uscc: makeUscc({ serial }), address };
  const ground = { ...registers, employerId: await arrangeEmployer(page, employer) };
  cases[key] = await arrangeClue(page, clueOf(receivedOn, '拖欠工资'), ground);
  await takeQuickly(page, cases[key], ground, steps);
  return ground;
}

/** @returns the registers, and the ids of the cases */
export async function arrangeDesk(page: Page): Promise<{ registers: Registers; cases: DeskCases }> {
  await arrangeOffice(page);
  const registers = await arrangeRegisters(page, story);
  const cases = { served: 0, late: 0, soon: 0, waiting: 0, archived: 0, mistaken: 0 };
  cases.served = await arrangeClue(page, story, registers);
  const served = stepsUntil(story, 'reminderLetter.serve').map((one) => ({
    ...one,
    values: { ...one.values, ...DONE_ON[one.case ?? ''] },
  }));
  await takeQuickly(page, cases.served, registers, served);
  await arrangeCase(page, cases, registers, 'late', '2026-08-03', []);
  await arrangeCase(page, cases, registers, 'soon', '2026-09-09', []);
  await arrangeCase(
    page,
    cases,
    registers,
    'waiting',
    '2026-09-01',
    stepsUntil(story, 'reminderLetter.submitApproval'),
  );
  const ground = await arrangeCase(page, cases, registers, 'archived', '2026-09-02', [
    ...stepsUntil(story, 'reminderLetter.serve'),
    ...TO_THE_ARCHIVE,
  ]);
  const { revision } = await call(page, 'supervision.case.get', { id: cases.archived });
  const paid = {
    kind: 'wages',
    amountFen: 8_000_000,
    workerCount: 20,
    quantity: 0,
    evidence: '银行代发清单',
  };
  await call(page, 'supervision.result.save', { caseId: cases.archived, revision, id: null, ...paid });
  await takeQuickly(page, cases.archived, ground, [ARCHIVE]);
  await arrangeCase(page, cases, registers, 'mistaken', '2026-09-10', []);
  // What was arranged over the bridge the page has not seen: it reads the board again when it is opened again.
  await goTo(page, '/employers');
  await goTo(page, '/');
  return { registers, cases };
}
