import type { ActionOffer } from '@shared/contract/common';
import type { DocumentRow } from '@shared/contract/documents';
import type { Result } from '@shared/contract/result';
import type { FieldValues } from '@shared/domain/kernel/field';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useToasts } from '../lib/toasts';
import { RefusedAction } from '../ui/refused-action';
import { ActionDrawer } from './action-drawer';

type ActionBarProps = {
  readonly actions: readonly ActionOffer[];
  /** Runs the action; a Result with the refusal keeps the form open. */
  readonly onAct: (action: string, values: FieldValues) => Promise<Result<unknown>>;
  /** Drafts of the actions' forms are kept under `<draftKey>:<action>`, e.g. supervision.case:12. */
  readonly draftKey: string;
  readonly documents?: readonly DocumentRow[];
  /** Stands before all others: a step that is taken elsewhere. */
  readonly lead?: ReactNode;
  /** Heading before the buttons; 下一步 unless given. */
  readonly label?: string;
};

/** The next steps: offered as buttons, refused ones grey with the reason under them. */
export function ActionBar({ actions, onAct, draftKey, documents, lead, label = '下一步' }: ActionBarProps) {
  const [opened, setOpened] = useState<ActionOffer | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  const toasts = useToasts();
  // As it is offered now; a step that is gone keeps its form, so that what was typed does not vanish from sight.
  const open = opened ? (actions.find(({ key }) => key === opened.key) ?? withdrawn(opened)) : null;

  const start = async (action: ActionOffer) => {
    if (action.fields.length > 0 || action.isDanger) {
      setOpened(action);
      return;
    }
    setIsRunning(true);
    const result = await onAct(action.key, action.initial);
    setIsRunning(false);
    if (result.ok) toasts.done(`${action.label}：已完成`);
    else toasts.refused(result.error);
  };

  if (actions.length === 0 && !open && !lead) return null;
  const ordered = [...actions].sort((a, b) => rank(a) - rank(b));
  return (
    <section className="action-bar" aria-label={label}>
      <span className="action-bar-label">{label}</span>
      <div className="action-bar-buttons">
        {lead}
        {ordered.map((action) =>
          action.isEnabled ? (
            <Button
              key={action.key}
              type={action.isPrimary ? 'primary' : 'default'}
              danger={action.isDanger}
              disabled={isRunning}
              onClick={() => void start(action)}
            >
              {action.label}
            </Button>
          ) : (
            <RefusedAction key={action.key} label={action.label} reason={action.reason} />
          ),
        )}
      </div>
      {open ? (
        <ActionDrawer
          key={open.key}
          action={open}
          draftKey={`${draftKey}:${open.key}`}
          documents={documents}
          onAct={onAct}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </section>
  );
}

const withdrawn = (action: ActionOffer): ActionOffer => ({
  ...action,
  isEnabled: false,
  reason: '案件的情况已经变化。',
});

/** Primary, other, dangerous, refused. */
const rank = (action: ActionOffer) => {
  if (!action.isEnabled) return 3;
  if (action.isPrimary) return 0;
  return action.isDanger ? 2 : 1;
};
