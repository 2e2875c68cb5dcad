import type { Page } from '@playwright/test';
import {
  type Call,
  createTeller,
  type Ground,
  type StoryStep,
} from '../../../electron/platform/demo/story.ts';
import { makeUscc } from '../../../shared/domain/kernel/uscc.ts';
import type { MainJob } from '../../builders/main-job.ts';
import * as mainJob from '../../builders/main-job.ts';
import { call } from './calls.ts';
import { UNIT } from './office.ts';

/** What a test begins with, brought about over the page's bridge: quicker than typing, and through the same channels. */

export async function arrangeOffice(page: Page): Promise<void> {
  const { jurisdiction: _, ...unit } = UNIT;
  await call(page, 'session.create', { ...unit, jurisdiction: 'zhejiang' });
  await page.reload();
  await page.locator('.shell').waitFor();
}

export type Registers = Ground & { readonly employerId: number };

/** The page's bridge as what tells a story. */
const callOf =
  (page: Page): Call =>
  (channel, input) =>
    call(page, channel, input);

export async function arrangeRegisters(page: Page, story: MainJob): Promise<Registers> {
  const ground = await mainJob.arrangeRegisters(callOf(page), story);
  return { ...ground, employerId: await arrangeEmployer(page, story.employer) };
}

export const arrangeEmployer = (page: Page, employer: MainJob['employer']): Promise<number> =>
  mainJob.arrangeEmployer(callOf(page), employer);

/** Employers without a story, in one town. */
export async function arrangeEmployers(
  page: Page,
  count: number,
  town: string,
  firstSerial = 400_001,
): Promise<number[]> {
  const ids: number[] = [];
  for (let index = 1; index <= count; index += 1) {
    const name = `安溪县${town.slice(0, 2)}第${index}试验机械厂`;
    const uscc = makeUscc({ serial: firstSerial + index - 1 });
    ids.push(await arrangeEmployer(page, { name, uscc, town, address: `${town}工业路${index}号` }));
  }
  return ids;
}

/** Registers the clue of the story. */
export async function arrangeClue(page: Page, story: MainJob, registers: Registers): Promise<number> {
  return (await mainJob.arrangeClue(callOf(page), story, registers, registers.employerId)).id;
}

/** Takes steps of the story without the page. */
export async function takeQuickly(
  page: Page,
  caseId: number,
  registers: Registers,
  steps: readonly StoryStep[],
): Promise<void> {
  const teller = createTeller(callOf(page), caseId, registers);
  for (const step of steps) await teller(step);
}

/** The story up to and with the named step: `deliberate`, or `reminderLetter.serve`. */
export function stepsUntil(story: MainJob, name: string): StoryStep[] {
  const end = story.steps.findIndex((step) => name === mainJob.nameOf(step));
  if (end < 0) throw new Error(`The story has no ${name}`);
  return story.steps.slice(0, end + 1);
}
