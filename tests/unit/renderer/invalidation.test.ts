import { READERS, readAllAgain, refreshAfterCommand, refreshAfterEvent } from '@renderer/lib/invalidation';
import { type ChannelName, contract } from '@shared/contract';
import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';

/** Read from the contract, so that a new channel is judged without being named here. */
const names = Object.keys(contract) as ChannelName[];
const queries = names.filter((name) => contract[name].kind === 'query');
const commands = names.filter((name) => contract[name].kind === 'command');
const sensitive = queries.filter((name) => contract[name].audit === 'sensitive');
const isOfSession = (name: string) => /^(session|drafts)\./.test(name);

/** Change with the program or its settings only: reading them again after each command would be for nothing. */
const STEADY: readonly string[] = ['app.manual', 'rules.profiles', 'catalogue.options'];
const lively = queries.filter((name) => !isOfSession(name) && !STEADY.includes(name));

/** A cache that holds an answer of every query. */
function fullCache(): { client: QueryClient; stale: () => ChannelName[] } {
  const client = new QueryClient();
  for (const name of queries) client.setQueryData([name, {}], {});
  return {
    client,
    stale: () => queries.filter((name) => client.getQueryState([name, {}])?.isInvalidated),
  };
}

describe('what is read again after a command', () => {
  const answering = commands.filter((name) => !isOfSession(name));

  it.each(answering)('%s: everything that may show its effect', async (command) => {
    const { client, stale } = fullCache();
    await refreshAfterCommand(client, command);
    const read = stale();
    expect(read).toEqual(expect.arrayContaining(lively.filter((name) => !sensitive.includes(name))));
  });

  it.each(answering)(
    '%s: no sensitive record of another kind, since each reading is audited',
    async (command) => {
      const { client, stale } = fullCache();
      await refreshAfterCommand(client, command);
      const own = command.split('.').slice(0, -1).join('.');
      expect(stale().filter((name) => sensitive.includes(name) && !name.startsWith(own))).toEqual([]);
    },
  );

  it('a draft or the session: nothing', async () => {
    const { client, stale } = fullCache();
    for (const command of names.filter(isOfSession)) await refreshAfterCommand(client, command);
    expect(stale()).toEqual([]);
  });

  it('the option lists follow the settings', async () => {
    const { client, stale } = fullCache();
    await refreshAfterCommand(client, 'settings.update');
    expect(stale()).toEqual(expect.arrayContaining(['catalogue.options', 'rules.profiles']));
  });
});

describe('what is read again when the main process reports a change', () => {
  const changed = (entity: string) => ({ type: 'changed', entities: [{ entity, id: 1 }] }) as const;

  it('an entity without readers of its own refreshes all but the sensitive', () => {
    const { client, stale } = fullCache();
    refreshAfterEvent(client, changed('something new'));
    const all = queries.filter((name) => !STEADY.includes(name) && !sensitive.includes(name));
    expect(stale()).toEqual(all);
  });

  it.each(Object.entries(READERS))('%s: every reader is a channel of the contract', (_entity, prefixes) => {
    expect(prefixes.filter((prefix) => !names.some((name) => name.startsWith(prefix)))).toEqual([]);
  });

  it.each(Object.keys(READERS))('%s: refreshes its readers and no sensitive record', (entity) => {
    const { client, stale } = fullCache();
    refreshAfterEvent(client, changed(entity));
    const readers = READERS[entity] ?? [];
    const wanted = queries.filter((name) => readers.some((prefix) => name.startsWith(prefix)));
    expect(stale()).toEqual(wanted.filter((name) => !sensitive.includes(name)));
  });

  it('an employer renamed elsewhere is renamed wherever its name stands', () => {
    const { client, stale } = fullCache();
    refreshAfterEvent(client, changed('employer'));
    expect(stale()).toEqual(
      expect.arrayContaining([
        'cases.list',
        'todo.board',
        'deadlines.calendar',
        'search.global',
        'documents.list',
      ]),
    );
  });

  it('progress and locking refresh nothing', () => {
    const { client, stale } = fullCache();
    refreshAfterEvent(client, { type: 'progress', jobId: 'a', phase: '', done: 0, total: 1 });
    refreshAfterEvent(client, { type: 'locked' });
    expect(stale()).toEqual([]);
  });
});

it('reads everything lively again when the user asks for what is saved now', async () => {
  const { client, stale } = fullCache();
  await readAllAgain(client);
  expect(stale()).toEqual(lively);
});
