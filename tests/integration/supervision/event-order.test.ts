import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestOffice, type TestOffice } from '../../builders/office';
import { type Story, tellStory } from '../../builders/story';

/** An office PC with an empty battery starts in the past: what happened to a case is still told in its order. */

let office: TestOffice;
let story: Story;
beforeEach(async () => {
  office = await createTestOffice({ today: '2026-09-08' });
  story = await tellStory(office);
});
afterEach(() => office.close());

const caseNow = () => office.must('supervision.case.get', { id: story.caseId });

async function act(action: string, values: Record<string, string> = {}) {
  const { revision } = await caseNow();
  await office.must('supervision.case.act', { id: story.caseId, revision, action, values });
}

async function finaliseForm() {
  const form = (await caseNow()).documents.find((row) => row.kind === 'registrationForm');
  if (!form) throw new Error('no 登记表 was drafted');
  const { id, revision } = form;
  const values = { finalisedOn: '2026-09-10' };
  await office.must('documents.act', { id, revision, action: 'finalise', values });
}

describe('when the clock goes back between two steps', () => {
  test('the timeline keeps the order of the steps, those of papers among them, newest first', async () => {
    office.clock.set('2026-09-10');
    await finaliseForm();
    office.clock.set('2026-09-09');
    await act('addNote', { notedOn: '2026-09-09', note: '反映人补充了工资条。' });
    office.clock.set('2026-09-11');
    await act('startReview', { reviewOn: '2026-09-11', reviewer: '王敏' });
    const told = (await caseNow()).timeline.map(({ action }) => action);
    expect(told).toEqual(['startReview', 'addNote', 'document.finalise', 'register']);
  });
});
