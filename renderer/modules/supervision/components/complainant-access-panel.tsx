import { useChannelCommand, useChannelQuery } from '@renderer/lib/channel-hooks';
import { dateTime } from '@renderer/lib/format';
import type { ComplainantAccess } from '@shared/contract/accounts';
import { Alert, Button, Input, Modal, Select, Space } from 'antd';
import { useState } from 'react';

/** Who may see the complainant of this case besides the handler: granted and taken back with a reason. */
export function ComplainantAccessPanel({ caseId }: { readonly caseId: number }) {
  const { data } = useChannelQuery('complainant.access.list', { caseId });
  const [revoked, setRevoked] = useState<number | null>(null);
  const [isGranting, setGranting] = useState(false);
  if (!data) return null;
  const open = data.rows.filter(({ revokedAt }) => revokedAt === null);
  return (
    <div className="sup-gap">
      <p className="quiet">
        经办人{data.handlerName}可以查看
        {open.length > 0 ? `；另获准查阅：${open.map(({ accountName }) => accountName).join('、')}` : ''}。
      </p>
      {data.mayGrant ? (
        <Space wrap>
          {data.candidates.length > 0 ? (
            <Button size="small" onClick={() => setGranting(true)}>
              准许他人查阅
            </Button>
          ) : null}
          {open.map((row) => (
            <Button
              key={row.id}
              size="small"
              title={`${row.grantedBy}于${dateTime(row.grantedAt)}准许，事由：${row.reason}`}
              onClick={() => setRevoked(row.id)}
            >
              收回{row.accountName}的查阅
            </Button>
          ))}
        </Space>
      ) : null}
      {isGranting ? (
        <GrantDialog caseId={caseId} candidates={data.candidates} onClose={() => setGranting(false)} />
      ) : null}
      {revoked === null ? null : <RevokeDialog id={revoked} onClose={() => setRevoked(null)} />}
    </div>
  );
}

type GrantDialogProps = {
  readonly caseId: number;
  readonly candidates: ComplainantAccess['candidates'];
  readonly onClose: () => void;
};

function GrantDialog({ caseId, candidates, onClose }: GrantDialogProps) {
  const grant = useChannelCommand('complainant.access.grant');
  const [accountId, setAccountId] = useState(candidates[0]?.id ?? 0);
  const [reason, setReason] = useState('');
  const submit = async () => {
    const result = await grant.run({ caseId, accountId, reason });
    if (result.ok) onClose();
  };
  return (
    <Modal
      open
      title="准许他人查阅反映人信息"
      okText="准许"
      okButtonProps={{ disabled: reason.trim() === '' }}
      confirmLoading={grant.isRunning}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {grant.error ? <Alert type="warning" showIcon title={grant.error.message} /> : null}
      <Space orientation="vertical" className="sup-fill">
        <Select
          aria-label="准许谁查阅"
          className="sup-fill"
          value={accountId}
          options={candidates.map(({ id, displayName }) => ({ value: id, label: displayName }))}
          onChange={setAccountId}
        />
        <ReasonInput value={reason} onChange={setReason} />
      </Space>
    </Modal>
  );
}

function RevokeDialog({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const revoke = useChannelCommand('complainant.access.revoke');
  const [reason, setReason] = useState('');
  const submit = async () => {
    const result = await revoke.run({ id, reason });
    if (result.ok) onClose();
  };
  return (
    <Modal
      open
      title="收回查阅授权"
      okText="收回"
      okButtonProps={{ disabled: reason.trim() === '' }}
      confirmLoading={revoke.isRunning}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {revoke.error ? <Alert type="warning" showIcon title={revoke.error.message} /> : null}
      <ReasonInput value={reason} onChange={setReason} />
    </Modal>
  );
}

function ReasonInput({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  return (
    <Input
      aria-label="事由"
      placeholder="事由，记入审计日志"
      value={value}
      maxLength={100}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
