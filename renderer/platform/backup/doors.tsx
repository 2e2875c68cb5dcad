import { invoke } from '../../lib/invoke';
import { type Door, useSession } from '../../lib/session';
import { DamagePage } from './damage-page';
import { RestorePage } from './restore-page';

/** Pages that need no open file. Whoever leaves them sees what stands then: perhaps another file than before. */
export function Doors({ door }: { readonly door: Door }) {
  const { accept, openDoor } = useSession();
  const leave = async () => {
    const result = await invoke('session.status', {});
    if (result.ok) accept(result.value);
    openDoor(null);
  };
  return (
    <main className="door">
      {door === 'restore' ? (
        <RestorePage onLeave={() => void leave()} />
      ) : (
        <DamagePage onLeave={() => void leave()} />
      )}
    </main>
  );
}
