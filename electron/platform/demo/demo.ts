import { renameSync, rmSync } from 'node:fs';
import type { ChannelName, Input, Output } from '@shared/contract';
import { EMPTY_COMPLAINANT } from '@shared/contract/complainant';
import { EMPTY_EMPLOYER } from '@shared/contract/employers';
import { createCalendar } from '@shared/domain/kernel/calendar';
import { addDays, type CivilDate } from '@shared/domain/kernel/civil-date';
import { makeUscc } from '@shared/domain/kernel/uscc';
import { createCommandQueue } from '../../db/unit-of-work';
import type { Clock } from '../../ipc/clock';
import type { Handlers, Ports } from '../../ipc/context';
import { createPipeline } from '../../ipc/pipeline';
import type { Jobs } from '../../jobs/jobs';
import { createOffice } from '../accounts/accounts.service';
import { DEMO_LOGIN, type Office } from '../accounts/office';
import { createSessionHolder } from '../accounts/session';
import type { Resources } from '../resources/resources';
import { readSample, type Sample, type SampleCase } from './sample';
import { type Call, createTeller, type Ground, NotOffered, type Teller, tell } from './story';

type DemoParts = {
  readonly handlers: Partial<Handlers>;
  readonly resources: () => Resources;
  readonly resourcesFolder: string;
};

/**
 * Makes the 演示 file: a year of invented work up to today, done through the same channels as real work and on the days
 * it is dated. It comes into being beside its place and is moved there when it is complete.
 */
export function createDemoMaker(parts: DemoParts): (office: Office) => Promise<void> {
  return async (office) => {
    const folder = `${office.dataFolder}.part`;
    // Only what an interrupted attempt has left.
    rmSync(folder, { recursive: true, force: true });
    const sample = readSample(parts.resourcesFolder);
    const clock = createStoryClock();
    const holder = createSessionHolder(() => undefined);
    const today = office.clock.today();
    const firstDay = addDays(today, -Math.max(...sample.cases.map(({ daysAgo }) => daysAgo)) - 1);
    clock.set(firstDay);
    try {
      await createOffice({ ...office, clock, dataFolder: folder }, holder, { ...sample.unit, ...DEMO_LOGIN });
      // Nothing of this lasts until it is complete: the disk is waited for once, at the end.
      const sqlite = holder.current()?.sqlite;
      sqlite?.pragma('synchronous = OFF');
      const invoke = createPipeline({
        handlers: parts.handlers,
        publicHandlers: {},
        holder,
        queue: createCommandQueue(),
        clock,
        resources: parts.resources,
        ports: NO_PORTS,
        jobs: NO_JOBS,
        onChanged: () => undefined,
        onFault: (channel, error) => {
          throw new Error(`${channel} failed`, { cause: error });
        },
      });
      const call: Call = async <C extends ChannelName>(channel: C, input: Input<C>) => {
        const result = await invoke(channel, input);
        if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
        return result.value as Output<C>;
      };
      await fill({ call, clock, sample, today, firstDay, resources: parts.resources() });
      sqlite?.pragma('synchronous = FULL');
      sqlite?.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      await holder.close();
    }
    renameSync(folder, office.dataFolder);
  };
}

type Filling = {
  readonly call: Call;
  readonly clock: StoryClock;
  readonly sample: Sample;
  readonly today: CivilDate;
  readonly firstDay: CivilDate;
  readonly resources: Resources;
};

async function fill(filling: Filling): Promise<void> {
  const { clock, sample, today, firstDay } = filling;
  const registers = await fillRegisters(filling);
  const calendar = createCalendar(filling.resources.calendars);
  /** Offices work on workdays: what would fall on a rest day was done the workday before. */
  const workdayOf = (date: CivilDate): CivilDate =>
    calendar.isWorkday(date) ? date : workdayOf(addDays(date, -1));
  const courses = sample.cases.map((kase) => {
    const cameIn = addDays(today, -kase.daysAgo);
    const ground = { ...registers, firstDay: workdayOf(cameIn) };
    return eventsOf(kase, ground, filling.call)
      .toSorted((a, b) => a.day - b.day)
      .map(({ day, run }) => ({ on: workdayOf(addDays(cameIn, day)), run }));
  });
  for (let day = firstDay; day <= today; day = addDays(day, 1)) {
    if (!calendar.isWorkday(day)) continue;
    clock.set(day);
    for (const course of courses) await workOn(course, day, clock);
  }
}

type Course = { readonly on: CivilDate; readonly run: () => Promise<void> }[];

/** Does what is due in one case; what is not possible yet waits for another day. */
async function workOn(course: Course, day: CivilDate, clock: StoryClock): Promise<void> {
  for (let next = course[0]; next && next.on <= day; next = course[0]) {
    try {
      clock.set(day);
      await next.run();
    } catch (error) {
      if (error instanceof NotOffered) return;
      throw error;
    }
    course.shift();
  }
}

type Registers = Omit<Ground, 'firstDay'> & {
  readonly employers: ReadonlyMap<string, number>;
  /** What the catalogue proposes to demand, by violation. */
  readonly demands: ReadonlyMap<string, string>;
};

