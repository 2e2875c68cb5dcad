import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EMPTY_COMPLAINANT } from '@shared/contract/complainant';
import { EMPTY_EMPLOYER } from '@shared/contract/employers';
import {
  type Call,
  type Ground,
  type StoryStep,
  type Told,
  tell,
} from '../../electron/platform/demo/story.ts';
import type { Input } from '../../shared/contract/index.ts';

/** The invented main case, as resources/demo/main-job.json tells it. */
export type MainJob = {
  readonly settings: Readonly<Record<string, string>>;
  readonly leaders: readonly { readonly name: string; readonly post: string; readonly validFrom: string }[];
  readonly supervisors: readonly { readonly name: string; readonly certificateNo: string }[];
  readonly employer: Partial<EmployerInput> & { readonly name: string; readonly uscc: string };
  readonly complainant: Partial<ComplainantInput> & { readonly name: string };
  readonly clue: Told;
  readonly violations: readonly (Told & { readonly code: string })[];
  readonly steps: readonly StoryStep[];
};

type EmployerInput = Input<'employers.save'>['employer'];
type ClueInput = Input<'supervision.clue.register'>;
type ComplainantInput = NonNullable<ClueInput['complainant']>;

/** The day its clue comes in. */
export const FIRST_DAY = '2026-09-01';

export const readMainJob = (): MainJob =>
  JSON.parse(
    readFileSync(resolve(import.meta.dirname, '../../resources/demo/main-job.json'), 'utf8'),
  ) as MainJob;

/** Every string of the complainant block that could lead to the person. */
export const complainantSecrets = ({ complainant }: MainJob): readonly string[] =>
  (['name', 'idNumber', 'phone', 'address', 'trade'] as const).flatMap((name) => complainant[name] ?? []);

/** A step by the name tests know it by: `deliberate`, or `reminderLetter.serve`. */
export const nameOf = (step: StoryStep): string => step.case ?? `${step.paper}.${step.action}`;

/** The unit's letterhead, its signers and its supervisors, through the ordinary channels. */
export async function arrangeRegisters(
  call: Call,
  job: MainJob,
  validTo: (place: number) => string = () => '2028-12-31',
): Promise<Ground> {
  const { revision } = await call('settings.get', {});
  await call('settings.update', { revision, settings: job.settings });
  const leaders: number[] = [];
  for (const person of job.leaders) {
    leaders.push((await call('leaders.save', { id: null, validTo: null, ...person })).id);
  }
  const supervisors: number[] = [];
  for (const [place, person] of job.supervisors.entries()) {
    const certificate = { unit: '安溪县总工会', issuedBy: '云州市总工会', phone: '', isActive: true };
    const term = { validFrom: '2024-01-01', validTo: validTo(place) };
    const saved = { id: null, ...certificate, ...term, ...person };
    supervisors.push((await call('supervision.supervisors.save', saved)).id);
  }
  return { firstDay: FIRST_DAY, leaders, supervisors };
}

export async function arrangeEmployer(call: Call, employer: Partial<EmployerInput>): Promise<number> {
  const input = { id: null, revision: 0, employer: { ...EMPTY_EMPLOYER, ...employer } };
  return (await call('employers.save', input)).id;
}

/** Registers the clue of the story; `complainant: null` leaves out who complained. */
export async function arrangeClue(
  call: Call,
  told: Pick<MainJob, 'clue' | 'violations'> & { readonly complainant: MainJob['complainant'] | null },
  ground: Ground,
  employerId: number,
): Promise<{ readonly id: number; readonly clueNo: string }> {
  const { initial } = await call('supervision.clue.form', {});
  return call('supervision.clue.register', {
    values: { ...initial, ...tell(told.clue, ground), employerId },
    complainant: told.complainant && { ...EMPTY_COMPLAINANT, isMember: true, ...told.complainant },
    violations: tell<ClueInput['violations']>(told.violations, ground),
  });
}
