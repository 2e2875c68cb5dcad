import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, Input, Modal } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useChannelCommand, useChannelQuery } from '../../lib/channel-hooks';
import { useToasts } from '../../lib/toasts';
import { Labelled } from '../../ui/labelled';

/** 常用筛选: the present filter under a name of one's own. */
export function SavedViews({ list }: { readonly list: string }) {
  const [params, setParams] = useSearchParams();
  const { data = [] } = useChannelQuery('views.list', { list });
  const save = useChannelCommand('views.save');
  const remove = useChannelCommand('views.remove');
  const [isNaming, setIsNaming] = useState(false);
  const [name, setName] = useState('');
  const toasts = useToasts();

  const keep = async () => {
    const result = await save.run({ list, name: name.trim(), query: params.toString() });
    if (!result.ok) return;
    setIsNaming(false);
    setName('');
    toasts.done('已存为常用筛选');
  };
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...data.map((view) => ({
              key: String(view.id),
              label: view.name,
              onClick: () => setParams(new URLSearchParams(view.query)),
            })),
            ...(data.length > 0 ? [{ type: 'divider' as const }] : []),
            { key: 'keep', label: '把当前筛选存为…', onClick: () => setIsNaming(true) },
            ...(data.length > 0
              ? [
                  {
                    key: 'remove',
                    label: '删除常用筛选',
                    children: data.map((view) => ({
                      key: `remove-${view.id}`,
                      label: view.name,
                      onClick: () => void remove.run({ id: view.id }),
                    })),
                  },
                ]
              : []),
          ],
        }}
      >
        <Button>
          常用筛选 <DownOutlined aria-hidden />
        </Button>
      </Dropdown>
      <Modal
        title="存为常用筛选"
        open={isNaming}
        okText="保存"
        okButtonProps={{ disabled: name.trim() === '' }}
        confirmLoading={save.isRunning}
        onOk={() => void keep()}
        onCancel={() => setIsNaming(false)}
        destroyOnHidden
      >
        <Labelled htmlFor="saved-view-name" label="名称" isRequired error={save.error?.message}>
          <Input
            id="saved-view-name"
            value={name}
            maxLength={30}
            onChange={(event) => setName(event.target.value)}
            onPressEnter={() => void keep()}
          />
        </Labelled>
      </Modal>
    </>
  );
}
