import { messageOf } from '@renderer/lib/app-failure';
import { useToasts } from '@renderer/lib/toasts';
import { Labelled } from '@renderer/ui/labelled';
import type { EvidenceRow } from '@shared/contract/evidence';
import { Alert, Input, Modal } from 'antd';
import { useState } from 'react';
import { useEvidenceCitations, useEvidenceRemove, useEvidenceRestore } from './api';

type RemoveDialogProps = { readonly row: EvidenceRow; readonly onClose: () => void };

/** Removing asks for the reason; the file is kept and can be brought back. */
export function RemoveDialog({ row, onClose }: RemoveDialogProps) {
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState('');
  const citations = useEvidenceCitations(row.id);
  const remove = useEvidenceRemove();
  const restore = useEvidenceRestore();
  const toasts = useToasts();
  const submit = async () => {
    if (reason.trim() === '') {
      setProblem('请填写移除理由');
      return;
    }
    const { id, revision, number } = row;
    const result = await remove.run({ id, revision, reason });
    if (!result.ok) {
      setProblem(result.error.fields?.[0]?.message ?? result.error.message);
      return;
    }
    onClose();
    toasts.undoable(`证据${number}已移除`, async () => {
      const back = await restore.run({ id });
      if (!back.ok) toasts.refused(back.error);
    });
  };
  const papers = citations.data ?? [];
  const fixed = papers.filter(({ isFixed }) => isFixed);
  return (
    <Modal
      open
      title={`移除证据${row.number}`}
      okText="移除"
      cancelText="保留"
      okButtonProps={{ danger: true, disabled: !citations.data || fixed.length > 0 }}
      confirmLoading={remove.isRunning}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <p>移除后不再列入卷内目录。文件仍加密保存，可以在“已移除的材料”中恢复。</p>
      <div className="evidence-citations">
        {citations.isError ? <Alert type="warning" showIcon title={messageOf(citations.error)} /> : null}
        {fixed.length > 0 ? (
          <Alert
            type="error"
            showIcon
            title={`不能移除：下列文书已经定稿或者发出，其中写有证据${row.number}`}
            description={`${namesOf(fixed)}。确需移除的，请先作废或者更正该文书。`}
          />
        ) : null}
        {fixed.length === 0 && papers.length > 0 ? (
          <Alert
            type="warning"
            showIcon
            title={`下列文书的草稿中写有证据${row.number}，移除后请同时修改`}
            description={`${namesOf(papers)}。`}
          />
        ) : null}
      </div>
      <Labelled htmlFor="evidence-remove-reason" label="移除理由" isRequired error={problem}>
        <Input
          id="evidence-remove-reason"
          value={reason}
          status={problem ? 'error' : undefined}
          autoComplete="off"
          onChange={(event) => {
            setReason(event.target.value);
            setProblem('');
          }}
          onPressEnter={() => void submit()}
        />
      </Labelled>
    </Modal>
  );
}

type Paper = { readonly title: string; readonly documentNo: string };

const namesOf = (papers: readonly Paper[]): string =>
  papers.map(({ title, documentNo }) => `《${title}》${documentNo}`).join('、');
