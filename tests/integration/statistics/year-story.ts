import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EMPTY_EMPLOYER } from '@shared/contract/employers';
import { addDays } from '@shared/domain/kernel/civil-date';
import { makeUscc } from '@shared/domain/kernel/uscc';
import { type Ground, type StoryStep, takeStep, tell } from '../../../electron/platform/demo/story';
import { createTestOffice, type TestOffice } from '../../builders/office';

/**
 * A year small enough to count by hand: the main job from reminder to archive, one declined clue in another town, and
 * one reminder sent to two employers at once, of whom one answers in time and one never does.
 */

const main = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../resources/demo/main-job.json'), 'utf8'),
);
export const FIRST_DAY = '2026-09-01';
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
  const { revision } = await must('settings.get', {});
  await must('settings.update', { revision, settings: main.settings });
  const employerId = await addEmployer(office, main.employer);
  const ground = await fillRegisters(office);

  const caseId = await registerClue(office, ground, {
    clue: { ...tell<object>(main.clue, ground), employerId },
    violations: tell(main.violations, ground),
    complainant: {
      isAnonymous: false,
      bankAccount: '',
      isEmployee: true,
      isMember: true,
      hiredOn: null,
      allowsIdentity: false,
      allowsClaims: false,
      representatives: '',
      agent: '',
      ...main.complainant,
    },
  });
  const otherEmployer = await addEmployer(office, {
    name: '湾头绿源酒店有限公司',
    uscc: makeUscc({ serial: 11, region: '330000' }),
    town: '湾头镇',
    industry: 'H',
  });
  const declinedId = await registerClue(office, ground, {
    clue: {
      ...tell<object>(main.clue, ground),
      source: '02',
      employerId: otherEmployer,
      workersTotal: 1,
      workersFemale: 0,
      workersMigrant: 0,
    },
    violations: [],
    complainant: null,
  });
  for (const step of DECLINED) {
    clock.set(addDays(FIRST_DAY, step.day));
    await takeStep(must, declinedId, step, ground);
  }
  await sendToTwo(office, ground, [employerId, otherEmployer]);
  for (const step of main.steps as StoryStep[]) {
    if (step.case === 'approveClose') await addResults(office, caseId);
    clock.set(addDays(FIRST_DAY, step.day));
    const values =
      step.case === 'archive' ? { ...step.values, retention: 'permanent', box: '3' } : step.values;
    await takeStep(must, caseId, { ...step, ...(values ? { values } : {}) } as StoryStep, ground);
  }
  clock.set(LAST_DAY);
  return office;
}

async function addEmployer({ must }: TestOffice, employer: object): Promise<number> {
  return (
    await must('employers.save', { id: null, revision: 0, employer: { ...EMPTY_EMPLOYER, ...employer } })
  ).id;
}

async function fillRegisters({ must }: TestOffice): Promise<Ground> {
  const supervisors: number[] = [];
  for (const [i, person] of main.supervisors.entries()) {
    const saved = await must('supervision.supervisors.save', {
      id: null,
      unit: '安溪县总工会',
      issuedBy: '云州市总工会',
      phone: '',
      isActive: true,
      validFrom: '2024-01-01',
      // The third certificate is over when the year is counted.
      validTo: i === 2 ? '2026-10-31' : '2028-12-31',
      ...person,
    });
    supervisors.push(saved.id);
  }
  const leaders: number[] = [];
  for (const person of main.leaders) {
    leaders.push((await must('leaders.save', { id: null, validTo: null, ...person })).id);
  }
  return { firstDay: FIRST_DAY, supervisors, leaders };
}

type Clue = { readonly clue: object; readonly violations: []; readonly complainant: never };

async function registerClue(
  { must }: TestOffice,
  _ground: Ground,
  { clue, violations, complainant }: { [K in keyof Clue]: unknown },
): Promise<number> {
  const { initial } = await must('supervision.clue.form', {});
  const registered = await must('supervision.clue.register', {
    values: { ...initial, ...(clue as object) },
    violations: violations as [],
    complainant: complainant as never,
  });
  return registered.id;
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
