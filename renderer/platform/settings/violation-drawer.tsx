import type { LawRow, ViolationRow } from '@shared/contract/settings';
import { Alert, Button, Drawer } from 'antd';
import { useState } from 'react';
import { useChannelCommand } from '../../lib/channel-hooks';
import { readableDemand } from '../../lib/demand-marks';
import { useToasts } from '../../lib/toasts';
import { CheckLocally, needsLocalCheck } from '../../ui/basis-note';
import { RecordDrawer } from './record-drawer';
import { uncheckedBases, violationFields, violationInitial, violationInput } from './violation-fields';

type ViolationDrawerProps = {
  readonly violation: ViolationRow;
  readonly laws: readonly LawRow[];
  readonly isReadOnly: boolean;
  readonly onClose: () => void;
};

/** One violation: its wording and the laws it rests on. */
export function ViolationDrawer({ violation, laws, isReadOnly, onClose }: ViolationDrawerProps) {
  const toasts = useToasts();
  const update = useChannelCommand('catalogue.violation.update');
  const reset = useChannelCommand('catalogue.violation.reset');
  // The list behind refreshes by itself; what is saved rests on the content the form opened with.
  const [revision, setRevision] = useState(violation.revision);
  if (isReadOnly) {
    return (
      <Drawer open size={560} title={violation.name} onClose={onClose}>
        <Bases violation={violation} />
        <h2>整改要求</h2>
        <p>{readableDemand(violation.demand)}</p>
        <h2>应收集的证据</h2>
        <p>{violation.evidence.join('、')}</p>
      </Drawer>
    );
  }
  const putBack = async () => {
    const result = await reset.run({ code: violation.code });
    if (result.ok) {
      toasts.done('已恢复为原内容');
      onClose();
    } else toasts.refused(result.error);
  };
  return (
    <RecordDrawer
      title={`${violation.code} ${violation.name}`}
      draftKey={`violation:${violation.code}`}
      width={1080}
      fields={violationFields(laws)}
      initial={violationInitial(violation)}
      onSave={(values) =>
        update.run({ code: violation.code, revision, ...violationInput(values, violation) })
      }
      onClose={onClose}
      stale={{
        error: update.error,
        onReloaded: () => {
          setRevision(violation.revision);
          update.clearError();
        },
      }}
      notesOf={(values) => ({ bases: <Unchecked lines={uncheckedBases(values, laws)} /> })}
      extra={
        violation.isEdited ? (
          <Button loading={reset.isRunning} onClick={() => void putBack()}>
            恢复原内容
          </Button>
        ) : null
      }
    />
  );
}

/** What a letter would cite without anybody having looked it up. */
function Unchecked({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="field-note"
      title="请核对下列依据的现行文本，核对后勾选“已核对”；没有核对的不写入文书"
      description={
        <ul className="bases-list">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      }
    />
  );
}

function Bases({ violation }: { readonly violation: ViolationRow }) {
  return (
    <>
      <h2>法律依据</h2>
      <ul className="bases-list">
        {violation.bases.map((basis) => (
          <li key={`${basis.citation}${basis.gist}`}>
            {basis.citation} {needsLocalCheck(basis.confidence) ? <CheckLocally /> : null}
            <div className="quiet">{basis.gist}</div>
          </li>
        ))}
      </ul>
    </>
  );
}
