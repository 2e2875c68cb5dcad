import { Button, Modal, Table } from 'antd';
import { type Chosen, type Selection, without } from './selection';

type Props = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly selection: Selection;
  readonly onChange: (selection: Selection) => void;
};

/** Who has been chosen so far, each with a way out. */
export function ChosenDialog({ isOpen, onClose, selection, onChange }: Props) {
  return (
    <Modal
      title={`已选 ${selection.size} 家`}
      open={isOpen}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          完成
        </Button>
      }
      width={760}
      destroyOnHidden
    >
      <Table<Chosen>
        size="small"
        rowKey="id"
        virtual
        scroll={{ y: 'min(420px, 50vh)', x: 700 }}
        pagination={false}
        dataSource={[...selection.values()]}
        columns={[
          { title: '单位名称', dataIndex: 'name', width: 320 },
          { title: '统一社会信用代码', dataIndex: 'uscc', width: 190 },
          { title: '乡镇（街道）', dataIndex: 'town', width: 110 },
          {
            title: '',
            width: 80,
            render: (_, row) => (
              <Button
                size="small"
                type="link"
                aria-label={`移出${row.name}`}
                onClick={() => onChange(without(selection, [row.id]))}
              >
                移出
              </Button>
            ),
          },
        ]}
      />
    </Modal>
  );
}
