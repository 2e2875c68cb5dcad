import { type ChannelName, contract } from '@shared/contract';
import { can, ROLE_LABELS, ROLES } from '@shared/domain/kernel/permissions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrokenText } from '../../electron/ipc/broken-text';
import { createTestOffice, type TestOffice } from '../builders/office';
import { createRandom } from '../builders/random';
import { generate } from './support/generate';

const POOL = { texts: ['安溪县', '2026-09-10', 'x'], keys: ['a'] };
/** Without those that try a password, slow on purpose: they have tests of their own. */
const channels = (Object.keys(contract) as ChannelName[]).filter(
  (name) => !name.startsWith('session.') && name !== 'damage.salvage',
);
const random = createRandom(42);
/** What the contract accepts: only then the permission is asked. */
function inputFor(name: ChannelName): unknown {
  for (;;) {
    const input = generate(contract[name].input, random, POOL);
    if (findBrokenText(input) === null) return input;
  }
}

describe('role × channel, asked at the pipeline', () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await createTestOffice();
  });
  afterAll(() => office.close());

  const mayCall = async (name: ChannelName): Promise<boolean> => {
    const result = await office.raw(name, inputFor(name));
    return result.ok || result.error.code !== 'FORBIDDEN' || !/没有这项操作的权限/.test(result.error.message);
  };

  it('is the table in permissions.txt', async () => {
    const rows: string[] = [
      `${'channel'.padEnd(34)}${'kind'.padEnd(9)}${'permission'.padEnd(20)}${ROLES.map((role) => role.padEnd(15)).join('')}`.trimEnd(),
    ];
    for (const name of [...channels].sort()) {
      const cells: string[] = [];
      for (const role of ROLES) {
        office.actAs([role]);
        const isAllowed = await mayCall(name);
        expect([name, role, isAllowed]).toEqual([name, role, can([role], contract[name].permission)]);
        cells.push((isAllowed ? 'yes' : '–').padEnd(15));
      }
      const { kind, permission } = contract[name];
      rows.push(`${name.padEnd(34)}${kind.padEnd(9)}${permission.padEnd(20)}${cells.join('')}`.trimEnd());
    }
    await expect(`${rows.join('\n')}\n`).toMatchFileSnapshot('permissions.txt');
  });

  it('no role and unknown roles may do nothing but what is public', async () => {
    for (const roles of [[], ['root'], ['__proto__']]) {
      office.actAs(roles);
      for (const name of channels)
        expect([name, await mayCall(name)]).toEqual([name, contract[name].permission === 'public']);
    }
  });

  it('two roles may do what either may', async () => {
    office.actAs(['reader', 'archivist']);
    for (const name of channels) {
      expect([name, await mayCall(name)]).toEqual([
        name,
        can(['reader'], contract[name].permission) || can(['archivist'], contract[name].permission),
      ]);
    }
  });

  it('every role has a name on the screen', () => {
    expect(Object.keys(ROLE_LABELS)).toEqual([...ROLES]);
  });

  it('the administrator does not see who complained, the reader writes nothing', () => {
    expect(can(['administrator'], 'complainant.read')).toBe(false);
    for (const name of channels) {
      if (contract[name].kind !== 'command') continue;
      expect([name, can(['reader'], contract[name].permission)]).toEqual([
        name,
        contract[name].permission === 'session',
      ]);
    }
  });
});

describe('without an open session', () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await createTestOffice();
    await office.lock();
  });
  afterAll(() => office.close());

  it('every channel that is not public answers LOCKED', async () => {
    for (const name of channels) {
      if (contract[name].permission === 'public') continue;
      const result = await office.raw(name, inputFor(name));
      expect([name, result]).toMatchObject([name, { ok: false, error: { code: 'LOCKED' } }]);
    }
  });

  it('public ones answer', async () => {
    for (const name of channels.filter((channel) => contract[channel].permission === 'public')) {
      const result = await office.raw(name, inputFor(name));
      // Restoring answers that a folder has to be chosen first.
      const needsFolder = ['restore.preview', 'restore.commit'].includes(name);
      expect([name, result.ok ? 'ok' : result.error.code]).toEqual([name, needsFolder ? 'NOT_FOUND' : 'ok']);
    }
    expect(await office.must('session.status', {})).toMatchObject({
      state: 'locked',
      account: null,
      unitName: '安溪县总工会',
    });
  });
});

describe('a channel that does not exist', () => {
  it('is refused, whatever it is called', async () => {
    const office = await createTestOffice({ isNew: true });
    for (const name of [
      '',
      'x',
      'employers',
      'employers.',
      'employers.save ',
      'EMPLOYERS.SAVE',
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      null,
      undefined,
      1,
      {},
      [],
      Symbol('x'),
      ['employers.save'],
      { toString: () => 'session.status' },
    ]) {
      expect(await office.raw(name, {})).toMatchObject({ ok: false, error: { code: 'UNKNOWN_CHANNEL' } });
    }
    expect(office.faults).toEqual([]);
  });
});
