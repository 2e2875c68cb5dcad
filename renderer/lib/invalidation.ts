import type { AppEvent, ChannelName } from '@shared/contract';
import type { QueryClient } from '@tanstack/react-query';

/** Queries that never refresh by themselves: each reading of a sensitive record is audited. */
const SENSITIVE: readonly string[] = [
  'supervision.complainant.get',
  'people.get',
  'evidence.get',
] satisfies ChannelName[];

/** Answers that change with the program or its settings only. */
const STEADY: readonly string[] = [
  'app.manual',
  'rules.profiles',
  'catalogue.options',
] satisfies ChannelName[];

/** Which queries read an entity, by the beginning of the channel name. An entity that is not here refreshes all. */
export const READERS: Readonly<Record<string, readonly string[]>> = {
  draft: [],
  backup: ['backup.', 'audit.'],
  view: ['views.'],
  account: ['session.', 'audit.', 'accounts.', 'delegations.', 'recovery.', 'complainant.', 'todo.'],
  complainantAccess: ['complainant.'],
  lock: ['lock.'],
  employer: [
    'employers.',
    'people.list',
    'search.',
    'cases.',
    'supervision.',
    'documents.',
    'todo.',
    'deadlines.',
    'statistics.',
  ],
  person: ['people.', 'employers.', 'search.'],
  leader: ['leaders.', 'documents.'],
  evidence: ['evidence.', 'supervision.', 'documents.'],
  calendar: ['calendar.', 'deadlines.', 'todo.', 'cases.', 'supervision.', 'documents.'],
};

const matches = (channel: unknown, prefixes: readonly string[]) =>
  typeof channel === 'string' && prefixes.some((prefix) => channel.startsWith(prefix));

/** Another window or the main process changed something. */
export function refreshAfterEvent(client: QueryClient, event: AppEvent): void {
  if (event.type !== 'changed') return;
  const readers = event.entities.map((changed) => READERS[changed.entity]);
  const isAnywhere = readers.some((list) => list === undefined);
  const prefixes = readers.flatMap((list) => list ?? []);
  void client.invalidateQueries({
    predicate: ({ queryKey: [channel] }) =>
      !isOneOf(channel, SENSITIVE) && (isAnywhere ? !isOneOf(channel, STEADY) : matches(channel, prefixes)),
  });
}

/** This page ran a command: everything on screen that may show its effect is read again. */
export function refreshAfterCommand(client: QueryClient, channel: ChannelName): Promise<void> {
  if (channel.startsWith('drafts.') || channel.startsWith('session.')) return Promise.resolve();
  const own = channel.split('.').slice(0, -1).join('.');
  const isSettings = channel.startsWith('catalogue.') || channel.startsWith('settings.');
  return client.invalidateQueries({
    predicate: ({ queryKey: [name] }) => {
      if (isOneOf(name, SENSITIVE)) return typeof name === 'string' && name.startsWith(own);
      if (isOneOf(name, STEADY)) return isSettings;
      return !matches(name, ['session.', 'drafts.']);
    },
  });
}

/** The user asks for what is saved now: resolves when the pages hold it. */
export async function readAllAgain(client: QueryClient): Promise<void> {
  await client.invalidateQueries({
    predicate: ({ queryKey: [name] }) => !isOneOf(name, STEADY) && !matches(name, ['session.', 'drafts.']),
  });
  // The answers reach the components a moment after the cache.
  await new Promise((done) => setTimeout(done));
}

const isOneOf = (channel: unknown, list: readonly string[]) =>
  typeof channel === 'string' && list.includes(channel);
