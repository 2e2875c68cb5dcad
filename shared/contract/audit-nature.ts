import type { AuditNature } from '../domain/kernel/audit-nature';
import { type ChannelName, contract } from '.';

/** What a row written by this channel is about; a channel of an older program counts as a change. */
export function natureOf(channel: string): AuditNature {
  if (!Object.hasOwn(contract, channel)) return 'change';
  const { kind, audit } = contract[channel as ChannelName];
  if (kind === 'query') return 'view';
  if (audit === 'sensitive') return 'view';
  return audit === 'always' || audit === 'none' ? 'change' : audit;
}
