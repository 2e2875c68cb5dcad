import { type Door, useSession } from '../../lib/session';
import { DamagePage } from './damage-page';
import { RestorePage } from './restore-page';

/** Pages that need no open file. */
export function Doors({ door }: { readonly door: Door }) {
  const { openDoor } = useSession();
  return (
    <main className="door">
      {door === 'restore' ? <RestorePage onLeave={() => openDoor(null)} /> : <DamagePage />}
    </main>
  );
}
