import { readMainJob } from '../../builders/main-job.ts';
import { call } from '../support/calls.ts';
import { answerDialogs } from '../support/dialogs.ts';
import type { LaunchedApp } from '../support/launch.ts';
import {
  enterDemands,
  enterLeaders,
  enterSettings,
  enterSupervisors,
  openCase,
  saveEmployer,
  submitClue,
  takeStep,
  typeClue,
  typeEmployer,
} from '../support/main-job.ts';
import { goTo, setUpOffice, submitSetUp } from '../support/office.ts';
import { dayAfter, type Step } from '../support/story.ts';

export type WalkContext = {
  /** The window of the day; the runner opens it again when the day changes. */
  launched: LaunchedApp;
  /** Absolute path of the folder that collects papers and screenshots. */
  readonly folder: string;
  /** A screenshot in the middle of a step. */
  readonly shot: (name: string) => Promise<void>;
  /** What the walk tells at its end. */
  readonly made: string[];
  caseId: number;
};

export type WalkStep = {
  /** What is done, in a few Chinese words; it also names the screenshot. */
  readonly name: string;
  /** The day on which it is done, YYYY-MM-DD. */
  readonly today: string;
  readonly run: (context: WalkContext) => Promise<void>;
};

const story = readMainJob();

/** Days on which somebody sits at the program; what the story tells since the one before is done on each. */
const OFFICE_DAYS = [2, 10, 28, 40, 78] as const;
const officeDay = (day: number): number => OFFICE_DAYS.find((candidate) => candidate >= day) ?? day;
const on = (day: number): string => dayAfter(officeDay(day));

const beginning: readonly WalkStep[] = [
  {
    name: '首次使用',
    today: on(0),
    run: async ({ launched: { page } }) => setUpOffice(page),
  },
  {
    name: '空白的今日待办',
    today: on(0),
    run: async ({ launched: { page } }) => submitSetUp(page),
  },
  { name: '设置本单位', today: on(0), run: async ({ launched: { page } }) => enterSettings(page, story) },
  { name: '登记签发人', today: on(0), run: async ({ launched: { page } }) => enterLeaders(page, story) },
  { name: '登记监督员', today: on(0), run: async ({ launched: { page } }) => enterSupervisors(page, story) },
  {
    name: '登记单位',
    today: on(0),
    run: async ({ launched: { page }, shot }) => {
      await typeEmployer(page, story.employer);
      await shot('填写单位资料');
      await saveEmployer(page);
    },
  },
  {
    name: '登记线索',
    today: on(0),
    run: async (context) => {
      const { page } = context.launched;
      await typeClue(page, story);
      for (const [section, name] of [
        ['来源', '线索-来源和单位'],
        ['涉嫌违法事项', '线索-违法事项'],
        ['反映人信息', '线索-反映人（限制访问）'],
      ] as const) {
        await page
          .getByRole('navigation', { name: '本页内容' })
          .getByRole('button', { name: section })
          .click();
        await context.shot(name);
      }
      context.caseId = await submitClue(page);
    },
  },
];

const LABELS: Readonly<Record<string, string>> = {
  startReview: '开始受理审查',
  accept: '受理（立案）',
  startTalk: '组织协商',
  recordTalk: '登记协商',
  startInvestigation: '开始调查',
  recordInvestigation: '登记调查',
  submitReport: '提交调查报告',
  deliberate: '审议',
  markOverdue: '转为逾期处理',
  dun: '催办',
  escalateToOpinion: '升级为意见书',
  escalateToRecommendation: '升级为建议书',
  departmentAccepted: '部门立案',
  departmentResult: '部门办理结果',
  recheck: '复查',
  recheckPassed: '复查通过',
  approveClose: '批准结案',
  feedBackResult: '反馈结果',
  archive: '归档',
  submitApproval: '送审',
  submitLegalReview: '送法律审核',
  passLegalReview: '法律审核通过',
  approveAndSign: '签发',
  seal: '用印',
  serve: '送达',
  refuse: '拒收留置',
  finalise: '定稿',
  finaliseAll: '全部定稿',
};

