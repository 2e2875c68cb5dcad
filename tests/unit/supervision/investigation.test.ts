import { describe, expect, it } from 'vitest';
import { decide, fieldsOf, kindsOf, messageOf } from './decisions';
import { context, documentData, event, inState, investigators, item, rulesWith } from './samples';

describe('investigation', () => {
  const GOOD = {
    supervisorA: 1,
    supervisorB: 2,
    hasShownCertificates: true,
    isEveryPageSigned: true,
    timeTo: '11:00',
  };
  const c = inState('C08');

  it.each([
    ['one person twice', { supervisorB: 1 }, 'supervisorB'],
    ['somebody who is not on the case', { supervisorB: 3 }, 'supervisorB'],
    ['no certificates shown', { hasShownCertificates: false }, 'hasShownCertificates'],
    ['an end before the beginning', { timeFrom: '10:00', timeTo: '09:00' }, 'timeTo'],
    ['unsigned pages without a word', { isEveryPageSigned: false }, 'unsignedNote'],
    ['no cooperation without a word', { attitude: 'refused' }, 'attitudeNote'],
  ])('refuses %s', (_name, over, field) => {
    expect(fieldsOf(decide(c, 'recordInvestigation', { ...GOOD, ...over }))).toContain(field);
  });

  it('refuses the recused, and takes notes in place of signatures', () => {
    const recused = {
      ...c,
      investigators: investigators.map((person) => ({ ...person, isRecused: person.supervisorId === 2 })),
    };
    expect(messageOf(decide(recused, 'recordInvestigation', GOOD))).toContain('林涛已回避');
    const noted = {
      ...GOOD,
      isEveryPageSigned: false,
      unsignedNote: '负责人拒签',
      attitude: 'refused',
      attitudeNote: '拒绝提供工资表',
    };
    expect(decide(c, 'recordInvestigation', noted)).toMatchObject({ ok: true });
    const free = context({ rules: rulesWith('zhejiang', { 'supervision.certificateRequired': false }) });
    expect(decide(c, 'recordInvestigation', { ...GOOD, hasShownCertificates: false }, free)).toMatchObject({
      ok: true,
    });
  });

  it('is announced by letter where the place wants it', () => {
    const anhui = context({ jurisdiction: 'anhui' });
    expect(
      kindsOf(decide(inState('C06'), 'startInvestigation', { talkOutcome: 'failed' }, anhui), 'paper'),
    ).toEqual(['investigationNotice']);
    expect(messageOf(decide(c, 'recordInvestigation', GOOD, anhui))).toContain('调查通知');
    const served = documentData({ kind: 'investigationNotice', status: 'D07', serviceOutcome: 'served' });
    expect(decide({ ...c, documents: [served] }, 'recordInvestigation', GOOD, anhui)).toMatchObject({
      ok: true,
    });
  });

  it('ends with a report of two supervisors; obstruction counts as a record', () => {
    expect(messageOf(decide(c, 'submitReport'))).toContain('尚无调查记录');
    const obstructed = {
      ...c,
      events: [event('employerObstructed', { manner: 'refused', description: '拒绝进厂' })],
    };
    expect(decide(obstructed, 'submitReport', { summary: '拒不配合' })).toMatchObject({ ok: true });
    expect(decide(c, 'employerObstructed')).toMatchObject({ ok: true });
  });

  it('replaces whoever has an interest', () => {
    const GOOD_CHANGE = { leaving: '2', replacement: 3, hasNoConflict: true };
    expect(decide(c, 'recuse', GOOD_CHANGE)).toMatchObject({
      ok: true,
      effects: [{ type: 'investigators', add: [3], recuse: [{ id: 2 }] }, { kind: 'recusalForm' }],
    });
    expect(fieldsOf(decide(c, 'recuse', { ...GOOD_CHANGE, replacement: 2 }))).toContain('replacement');
    expect(fieldsOf(decide(c, 'recuse', { ...GOOD_CHANGE, hasNoConflict: false }))).toEqual([
      'hasNoConflict',
    ]);
    const again = {
      ...c,
      investigators: [
        ...investigators,
        { ...investigators[0]!, supervisorId: 3, name: '周洁', isRecused: true },
      ],
    };
    expect(messageOf(decide(again, 'recuse', GOOD_CHANGE))).toContain('已经回避');
    expect(messageOf(decide(inState('C08', { investigators: [] }), 'recuse', GOOD_CHANGE))).toContain(
      '尚未指定监督员',
    );
  });

  it('can follow a reminder that did not help', () => {
    const decision = decide(
      inState('C16', { violations: [item({ finding: 'established' })] }),
      'startInvestigation',
    );
    expect(kindsOf(decision, 'deadline.start')).toEqual(['investigation']);
  });
});
