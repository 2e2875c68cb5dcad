import type { Page } from '@playwright/test';
import { EMPTY_EMPLOYER } from '@shared/contract/employers';
import {
  type Call,
  createTeller,
  type Ground,
  type StoryStep,
  tell,
} from '../../../electron/platform/demo/story.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { makeUscc } from '../../../shared/domain/kernel/uscc.ts';
import { call } from './calls.ts';
import { UNIT } from './office.ts';
import { FIRST_DAY, type Story } from './story.ts';

/** What a test begins with, brought about over the page's bridge: quicker than typing, and through the same channels. */

export async function arrangeOffice(page: Page): Promise<void> {
  const { jurisdiction: _, ...unit } = UNIT;
  await call(page, 'session.create', { ...unit, jurisdiction: 'zhejiang' });
  await page.reload();
  await page.locator('.shell').waitFor();
}

export type Registers = Ground & { readonly employerId: number };

export async function arrangeRegisters(page: Page, story: Story): Promise<Registers> {
  const { revision } = await call(page, 'settings.get', {});
  await call(page, 'settings.update', { revision, settings: story.settings });
  const leaders: number[] = [];
  for (const person of story.leaders) {
    leaders.push((await call(page, 'leaders.save', { id: null, validTo: null, ...person })).id);
  }
  const supervisors: number[] = [];
  for (const person of story.supervisors) {
    const certificate = { unit: UNIT.unitName, issuedBy: '云州市总工会', phone: '', isActive: true };
    const term = { validFrom: '2024-01-01', validTo: '2028-12-31' };
    const saved = { id: null, ...certificate, ...term, ...person };
    supervisors.push((await call(page, 'supervision.supervisors.save', saved)).id);
  }
  const employerId = await arrangeEmployer(page, story.employer);
  return { firstDay: FIRST_DAY, leaders, supervisors, employerId };
}

type EmployerInput = Input<'employers.save'>['employer'];

export async function arrangeEmployer(page: Page, employer: Partial<EmployerInput>): Promise<number> {
  const input = { id: null, revision: 0, employer: { ...EMPTY_EMPLOYER, ...employer } };
  return (await call(page, 'employers.save', input)).id;
}

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
export async function arrangeClue(page: Page, story: Story, registers: Registers): Promise<number> {
  const { initial } = await call(page, 'supervision.clue.form', {});
  const registered = await call(page, 'supervision.clue.register', {
    values: { ...initial, ...tell(story.clue, registers), employerId: registers.employerId },
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
      name: story.complainant.name,
      sex: story.complainant.sex ?? '',
      ageBand: story.complainant.ageBand ?? '',
      idNumber: story.complainant.idNumber ?? '',
      phone: story.complainant.phone ?? '',
      address: story.complainant.address ?? '',
      trade: story.complainant.trade ?? '',
    },
    violations: tell<Input<'supervision.clue.register'>['violations']>(story.violations, registers),
  });
  return registered.id;
}

/** Takes steps of the story without the page. */
export async function takeQuickly(
  page: Page,
  caseId: number,
  registers: Registers,
  steps: readonly StoryStep[],
): Promise<void> {
  const callPage: Call = (channel, input) => call(page, channel, input);
  const teller = createTeller(callPage, caseId, registers);
  for (const step of steps) await teller(step);
}

/** The story up to and with the named step: `deliberate`, or `reminderLetter.serve`. */
export function stepsUntil(story: Story, name: string): StoryStep[] {
  const steps = story.steps as readonly StoryStep[];
  const end = steps.findIndex((step) => name === (step.case ?? `${step.paper}.${step.action}`));
  if (end < 0) throw new Error(`The story has no ${name}`);
  return steps.slice(0, end + 1);
}
