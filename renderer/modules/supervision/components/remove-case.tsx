import { MoreOutlined } from '@ant-design/icons';
import { useMay } from '@renderer/lib/may';
import { useToasts } from '@renderer/lib/toasts';
import type { SupervisionCase } from '@shared/contract/supervision';
import { App, Button, Dropdown } from 'antd';
import { useNavigate } from 'react-router';
import { useCaseRemove } from '../api';

/** A case registered by mistake goes to the recycle bin, from where it can come back. */
export function RemoveCase({ caseFile }: { readonly caseFile: SupervisionCase }) {
  const { id, revision } = caseFile;
  const navigate = useNavigate();
  const remove = useCaseRemove();
  const toasts = useToasts();
  const mayWrite = useMay('case.write');
  const { modal } = App.useApp();
  if (!mayWrite) return null;

  const ask = () =>
    void modal.confirm({
      title: '把本案移入回收站？',
      content: '只用于登记错误的案件。不再办理的案件请办理终止或者结案。移入后可以在列表的“回收站”中恢复。',
      okText: '移入回收站',
      cancelText: '保留',
      okButtonProps: { danger: true },
      onOk: async () => {
        const result = await remove.run({ id, revision });
        if (result.ok) void navigate('/supervision');
        else toasts.refused(result.error);
      },
    });
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items: [{ key: 'remove', label: '移入回收站', danger: true, onClick: ask }] }}
    >
      <Button size="small" type="text" icon={<MoreOutlined />} aria-label="更多操作" />
    </Dropdown>
  );
}
