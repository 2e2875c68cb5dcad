import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { createTestOffice, type TestOffice } from '../../builders/office';
import { addColleague, asAdministrator, keysText, LIJUN, mustLogIn, OWN_PASSWORD } from './support';

/** There is always an administrator: every way to lose the last one is refused, and leaves everything as it was. */

const ADMINISTRATOR = 1;
let office: TestOffice;
let lijun: number;
let attempts = 0;

beforeEach(async () => {
  office = await createTestOffice();
  lijun = await addColleague(office, LIJUN);
});
afterEach(() => office.close());

/** Accounts, key slots and log: what a refusal must not touch. */
const state = () => ({
  accounts: office.sqlite.prepare('select * from account order by id').all(),
  keys: keysText(office),
  log: office.sqlite.prepare('select count(*) from audit_log').pluck().get(),
});

/** Every call that could take the administrator's right or account away. */
const waysOut = (): readonly (readonly [string, unknown])[] => [
  ['accounts.deactivate', { id: ADMINISTRATOR }],
  ['accounts.remove', { id: ADMINISTRATOR }],
  ['accounts.save', { id: ADMINISTRATOR, displayName: '王敏', roles: ['clerk'] }],
  ['accounts.save', { id: ADMINISTRATOR, displayName: '王敏', roles: [] }],
];

async function refuseAll(codes: readonly string[]): Promise<string[]> {
  const messages: string[] = [];
  for (const [channel, input] of waysOut()) {
    const before = state();
    const result = await office.raw(channel, input);
    if (result.ok) throw new Error(`${channel} was done`);
    expect([channel, codes.includes(result.error.code)]).toEqual([channel, true]);
    expect(state()).toEqual(before);
    messages.push(result.error.message);
    attempts += 1;
  }
  return messages;
}

it('the administrator cannot leave by the own hand', async () => {
  const messages = await refuseAll(['REFUSED', 'BAD_INPUT']);
  expect(messages[0]).toBe('不能停用或移除自己的账号，请由另一位管理员操作。');
  expect(messages[1]).toBe(messages[0]);
  expect(messages[2]).toContain('这是最后一位在用的管理员。请先为另一个账号加上管理员角色');
});

it('nor is the last one taken away by a clerk, or by whom the role was lent to', async () => {
  await mustLogIn(office, 'lijun', OWN_PASSWORD);
  // No role at all is no input of anybody's.
  await refuseAll(['FORBIDDEN', 'BAD_INPUT']);
  await asAdministrator(office);
  const today = office.clock.today();
  const term = { role: 'administrator' as const, fromOn: today, toOn: today, reason: '休假' };
  await office.must('delegations.add', { giverId: ADMINISTRATOR, receiverId: lijun, ...term });
  await mustLogIn(office, 'lijun', OWN_PASSWORD);
  // 李军 manages accounts for a day: that lends the work, it does not make a second administrator.
  const messages = await refuseAll(['REFUSED', 'BAD_INPUT']);
  for (const message of messages.slice(0, 3)) expect(message).toContain('最后一位');
});

it('a deactivated or removed administrator is no second one', async () => {
  await office.must('accounts.save', { id: lijun, displayName: '李军', roles: ['administrator'] });
  await office.must('accounts.deactivate', { id: lijun });
  await refuseAll(['REFUSED', 'BAD_INPUT']);
  await office.must('accounts.remove', { id: lijun });
  await refuseAll(['REFUSED', 'BAD_INPUT']);
});

it('two who take each other away at the same moment leave one', async () => {
  await office.must('accounts.save', { id: lijun, displayName: '李军', roles: ['administrator'] });
  const save = (id: number) =>
    office.raw('accounts.save', { id, displayName: `第${id}位`, roles: ['clerk'] });
  const answers = await Promise.all([save(ADMINISTRATOR), save(lijun)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const left = office.sqlite.prepare("select count(*) from account where roles like '%administrator%'");
  expect(left.pluck().get()).toBe(1);
  attempts += 2;
});

afterAll(() => {
  console.log(`last administrator: ${attempts} attempts to be rid of the last one, 0 succeeded`);
});
