import type { LawRow } from '@shared/contract/settings';
import type { Field, FieldValues } from '@shared/domain/kernel/field';
import { Button } from 'antd';
import { useChannelCommand } from '../../lib/channel-hooks';
import { useToasts } from '../../lib/toasts';
import { RecordDrawer, textOf } from './record-drawer';

type LawDrawerProps = {
  /** null: a new one. */
  readonly law: LawRow | null;
  readonly onClose: () => void;
};

const FIELDS: readonly Field[] = [
  {
    name: 'name',
    label: '文件名称',
    kind: 'text',
    isRequired: true,
    maxLength: 120,
    help: '写全称，不写书名号，如 ××市工会劳动法律监督办法。',
  },
  { name: 'docNo', label: '文号', kind: 'text', maxLength: 60 },
  { name: 'effectiveOn', label: '施行日期', kind: 'date', isRequired: true },
];

/** A document of law the office adds to the list of the catalogue. */
export function LawDrawer({ law, onClose }: LawDrawerProps) {
  const toasts = useToasts();
  const save = useChannelCommand('catalogue.law.save');
  const remove = useChannelCommand('catalogue.law.remove');
  const drop = async (name: string) => {
    const result = await remove.run({ name });
    if (result.ok) {
      toasts.done('已删除');
      onClose();
    } else toasts.refused(result.error);
  };
  // Its name is what the bases refer to: another name is another document.
  const fields = law === null ? FIELDS : FIELDS.filter(({ name }) => name !== 'name');
  return (
    <RecordDrawer
      title={law === null ? '添加法律文件' : `《${law.name}》`}
      draftKey={`law:${law?.name ?? 'new'}`}
      fields={fields}
      initial={{ name: law?.name ?? '', docNo: law?.docNo ?? '', effectiveOn: law?.effectiveOn ?? null }}
      onSave={(values: FieldValues) =>
        save.run({
          name: law?.name ?? textOf(values, 'name'),
          docNo: textOf(values, 'docNo'),
          effectiveOn: textOf(values, 'effectiveOn'),
        })
      }
      onClose={onClose}
      extra={
        law === null ? null : (
          <Button danger loading={remove.isRunning} onClick={() => void drop(law.name)}>
            删除
          </Button>
        )
      }
    />
  );
}