const PAPERS: Readonly<Record<string, string>> = {
  acceptanceNotice: '受理告知书',
  reminderLetter: '提示函',
  opinionLetter: '意见书',
  recommendationLetter: '建议书',
  resultNotice: '办理结果告知书',
  closingReport: '结案报告',
  registrationForm: '登记表',
  approvalForm: '审批表',
  talkRecord: '协商记录',
  interviewRecord: '调查笔录',
  investigationReport: '调查终结报告',
  handoverList: '移交清单',
  recheckRecord: '核查记录',
  proofOfService: '送达回证',
  dossierCover: '案卷封面',
  dossierIndex: '卷内目录',
  filingNote: '备考表',
};

const nameOf = ({ case: action, paper, action: paperAction }: Step): string =>
  action ? (LABELS[action] ?? action) : `${PAPERS[paper ?? ''] ?? paper}-${LABELS[paperAction ?? ''] ?? ''}`;

function fromStory(step: Step): WalkStep[] {
  const demands: WalkStep = {
    name: '填写整改要求',
    today: on(step.day),
    run: async ({ launched: { page }, caseId }) => enterDemands(page, caseId, story),
  };
  const taken: WalkStep = {
    name: nameOf(step),
    today: on(step.day),
    run: async ({ launched: { page }, caseId, shot }) => {
      const onFilled = step.shot ? () => shot(`${step.shot}（填写）`) : undefined;
      await takeStep(page, caseId, story, step, { onFilled });
    },
  };
  return step.case === 'deliberate' ? [demands, taken] : [taken];
}

/** The pages beside the case, on the day the answer is overdue. */
const lookAround: readonly WalkStep[] = (
  [
    ['今日待办-已逾期', '/', '.todo-list'],
    ['案件列表', '/supervision', '.open-row'],
    ['期限日历', '/calendar', '.calendar-table'],
    ['台账统计', '/statistics', '.indicator-table'],
  ] as const
).map(([name, path, sign]) => ({
  name,
  today: on(28),
  run: async ({ launched: { page } }) => {
    await goTo(page, path);
    await page.locator(sign).first().waitFor();
  },
}));

const ending: readonly WalkStep[] = [
  {
    name: '时间线',
    today: on(78),
    run: async ({ launched: { page }, caseId }) => {
      await openCase(page, caseId, 'timeline');
      await page.locator('.timeline-entry').first().waitFor();
    },
  },
  {
    name: '导出全部文书',
    today: on(78),
    run: async ({ launched: { app, page }, folder, caseId, made }) => {
      await answerDialogs(app, { folder });
      await openCase(page, caseId, 'papers');
      await page.getByRole('button', { name: '全部导出 Word' }).click();
      const button = page.getByRole('button', { name: '全部导出 Word' });
      await button.and(page.locator('.ant-btn-loading')).waitFor();
      await button.and(page.locator(':not(.ant-btn-loading)')).waitFor();
      const { caseNo, clueNo, stateLabel, documents } = await call(page, 'supervision.case.get', {
        id: caseId,
      });
      made.push(`${clueNo}　${caseNo}　${stateLabel}`);
      for (const paper of documents.filter(({ documentNo }) => documentNo !== '')) {
        const days = [paper.servedOn && `送达 ${paper.servedOn}`, paper.dueOn && `答复期限 ${paper.dueOn}`];
        made.push([paper.documentNo, paper.title, paper.statusLabel, ...days].filter(Boolean).join('　'));
      }
    },
  },
];

const [untilOverdue, after] = [
  story.steps.filter(({ day }) => day <= 10),
  story.steps.filter(({ day }) => day > 10),
];

/** The main job, step by step; the walk takes a screenshot after each. */
export const steps: readonly WalkStep[] = [
  ...beginning,
  ...untilOverdue.flatMap(fromStory),
  ...lookAround,
  ...after.flatMap(fromStory),
  ...ending,
];
