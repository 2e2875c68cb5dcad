import type { CaseData } from '@shared/domain/supervision/case-data';
import { caseWarnings } from '@shared/domain/supervision/case-warnings';
import { describe, expect, it } from 'vitest';
import { context, event, inState, item, rulesWith } from './samples';

describe('warnings', () => {
  const texts = (over: Partial<CaseData>, ctx = context()) =>
    caseWarnings(inState('C08', over), ctx).map(({ level, text }) => `${level} ${text}`);
  const told = { isLimitationTold: true, workersTotal: 20 };

  it('are silent on an ordinary case and on a closed one', () => {
    expect(texts({ basics: told })).toEqual([]);
    expect(caseWarnings(inState('C20', { basics: {} }), context())).toEqual([]);
    expect(caseWarnings(inState('C08', { state: 'X' }), context())).toEqual([]);
  });

  it('name flags, immediate violations and mass arrears until they were reported', () => {
    const basics = { ...told, workersTotal: 12, sensitiveFlags: ['massEvent', 'medical', 'identityRisk'] };
    const violations = [
      item({ code: 'V30', name: '使用童工' }),
      item({ code: 'V10' }),
      item({ code: 'V36' }),
      item({ code: 'V60' }),
      item({ code: 'V99' }),
    ];
    const before = texts({ basics, violations });
    expect(before.filter((text) => text.startsWith('danger'))).toHaveLength(3);
    expect(before.join()).toContain('欠薪涉及 12 人');
    expect(before.join()).toContain('是否属于本会监督范围');
    expect(before.join()).toContain('相关规定正在变动');
    const after = texts({ basics, violations, events: [event('reportUpward')] });
    expect(after.filter((text) => text.startsWith('danger'))).toEqual([]);
    expect(after.filter((text) => text.startsWith('warn'))).toHaveLength(1);
    const none = context({ rules: rulesWith('zhejiang', { 'supervision.massWageWorkersMin': null }) });
    expect(
      texts(
        {
          basics: { ...basics, sensitiveFlags: [], workersTotal: null },
          violations: [item({ code: 'V10' })],
        },
        none,
      ),
    ).toEqual([]);
  });

  it('name certificates, small groups, what was not told, the hotline', () => {
    const [person] = inState('C08').investigators;
    const expiring = context({ today: '2028-12-01' });
    expect(texts({ basics: told }, expiring).join()).toContain('即将到期');
    const gone = [{ ...person!, supervisorId: 99, validTo: '2026-01-01' }];
    expect(texts({ basics: told, investigators: gone }).join()).toContain('已经失效');
    expect(texts({ basics: { workersTotal: 2, hotlineDueOn: '2026-09-20' } })).toEqual([
      'warn 只涉及 2 人，对外文书容易暴露反映人，请概括表述',
      'warn 尚未告知反映人仲裁、工伤认定等期限，请提醒不要等待',
      'info 热线工单须于2026-09-20前回复',
    ]);
    expect(
      texts({
        basics: { hotlineDueOn: '2026-09-20' },
        hasComplainant: false,
        events: [event('replyHotline')],
      }),
    ).toEqual([]);
  });
});
