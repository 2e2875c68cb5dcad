import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ChannelName, contract } from '@shared/contract';
import { natureOf } from '@shared/contract/audit-nature';
import { Refusal } from '@shared/contract/result';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { portsAtWork } from '../../electron/ipc/at-work';
import type { Ports } from '../../electron/ipc/context';
import { sourcesUnder } from '../architecture/support';
import { temporaryFolder } from '../builders/file';
import { createTestOffice, type TestOffice, watchedJobs } from '../builders/office';
import { createScriptedPorts } from '../builders/ports';
import { beginEveryPaper, tellStory } from '../builders/story';
import { type WaysOut, waysOut } from '../builders/ways-out';
import { HEADERS, rosterRows, writeRoster } from '../integration/import/support';

/** What leaves the program: nothing behind the lock, nothing the log does not know of. Over every job that asks a port. */

const ASKED_OF_A_PERSON: readonly string[] = ['saveFile', 'pickFolder', 'pickFile', 'pickFiles'];
/** Tells what was signed before the lock fell; nobody reads it any more. */
const TELLS_WHAT_IS_DONE: readonly string[] = ['documents.batch.run'];
/** A set of a backup opens with the password of an account only; its row is written when it is whole. */
const SEALED: readonly string[] = ['backup.runTo'];

let office: TestOffice;
let ways: WaysOut;
/** Where everything goes that is written. */
let out: string;
/** What was asked since the job began: ports, and tasks of workers. */
let asked: string[] = [];
/** The lock falls while this one of them is being asked. */
let lockAt: number | null = null;
/** `file port` of every port asked, in the words of the sources. */
const sites = new Set<string>();

async function lockMayFall(name: string): Promise<boolean> {
  asked.push(name);
  if (asked.length - 1 !== lockAt) return false;
  await office.lock();
  return true;
}

function remembered(name: string): void {
  const place = /electron\/((?:platform|modules)\/[\w./-]+?\.ts)/.exec(new Error().stack ?? '');
  sites.add(`${place?.[1] ?? 'nowhere'} ${name}`);
}

beforeAll(async () => {
  const jobs = watchedJobs(
    (call) => (task, input, report) =>
      lockMayFall(task).then((hasFallen) => {
        // The lock ends every thread.
        if (hasFallen) throw new Refusal('CANCELLED', '操作已取消，数据没有改变。');
        return call(task, input, report);
      }),
  );
  office = await createTestOffice({ jobs });
  const { ports } = office;
  const { openCopy, openPath, pickFile, pickFiles, pickFolder, print, saveFile } = ports;
  const watched =
    <A extends unknown[], T>(name: string, ask: (...given: A) => Promise<T>) =>
    async (...given: A): Promise<T> => {
      remembered(name);
      await lockMayFall(name);
      return ask(...given);
    };
  const noticed =
    <A extends unknown[], T>(name: string, ask: (...given: A) => T) =>
    (...given: A): T => {
      remembered(name);
      return ask(...given);
    };
  Object.assign(ports, {
    openCopy: watched('openCopy', openCopy),
    openPath: watched('openPath', openPath),
    pickFile: watched('pickFile', pickFile),
    pickFiles: watched('pickFiles', pickFiles),
    pickFolder: watched('pickFolder', pickFolder),
    print: watched('print', print),
    saveFile: watched('saveFile', saveFile),
    offeredFile: noticed('offeredFile', ports.offeredFile),
    releaseFile: noticed('releaseFile', ports.releaseFile),
    serveFile: noticed('serveFile', ports.serveFile),
    diagnostics: noticed('diagnostics', ports.diagnostics),
    rememberedHeads: noticed('rememberedHeads', ports.rememberedHeads),
    rememberBeginning: noticed('rememberBeginning', ports.rememberBeginning),
  } satisfies Omit<Ports, 'progress'>);
  const story = await tellStory(office);
  await beginEveryPaper(office, story.caseId);
  ways = await waysOut(office, story);
});
afterAll(() => office.close());

function anotherPlace(): void {
  out = temporaryFolder();
  const file = writeRoster([[...HEADERS], ...rosterRows(2)]);
  Object.assign(office.ports.next, { save: join(out, 'x'), folder: out, file, files: [file] });
  office.ports.opened.length = 0;
  office.ports.printed.length = 0;
}
beforeEach(anotherPlace);

