import { Button } from 'antd';
import { useId } from 'react';

/** An action that cannot be taken now: grey, still reachable by keyboard, its reason readable under it. */
export function RefusedAction({ label, reason }: { readonly label: string; readonly reason: string }) {
  const id = useId();
  return (
    <span className="refused-action">
      <Button aria-disabled className="refused-action-button" aria-describedby={id}>
        {label}
      </Button>
      <span className="refused-action-reason" id={id} title={reason}>
        {reason}
      </span>
    </span>
  );
}
