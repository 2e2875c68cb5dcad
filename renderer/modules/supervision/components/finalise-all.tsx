import type { Output } from '@shared/contract';
import type { SupervisionCase } from '@shared/contract/supervision';
import { Alert, App, Button, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useFinaliseAll } from '../api';

type Items = Output<'documents.finaliseAll'>['items'];

/** 全部定稿: every record that is still a draft, in one go; then what was made final, and what was not and why. */
export function FinaliseAll({ caseFile }: { readonly caseFile: SupervisionCase }) {
  const drafts = caseFile.documents.filter(({ status, isRecord }) => isRecord && status === 'D01');
  const finalise = useFinaliseAll();
  const { modal } = App.useApp();
  const [items, setItems] = useState<Items | null>(null);

  const run = async () => {
    const result = await finalise.run({ caseId: caseFile.id });
    if (result.ok) setItems(result.value.items);
  };
  const ask = () =>
    void modal.confirm({
      title: `将 ${drafts.length} 份表格、笔录、报告全部定稿？`,
      content: '逐份检查，没有问题的定稿，有问题的保留为草稿并列出原因。定稿后内容不能再改。',
      okText: '全部定稿',
      cancelText: '取消',
      onOk: run,
    });

  return (
    <>
      {!caseFile.isReadOnly && drafts.length > 0 && (
        <Button loading={finalise.isRunning} onClick={ask}>
          全部定稿（{drafts.length}）
        </Button>
      )}
      {finalise.error && <Alert type="error" showIcon title={finalise.error.message} />}
      <Modal
        title="全部定稿的结果"
        open={items !== null}
        onCancel={() => setItems(null)}
        footer={
          <Button type="primary" onClick={() => setItems(null)}>
            知道了
          </Button>
        }
      >
        {items && <Outcome items={items} />}
      </Modal>
    </>
  );
}

function Outcome({ items }: { readonly items: Items }) {
  const done = items.filter(({ isDone }) => isDone);
  const left = items.filter(({ isDone }) => !isDone);
  return (
    <>
      <Alert
        type={left.length === 0 ? 'success' : 'warning'}
        showIcon
        title={`已定稿 ${done.length} 份${left.length === 0 ? '' : `，${left.length} 份没有定稿`}`}
      />
      {left.length > 0 && (
        <ul className="sup-list">
          {left.map(({ documentId, title, reason }) => (
            <li key={documentId}>
              <Link to={`/supervision/papers/${documentId}`}>{title}</Link>：{reason}
            </li>
          ))}
        </ul>
      )}
      {done.length > 0 && (
        <ul className="sup-list">
          {done.map(({ documentId, title }) => (
            <li key={documentId}>{title}：已定稿</li>
          ))}
        </ul>
      )}
    </>
  );
}