async function run(name: ChannelName, lockedAt: number | null) {
  const input = await ways[name]?.();
  asked = [];
  lockAt = lockedAt;
  const result = await office.raw(name, input);
  lockAt = null;
  return result;
}

const rowsOf = (channel: string): number =>
  office.sqlite.prepare('select count(*) from audit_log where channel = ?').pluck().get(channel) as number;

/** What somebody else could now look at. */
const hasLeft = (): string[] => [
  ...readdirSync(out),
  ...office.ports.opened.filter((path) => existsSync(path)),
  ...office.ports.printed,
];

const NAMES = [
  'app.openPath',
  'audit.export',
  'audit.verify',
  'backup.folder.pick',
  'backup.runTo',
  'cases.export',
  'damage.check',
  'diagnostics.export',
  'documents.batch.run',
  'documents.export',
  'documents.exportAll',
  'documents.print',
  'employers.export',
  'employers.import.preview',
  'employers.import.template',
  'evidence.add',
  'evidence.export',
  'evidence.openOutside',
  'evidence.pick',
  'evidence.view',
  'recovery.print',
  'statistics.chart.export',
  'statistics.export',
] as const satisfies readonly ChannelName[];

describe.each(NAMES)('%s', (name) => {
  it('does its work while the person is there', async () => {
    expect([name, await run(name, null)]).toMatchObject([name, { ok: true }]);
  });

  it('is refused once the lock falls, whatever was just being asked, and says nothing of damage', async () => {
    await run(name, null);
    const moments = asked;
    for (const [i, moment] of moments.entries()) {
      anotherPlace();
      const before = rowsOf(name);
      const result = await run(name, i);
      expect([moment, asked.length]).toEqual([moment, i + 1]);
      const left = hasLeft();
      await office.unlock();
      const answer = result.ok ? 'done' : result.error.code;
      expect([moment, answer]).toEqual([
        moment,
        result.ok && TELLS_WHAT_IS_DONE.includes(name) ? 'done' : 'LOCKED',
      ]);
      if (ASKED_OF_A_PERSON.includes(moment))
        expect([moment, left, rowsOf(name)]).toEqual([moment, [], before]);
      else if (left.length > 0) expect([moment, left, rowsOf(name) > before]).toEqual([moment, left, true]);
    }
    expect(office.faults).toEqual([]);
  });
});

describe('when its row cannot be written', () => {
  beforeAll(() => {
    const refuses = "begin select raise(abort, 'no room'); end";
    office.sqlite.exec(`create temp trigger no_room before insert on main.audit_log ${refuses}`);
  });
  afterAll(() => {
    office.sqlite.exec('drop trigger no_room');
  });

  it.each(NAMES.filter((name) => contract[name].audit !== 'none' && !SEALED.includes(name)))(
    '%s lets nothing out',
    async (name) => {
      expect(await run(name, null)).toMatchObject({ ok: false });
      expect(hasLeft()).toEqual([]);
    },
  );
});

describe('the table above', () => {
  const channels = Object.keys(contract) as ChannelName[];

  it('has every place of the sources where a job asks a port', () => {
    const written = ['electron/platform', 'electron/modules']
      .flatMap(sourcesUnder)
      .flatMap(({ path, code }) =>
        [...code.matchAll(/\bctx\.ports\s*\.\s*(\w+)\(/g)]
          .map((match) => match[1] ?? '')
          .filter((port) => port !== 'progress')
          .map((port) => `${path.replace('electron/', '')} ${port}`),
      );
    expect(new Set(written).size).toBeGreaterThan(15);
    expect([...new Set(written)].filter((site) => !sites.has(site))).toEqual([]);
  });

  it('has every channel that exports or prints', () => {
    const named = channels.filter((name) => ['export', 'print'].includes(natureOf(name)));
    expect(named.filter((name) => !NAMES.some((known) => known === name))).toEqual([]);
    expect(named.length).toBeGreaterThan(6);
  });

  it('and a port that is added later refuses as well', async () => {
    const gone = () => {
      throw new Refusal('LOCKED', '程序已锁定，请先登录。');
    };
    const atWork = portsAtWork(createScriptedPorts(join(office.folder, 'heads.json')), gone);
    for (const [name, ask] of Object.entries(atWork)) {
      if (name === 'progress') continue;
      const asking = async () => Reflect.apply(ask, undefined, [{}]) as unknown;
      await expect(asking(), name).rejects.toMatchObject({ code: 'LOCKED' });
    }
  });
});
