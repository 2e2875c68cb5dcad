import type { ViolationRow } from '@shared/contract/settings';
import type { Field, FieldValues } from '@shared/domain/kernel/field';
import { Button, Drawer } from 'antd';
import { useChannelCommand } from '../../lib/channel-hooks';
import { keptDemand, readableDemand } from '../../lib/demand-marks';
import { useToasts } from '../../lib/toasts';
import { CheckLocally, needsLocalCheck } from '../../ui/basis-note';
import { RecordDrawer, textOf } from './record-drawer';

type ViolationDrawerProps = {
  readonly violation: ViolationRow;
  readonly isReadOnly: boolean;
  readonly onClose: () => void;
};

const FIELDS: readonly Field[] = [
  { name: 'name', label: '名称', kind: 'text', isRequired: true, maxLength: 80 },
  {
    name: 'demand',
    label: '整改要求',
    kind: 'longText',
    isRequired: true,
    maxLength: 2000,
    help: '【金额】【人数】【所属期间】【完成期限】在文书中换成该案的数据。',
  },
  { name: 'checkPoints', label: '自查要点', kind: 'longText', maxLength: 1000 },
  { name: 'evidence', label: '应收集的证据（每行一项）', kind: 'longText', maxLength: 3000 },
  {
    name: 'versionDate',
    label: '法条核对到',
    kind: 'text',
    maxLength: 10,
    help: '年份和月份，如 2026-03：表示依据和写法已按当月有效的法律核对。',
  },
];

/** One violation: its legal bases to read, its wording to edit. */
export function ViolationDrawer({ violation, isReadOnly, onClose }: ViolationDrawerProps) {
  const toasts = useToasts();
  const update = useChannelCommand('catalogue.violation.update');
  const reset = useChannelCommand('catalogue.violation.reset');
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
  const save = (values: FieldValues) =>
    update.run({
      code: violation.code,
      name: textOf(values, 'name'),
      demand: keptDemand(textOf(values, 'demand')),
      checkPoints: textOf(values, 'checkPoints'),
      evidence: textOf(values, 'evidence')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
      versionDate: textOf(values, 'versionDate'),
    });
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
      fields={FIELDS}
      initial={{
        name: violation.name,
        demand: readableDemand(violation.demand),
        checkPoints: violation.checkPoints,
        evidence: violation.evidence.join('\n'),
        versionDate: violation.versionDate,
      }}
      onSave={save}
      onClose={onClose}
      intro={<Bases violation={violation} />}
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

function Bases({ violation }: { readonly violation: ViolationRow }) {
  return (
    <>
      <h2>法律依据</h2>
      <ul className="bases-list">
        {violation.bases.map((basis) => (
          <li key={basis.citation}>
            {basis.citation} {needsLocalCheck(basis.confidence) ? <CheckLocally /> : null}
            <div className="quiet">{basis.gist}</div>
          </li>
        ))}
      </ul>
    </>
  );
}
