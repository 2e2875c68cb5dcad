import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Input } from '@shared/contract';
import type { Complainant } from '@shared/contract/supervision';
import type { StoryStep, Told } from './story';

/** The invented contents of the 演示 file, as resources/demo tells them. */
export type Sample = {
  readonly unit: Omit<Input<'session.create'>, 'loginName' | 'password'>;
  readonly settings: Input<'settings.update'>['settings'];
  readonly leaders: readonly { readonly name: string; readonly post: string }[];
  readonly supervisors: readonly {
    readonly name: string;
    readonly certificateNo: string;
    readonly validDays: number;
  }[];
  readonly employers: readonly SampleEmployer[];
  readonly cases: readonly SampleCase[];
};

export type SampleEmployer = Partial<Input<'employers.save'>['employer']> & { readonly name: string };

export type SampleCase = {
  readonly employer: string;
  readonly daysAgo: number;
  readonly clue: Told;
  readonly complainant: (Partial<Complainant> & { readonly name: string }) | null;
  readonly violations: readonly Told[];
  readonly steps: readonly StoryStep[];
  readonly results: readonly SampleResult[];
};

export type SampleResult = {
  readonly day: number;
  readonly kind: string;
  readonly amountFen: number;
  readonly workerCount: number;
  readonly quantity: number;
  readonly evidence: string;
};

type Written = {
  readonly habits: Readonly<Record<string, Told>>;
  readonly cases: readonly (Omit<SampleCase, 'steps' | 'results'> & {
    readonly steps: readonly (readonly [day: number, action: string, values?: Told])[];
    readonly results: readonly (readonly [number, string, number, number, number, string])[];
  })[];
} & Omit<Sample, 'cases'>;

type MainJob = {
  readonly employer: SampleEmployer;
  readonly complainant: Partial<Complainant> & { readonly name: string };
  readonly clue: Told;
  readonly violations: readonly Told[];
  readonly steps: readonly StoryStep[];
};

/** Days since its clue came in: far enough for an 意见书 that waits for its signature. */
const MAIN_JOB_DAYS_AGO = 35;

/** What `paper.issue` stands for. */
const ISSUING = ['submitApproval', 'approveAndSign', 'seal', 'serve'] as const;

export function readSample(folder: string): Sample {
  const written = readJson<Written>(folder, 'sample.json');
  const main = readJson<MainJob>(folder, 'main-job.json');
  const told: SampleCase = {
    employer: main.employer.name,
    daysAgo: MAIN_JOB_DAYS_AGO,
    clue: main.clue,
    complainant: main.complainant,
    violations: main.violations,
    steps: main.steps,
    results: [],
  };
  const cases = written.cases.map(({ steps, results, ...rest }) => ({
    ...rest,
    steps: steps.flatMap(([day, action, values]) => expand(day, action, values ?? {}, written.habits)),
    results: results.map(([day, kind, amountFen, workerCount, quantity, evidence]) => ({
      day,
      kind,
      amountFen,
      workerCount,
      quantity,
      evidence,
    })),
  }));
  return { ...written, employers: [main.employer, ...written.employers], cases: [...cases, told] };
}

const readJson = <T>(folder: string, name: string): T =>
  JSON.parse(readFileSync(join(folder, 'demo', name), 'utf8')) as T;

/** An action of the case, or `paper.action`; what is not said is done as usual. */
function expand(
  day: number,
  action: string,
  values: Told,
  habits: Readonly<Record<string, Told>>,
): StoryStep[] {
  const usual = (key: string, general: string): Told => ({ ...(habits[key] ?? habits[general]), ...values });
  const [paper = '', step] = action.split('.');
  if (step === undefined) return [{ day, case: action, values: usual(action, action) }];
  const steps = step === 'issue' ? ISSUING : [step];
  return steps.map((name) => ({ day, paper, action: name, values: usual(`${paper}.${name}`, name) }));
}
