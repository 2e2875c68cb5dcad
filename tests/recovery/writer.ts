import { writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { EMPTY_EMPLOYER } from '@shared/contract/employers';
import { createKysely } from '../../electron/db/kysely';
import { openDatabase } from '../../electron/db/open';
import { openReader } from '../../electron/db/reader';
import { createCommandQueue, runTransaction } from '../../electron/db/unit-of-work';
import { createPipeline } from '../../electron/ipc/pipeline';
import { createSessionHolder } from '../../electron/platform/accounts/session';
import { createThrottle } from '../../electron/platform/accounts/throttle';
import { createEmployersHandlers } from '../../electron/platform/employers/employers.handlers';
import { insertEmployer } from '../../electron/platform/employers/employers.repository';
import { loadResources } from '../../electron/platform/resources/resources';
import { TODAYS_COST } from '../../electron/platform/vault/secret';
import { createScriptedPorts } from '../builders/ports';

/**
 * The program's part of the kill −9 test: saves employers one after another through the pipeline and says each one only
 * after its Result; every fifth turn it writes 60 in one transaction. Runs until it is killed.
 */
const [path = '', key = '', round = ''] = process.argv.slice(2);
const dataKey = Buffer.from(key, 'hex');
const sqlite = openDatabase(path, dataKey);
const kysely = createKysely(sqlite);
const holder = createSessionHolder(() => undefined);
const queue = createCommandQueue();
const clock = { now: () => new Date(), today: () => '2026-09-10' as const };
const account = { id: 1, displayName: '王敏', roles: ['clerk'] as const };
sqlite
  .prepare(
    'insert or ignore into account (id, login_name, display_name, roles, created_at) values (?, ?, ?, ?, ?)',
  )
  .run(account.id, 'wangmin', account.displayName, JSON.stringify(account.roles), '2026-09-10');
holder.open({
  login: Symbol('login'),
  office: {
    dataFolder: dirname(path),
    clock,
    queue,
    isDemo: false,
    version: '',
    throttle: createThrottle(),
    keyCost: TODAYS_COST,
  },
  sqlite,
  kysely,
  reader: openReader(path, dataKey),
  databasePath: path,
  dataKey,
  hasAlteredKeys: false,
  untilLock: new Map(),
  account,
  unitName: '',
});

// Each part is read when it is first asked for, and saving an employer asks for none.
const resources = loadResources('');
const never = () => {
  throw new Error('not used');
};
const invoke = createPipeline({
  handlers: createEmployersHandlers(() => ''),
  publicHandlers: {},
  holder,
  queue,
  clock,
  resources: () => resources,
  ports: createScriptedPorts(`${path}-audit-heads.json`),
  jobs: { open: never, track: never, cancel: never },
  onChanged: () => undefined,
  onFault: (_, error) => {
    throw error;
  },
});
const say = (line: string) => writeSync(1, `${line}\n`);

for (let turn = 0; ; turn += 1) {
  const name = `第${round}轮${turn}厂`;
  const result = await invoke('employers.save', {
    id: null,
    revision: 0,
    employer: { ...EMPTY_EMPLOYER, name, note: '备'.repeat(200) },
  });
  if (!result.ok) throw new Error(result.error.message);
  say(`one ${(result.value as { id: number }).id} ${name}`);
  if (turn % 5 === 4) {
    const town = `批${round}-${turn}`;
    await runTransaction(
      kysely,
      { accountId: 1, accountName: '王敏', channel: 'recovery' },
      clock.now,
      async ({ tx, audit }) => {
        for (let i = 0; i < 60; i += 1) {
          await insertEmployer(
            tx,
            { ...EMPTY_EMPLOYER, name: `${town}第${i}厂`, town },
            clock.now().toISOString(),
          );
        }
        await audit({ entity: 'employer', entityId: null, summary: `批量 ${town}` });
      },
    );
    say(`batch ${town}`);
  }
}
