import { useSession } from '../lib/session';
import { RestoreLink } from '../platform/backup/restore-link';
import { DemoButton } from '../platform/help/demo-button';

/** At the foot of the doors: what may be opened there instead of this computer's own file. */
export function DoorOffers() {
  const { status } = useSession();
  if (status.isDemo) return null;
  return (
    <div className="door-offers">
      <p>
        想先练习？
        <DemoButton isLink />
      </p>
      <RestoreLink />
    </div>
  );
}
