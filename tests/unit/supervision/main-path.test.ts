import { stepsOf } from '@shared/domain/supervision/case-state';
import { buildDossier } from '@shared/domain/supervision/dossier';
import { describe, expect, it } from 'vitest';
import { caseData, catalogue } from './samples';
import { createWorld, investigated, type World } from './world';

const ROWS = [
  { item: '11', finding: 'established' },
  { item: '12', finding: 'established' },
];
const DONE = [
  { item: '11', state: 'done', voucher: '凭证1' },
  { item: '12', state: 'done', voucher: '凭证2' },
];

describe('the main path', () => {
  it('goes from the clue over all three letters to the archive', () => {
    const world = createWorld(caseData());
    investigated(world);
    expect(world.c().state).toBe('C09');
    world.act('deliberate', { items: ROWS, measures: ['reminderLetter'] });
    expect(world.c().state).toBe('C11');

    world.goTo('2026-09-10');
    world.issue('reminderLetter');
    world.goTo('2026-09-11');
    world.paper('reminderLetter', 'serve', { method: 'direct' });
    expect(world.c().state).toBe('C12');
    // Appendix A1: 15 days from 11 September end on the 26th, a Saturday before 国庆: the next working day counts.
    expect(world.deadline('reply')).toMatchObject({
      nominalOn: '2026-09-26',
      documentId: world.find('reminderLetter').id,
    });
    expect(world.deadline('reply')?.dueOn).toBe('2026-09-28');
    expect(world.find('reminderLetter').dueOn).toBe(world.deadline('reply')?.dueOn);

    world.goTo('2026-09-30');
    world.act('markOverdue');
    world.act('dun', { mode: 'phone' });
    world.act('escalateToOpinion');
    world.issue('opinionLetter');
    world.goTo('2026-10-08');
    world.paper('opinionLetter', 'serve', { method: 'direct' });
    expect(world.c().state).toBe('C12');
    expect(world.find('opinionLetter').dueOn).toBe('2026-10-28');

    world.goTo('2026-10-29');
    world.act('markOverdue');
    world.act('escalateToRecommendation', { triggers: ['no_reply_in_time'], departments: ['hrss'] });
    world.issue('recommendationLetter');
    world.goTo('2026-11-02');
    world.paper('recommendationLetter', 'serve', { method: 'direct' });
    expect(world.c().state).toBe('C17');
    expect(world.deadline('departmentFiling')?.dueOn).toBe('2026-11-09');

    world.goTo('2026-11-06');
    world.act('departmentAccepted');
    world.goTo('2026-12-20');
    world.act('departmentResult', {
      result: 'corrected',
      items: DONE.map(({ item, state }) => ({ item, state })),
    });
    expect(world.c().state).toBe('C14');
    expect(world.find('recommendationLetter')).toMatchObject({ status: 'D11', repliedOn: '2026-12-20' });

    world.goTo('2026-12-28');
    world.act('recheck', {
      mode: 'onSite',
      items: DONE.map(({ item, state }) => ({ item, state })),
      conclusion: 'done',
      workersAsked: 2,
      vouchers: '工资发放表1至3页',
    });
    world.act('recheckPassed');
    world.paper('closingReport', 'finalise');
    world.act('approveClose', { reason: 'departmentHandled', leader: '李主席', departmentHead: '赵部长' });
    expect(world.c()).toMatchObject({ state: 'C20', closedOn: '2026-12-28' });

    world.goTo('2026-12-30');
    world.act('feedBackResult');
    for (const kind of ['acceptanceNotice', 'resultNotice'] as const) world.paper(kind, 'void');
    world.act('archive', { archiveNo: '2026-LJ-001' });
    expect(world.c()).toMatchObject({ state: 'C21', archivedOn: '2026-12-30' });
    expect(world.c().deadlines.filter((deadline) => deadline.status === 'running')).toEqual([]);
    expect(world.c().documents.filter((document) => document.status === 'D01')).toEqual([]);

    const dossier = buildDossier(world.c(), catalogue.options['dossier-order'].items, '安溪县总工会');
    expect(dossier.missing).toEqual([]);
    expect(dossier.rows.map((row) => row.title)).toEqual([
      '投诉举报登记表',
      '办理（立案）审批表',
      '调查笔录',
      '沟通协商记录',
      '调查终结报告',
      '提示函',
      '送达回证',
      '意见书',
      '送达回证',
      '整改核查（回访）记录',
      '建议书',
      '送达回证',
      '移交材料清单',
      '结案报告',
    ]);
    expect(dossier.rows.find((row) => row.title === '调查笔录')?.date).toBe('2026-08-20');
    expect(dossier.rows.at(-1)).toMatchObject({ pageFrom: dossier.pageCount - 1, pageTo: dossier.pageCount });
  });
});

describe('the status bar', () => {
  it('shows what is done, left out, current and to come', () => {
    const world = createWorld(caseData());
    investigated(world);
    const text = (w: World) =>
      stepsOf(w.c().state, w.c().events)
        .map((step) => `${step.label}:${step.status}`)
        .join(' ');
    expect(text(world)).toBe(
      '线索:done 受理:done 协商:done 调查:done 审议:current 文书:coming 答复:coming 复查:coming 结案:coming 归档:coming',
    );
    world.act('reportUpward');
    expect(text(world)).toContain('审议:current');
  });
});
