import { type ChannelName, contract } from '@shared/contract';
import { PERMISSIONS, ROLE_PERMISSIONS } from '@shared/domain/kernel/permissions';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { handlers, publicHandlers } from '../../electron/modules';
import { filesUnder, readSource } from '../architecture/support';
import { createInProcessJobs, createTestOffice } from '../builders/office';
import { createScriptedPorts } from '../builders/ports';
import { partsOf } from './support/schema';

const channels = Object.keys(contract) as ChannelName[];
const open = publicHandlers({
  dataFolder: '',
  resources: () => {
    throw new Error('not asked');
  },
  clock: { now: () => new Date(0), today: () => '2026-09-10' },
  isDemo: false,
  changeOffice: () => undefined,
  version: '',
  queue: { run: (task) => task() },
  ports: createScriptedPorts(''),
  jobs: createInProcessJobs(),
});

describe('the contract', () => {
  it('names each channel once, in one of its files', () => {
    const names = filesUnder('shared/contract').flatMap((path) =>
      [...readSource(path).text.matchAll(/^ {2}'([a-z]\w*(?:\.\w+)+)':/gm)].map((match) => match[1]),
    );
    expect([...names].sort()).toEqual([...channels].sort());
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(channels)('%s has kind, input, output, permission and audit', (name) => {
    const channel = contract[name];
    expect(Object.keys(channel).sort()).toEqual(['audit', 'input', 'kind', 'output', 'permission']);
    expect(['query', 'command', 'job']).toContain(channel.kind);
    expect(channel.input).toBeInstanceOf(z.ZodType);
    expect(channel.output).toBeInstanceOf(z.ZodType);
    expect(PERMISSIONS).toContain(channel.permission);
    expect(
      channel.kind === 'command'
        ? ['always']
        : channel.kind === 'query'
          ? ['none', 'sensitive']
          : ['none', 'always', 'sensitive', 'export', 'print', 'login', 'backup'],
    ).toContain(channel.audit);
  });

  it('every permission is held by some role, and what is asked is a permission', () => {
    const held = new Set(Object.values(ROLE_PERMISSIONS).flat());
    const asked = new Set(channels.map((name) => contract[name].permission));
    for (const permission of asked)
      expect([
        permission,
        permission === 'public' || permission === 'session' || held.has(permission),
      ]).toEqual([permission, true]);
  });

  it('only reading is public, besides the doors', () => {
    const writers = channels.filter(
      (name) => contract[name].permission === 'public' && contract[name].kind !== 'query',
    );
    expect(writers).toEqual([
      'session.create',
      'session.unlock',
      'session.recover.check',
      'session.recover',
      'session.office.change',
      // A computer without a file, or with one that does not open, is restored from a backup.
      'restore.pick',
      'restore.preview',
      'restore.commit',
      'restore.cancel',
      'damage.salvage',
    ]);
  });

  it('no input is without bounds: a text of a million characters is refused everywhere', {
    timeout: 300_000,
  }, () => {
    const endless = 'x'.repeat(6_000_000);
    const open = channels.filter((name) => unboundedTexts(contract[name].input, endless));
    expect(open).toEqual([]);
  });
});

describe('handlers', () => {
  it('serve every channel, each exactly once', () => {
    const served = [...Object.keys(handlers), ...Object.keys(open)];
    expect(channels.filter((name) => !served.includes(name))).toEqual([]);
    expect(served.filter((name, i) => served.indexOf(name) !== i)).toEqual([]);
  });

  it('serve nothing that is not in the contract', () => {
    expect(
      [...Object.keys(handlers), ...Object.keys(open)].filter(
        (name) => !channels.includes(name as ChannelName),
      ),
    ).toEqual([]);
  });

  it('that work before a file is open are public or the lock', () => {
    expect(Object.keys(open).filter((name) => contract[name as ChannelName].permission !== 'public')).toEqual(
      ['session.lock'],
    );
  });
});

describe('what is shown of a sensitive record', () => {
  it('is remembered in the audit log, also when only looked at', async () => {
    const office = await createTestOffice();
    const { id } = await office.must('people.save', {
      id: null,
      revision: 0,
      person: { name: '张三', idNumber: '', phone: '', employerId: null, post: '', note: '' },
    });
    const before = await office.must('audit.verify', {});
    await office.must('people.get', { id });
    const after = await office.must('audit.verify', {});
    expect(after.rowCount).toBe(before.rowCount + 1);
    const [last] = (await office.must('audit.list', { text: '', limit: 1 })).rows;
    expect(last).toMatchObject({
      channel: 'people.get',
      entity: 'person',
      entityId: id,
      accountName: '王敏',
    });
    // Not found: nothing was shown, nothing is remembered.
    await office.invoke('people.get', { id: 99_999 });
    expect((await office.must('audit.verify', {})).rowCount).toBe(after.rowCount);
    await office.close();
  });
});

/** One kind of text stands in many fields: it is asked once. */
const asked = new Map<z.core.$ZodType, boolean>();

function unboundedTexts(schema: z.core.$ZodType, endless: string): boolean {
  const known = asked.get(schema);
  if (known !== undefined) return known;
  const isText = schema instanceof z.ZodString || schema instanceof z.ZodPipe;
  const isUnbounded = isText
    ? schema.safeParse(endless).success
    : partsOf(schema).some((part) => unboundedTexts(part, endless));
  asked.set(schema, isUnbounded);
  return isUnbounded;
}
