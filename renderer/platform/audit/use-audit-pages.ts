import type { AuditFilter, AuditPlace } from '@shared/contract/audit';
import { useState } from 'react';
import { useChannelQuery } from '../../lib/channel-hooks';

const PAGE = 50;

/** The log page by page: from the newest back in time, and forth again the way one came. */
export function useAuditPages(filter: AuditFilter) {
  const [way, setWay] = useState<{ readonly of: AuditFilter; readonly places: readonly AuditPlace[] }>({
    of: filter,
    places: [],
  });
  // Another filter begins at the newest again.
  const places = way.of === filter ? way.places : [];
  const before = places.at(-1) ?? null;
  const page = useChannelQuery('audit.list', { ...filter, before, limit: PAGE }, { keepPrevious: true });
  const next = page.data?.next ?? null;
  return {
    ...page,
    isNewest: places.length === 0,
    goOlder: next === null ? null : () => setWay({ of: filter, places: [...places, next] }),
    goNewer: places.length === 0 ? null : () => setWay({ of: filter, places: places.slice(0, -1) }),
    goNewest: () => setWay({ of: filter, places: [] }),
  };
}