async function fillRegisters({ call, sample, today, firstDay }: Filling): Promise<Registers> {
  const { revision } = await call('settings.get', {});
  await call('settings.update', { revision, settings: sample.settings });
  const leaders: number[] = [];
  for (const person of sample.leaders) {
    const term = { validFrom: addDays(firstDay, -400), validTo: null };
    leaders.push((await call('leaders.save', { id: null, ...person, ...term })).id);
  }
  const supervisors: number[] = [];
  for (const { validDays, ...person } of sample.supervisors) {
    const certificate = {
      unit: sample.unit.unitName,
      issuedBy: sample.settings.upperUnion ?? '',
      validFrom: addDays(firstDay, -60),
      validTo: addDays(today, validDays),
      phone: '',
      isActive: true,
    };
    supervisors.push(
      (await call('supervision.supervisors.save', { id: null, ...person, ...certificate })).id,
    );
  }
  const employers = new Map<string, number>();
  for (const [index, employer] of sample.employers.entries()) {
    const saved = await call('employers.save', {
      id: null,
      revision: 0,
      employer: {
        ...EMPTY_EMPLOYER,
        uscc: makeUscc({ serial: FIRST_SERIAL + index }),
        contactPhone: `0570-80001${String(index).padStart(2, '0')}`,
        ...employer,
      },
    });
    employers.set(employer.name, saved.id);
  }
  const catalogue = await call('catalogue.violations', {});
  const demands = new Map(catalogue.map(({ code, demand }) => [code, demand]));
  return { leaders, supervisors, employers, demands };
}

const FIRST_SERIAL = 310_001;

type Event = { readonly day: number; readonly run: () => Promise<void> };

/** What happens in one case, by days after the clue. */
function eventsOf(kase: SampleCase, ground: Registers & Ground, call: Call): Event[] {
  let caseId = 0;
  let teller: Teller | null = null;
  const register = async () => {
    const { initial } = await call('supervision.clue.form', {});
    const registered = await call('supervision.clue.register', {
      values: {
        ...initial,
        receiver: '王敏',
        ...tell(kase.clue, ground),
        receivedOn: ground.firstDay,
        employerId: ground.employers.get(kase.employer) ?? null,
      },
      complainant: kase.complainant ? { ...EMPTY_COMPLAINANT, isMember: true, ...kase.complainant } : null,
      violations: kase.violations.map((told) =>
        violationOf(tell<Partial<Violation>>(told, ground), ground.demands),
      ),
    });
    caseId = registered.id;
    teller = createTeller(call, caseId, ground);
  };
  return [
    { day: 0, run: register },
    ...kase.steps.map((step) => ({ day: step.day, run: async () => teller?.(step) })),
    ...kase.results.map(({ day, ...result }) => ({
      day,
      run: async () => {
        const { revision } = await call('supervision.case.get', { id: caseId });
        await call('supervision.result.save', { caseId, revision, id: null, ...result });
      },
    })),
  ];
}

type Violation = Input<'supervision.clue.register'>['violations'][number];

/** What is demanded is what the catalogue proposes, unless the story says otherwise. */
const violationOf = (told: Partial<Violation>, demands: ReadonlyMap<string, string>): Violation => ({
  code: '',
  fact: '',
  workerCount: null,
  amountFen: null,
  evidence: '',
  demand: demands.get(told.code ?? '') ?? '',
  demandDueOn: null,
  ...told,
});

type StoryClock = Clock & { readonly set: (today: CivilDate) => void };

const FIRST_MINUTE = 8 * 60 + 40;
const MINUTES_A_STEP = 6;

/** The office hours of the day that is told: each step some minutes after the one before. */
function createStoryClock(): StoryClock {
  let day: CivilDate = '1970-01-01';
  let minute = FIRST_MINUTE;
  let tick = 0;
  return {
    today: () => day,
    now: () => {
      const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
      tick += 1;
      return new Date(year, month - 1, date, 0, minute, 0, tick % 60_000);
    },
    set: (today) => {
      minute = today === day ? minute + MINUTES_A_STEP : FIRST_MINUTE;
      tick = 0;
      day = today;
    },
  };
}

const unused = async (): Promise<never> => {
  throw new Error('the sample data needs no person and no worker');
};
const NO_PORTS: Ports = {
  rememberedHeads: () => [],
  rememberBeginning: () => undefined,
  diagnostics: () => ({ logs: [], versions: {} }),
  pickFile: unused,
  pickFiles: unused,
  offeredFile: () => null,
  releaseFile: () => undefined,
  serveFile: () => {
    throw new Error('the sample data shows no file');
  },
  openCopy: unused,
  pickFolder: unused,
  saveFile: unused,
  openPath: unused,
  print: unused,
  progress: () => undefined,
};
const NO_JOBS: Jobs = {
  track: () => () => undefined,
  cancel: () => false,
  open: () => {
    throw new Error('the sample data needs no worker');
  },
};
