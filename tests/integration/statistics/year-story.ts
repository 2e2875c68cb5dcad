import { addDays } from '@shared/domain/kernel/civil-date';
import { makeUscc } from '@shared/domain/kernel/uscc';
import { type Ground, type StoryStep, takeStep } from '../../../electron/platform/demo/story';
import {
  arrangeClue,
  arrangeEmployer,
  arrangeRegisters,
  FIRST_DAY,
  readMainJob,
} from '../../builders/main-job';
import { createTestOffice, type TestOffice } from '../../builders/office';

/**
 * A year small enough to count by hand: the main job from reminder to archive, one declined clue in another town, and
 * one reminder sent to two employers at once, of whom one answers in time and one never does.
 */

const main = readMainJob();
export const LAST_DAY = '2026-11-20';

const DECLINED: readonly StoryStep[] = [
  { day: 1, case: 'startReview', values: { reviewer: '王敏' } },
  {
    day: 2,
    case: 'decline',
    values: { reason: 'outOfScope', explanation: '属于民间借贷纠纷', approver: '吴海燕' },
  },
  { day: 3, case: 'closeDeclined', values: { mode: 'notPossible' } },
];

export async function tellYear(): Promise<TestOffice> {
  const office = await createTestOffice({ today: FIRST_DAY });
  const { must, clock } = office;
  // The third certificate is over when the year is counted.
  const ground = await arrangeRegisters(must, main, (place) => (place === 2 ? '2026-10-31' : '2028-12-31'));
  const employerId = await arrangeEmployer(must, main.employer);
  const { id: caseId } = await arrangeClue(must, main, ground, employerId);
  const otherEmployer = await arrangeEmployer(must, {
    name: '湾头绿源酒店有限公司',
    uscc: makeUscc({ serial: 11, region: '330000' }),
    town: '湾头镇',
    industry: 'H',
  });
  const heads = { workersTotal: 1, workersFemale: 0, workersMigrant: 0 };
  const vague = { clue: { ...main.clue, source: '02', ...heads }, violations: [], complainant: null };
  const { id: declinedId } = await arrangeClue(must, vague, ground, otherEmployer);
  for (const step of DECLINED) {
    clock.set(addDays(FIRST_DAY, step.day));
    await takeStep(must, declinedId, step, ground);
  }
  await sendToTwo(office, ground, [employerId, otherEmployer]);
  for (const step of main.steps) {
    if (step.case === 'approveClose') await addResults(office, caseId);
    clock.set(addDays(FIRST_DAY, step.day));
    const isArchive = step.case === 'archive';
    const kept = { ...step, values: { ...step.values, retention: 'permanent', box: '3' } };
    await takeStep(must, caseId, isArchive ? kept : step, ground);
  }
  clock.set(LAST_DAY);
  return office;
}

/** The same reminder to two employers, sealed and served; the first answers in time. */
async function sendToTwo(office: TestOffice, ground: Ground, employerIds: readonly number[]): Promise<void> {
  const { must, clock } = office;
  clock.set('2026-09-04');
  const form = await must('documents.batch.form', { kind: 'reminderLetter' });
  const sent = await must('documents.batch.run', {
    jobId: 'two',
    kind: 'reminderLetter',
    employerIds: [...employerIds],
    values: {
      ...form.initial,
      violationCodes: ['V13'],
      facts: '近期检查发现部分单位未依法支付加班工资',
      demands: '请自查自纠',
    },
    edits: {},
    signerId: ground.leaders[0] as number,
    signedOn: '2026-09-04',
    output: 'none',
  });
  for (const [i, item] of (sent?.items ?? []).entries()) {
    if (item.documentId === null) throw new Error(item.reason);
    const act = async (action: string, values: object) => {
      const { document, actions } = await must('documents.get', { id: item.documentId as number });
      const offer = actions.find(({ key }) => key === action);
      await must('documents.act', {
        id: document.id,
        revision: document.revision,
        action,
        values: { ...offer?.initial, ...values },
      });
    };
    await act('seal', { keeper: '孙洁', registerNo: `用印${i + 1}` });
    clock.set('2026-09-07');
    const taken = { receiverName: '范晓岚', receiverPost: '人事负责人', serverA: '陈国栋' };
    await act('serve', { method: 'direct', ...taken });
    if (i === 0) {
      clock.set('2026-09-18');
      await act('reply', { summary: '已自查改正' });
    }
    clock.set('2026-09-04');
  }
}

async function addResults({ must }: TestOffice, caseId: number): Promise<void> {
  for (const [kind, amountFen, workerCount] of [
    ['overtime', 20_000_000, 86],
    ['wages', 3_680_050, 12],
  ] as const) {
    const { revision } = await must('supervision.case.get', { id: caseId });
    await must('supervision.result.save', {
      caseId,
      revision,
      id: null,
      kind,
      amountFen,
      workerCount,
      quantity: 0,
      evidence: '银行流水',
    });
  }
}
