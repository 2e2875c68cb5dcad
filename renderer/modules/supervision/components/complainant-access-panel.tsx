import { useChannelCommand, useChannelQuery } from '@renderer/lib/channel-hooks';
import { dateTime } from '@renderer/lib/format';
import { useToasts } from '@renderer/lib/toasts';
import { describedBy, Labelled } from '@renderer/ui/labelled';
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
  const toasts = useToasts();
  const [accountId, setAccountId] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (accountId === null || reason.trim() === '' || grant.isRunning) return;
    const result = await grant.run({ caseId, accountId, reason });
    if (!result.ok) return;
    const name = candidates.find(({ id }) => id === accountId)?.displayName ?? '';
    toasts.done(`已准许${name}查阅`);
    onClose();
  };
  return (
    <Modal
      open
      title="准许他人查阅反映人信息"
      okText="准许"
      confirmLoading={grant.isRunning}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {grant.error ? <Alert type="warning" showIcon title={grant.error.message} /> : null}
      <Labelled
        htmlFor="access-account"
        label="准许谁查阅"
        isRequired
        error={isTried && accountId === null ? '请选择准许谁查阅' : ''}
      >
        <Select
          id="access-account"
          className="sup-fill"
          placeholder="请选择"
          value={accountId}
          options={candidates.map(({ id, displayName }) => ({ value: id, label: displayName }))}
          onChange={setAccountId}
        />
      </Labelled>
      <ReasonInput value={reason} isTried={isTried} onChange={setReason} onEnter={() => void submit()} />
    </Modal>
  );
}

function RevokeDialog({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const revoke = useChannelCommand('complainant.access.revoke');
  const toasts = useToasts();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (reason.trim() === '' || revoke.isRunning) return;
    const result = await revoke.run({ id, reason });
    if (!result.ok) return;
    toasts.done('已收回查阅授权');
    onClose();
  };
  return (
    <Modal
      open
      title="收回查阅授权"
      okText="收回"
      confirmLoading={revoke.isRunning}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {revoke.error ? <Alert type="warning" showIcon title={revoke.error.message} /> : null}
      <ReasonInput value={reason} isTried={isTried} onChange={setReason} onEnter={() => void submit()} />
    </Modal>
  );
}

type ReasonInputProps = {
  readonly value: string;
  readonly isTried: boolean;
  readonly onChange: (text: string) => void;
  readonly onEnter: () => void;
};

function ReasonInput({ value, isTried, onChange, onEnter }: ReasonInputProps) {
  const problem = isTried && value.trim() === '' ? '请填写事由' : '';
  return (
    <Labelled htmlFor="access-reason" label="事由" isRequired error={problem} help="事由记入操作日志。">
      <Input
        id="access-reason"
        value={value}
        maxLength={100}
        autoComplete="off"
        aria-describedby={describedBy('access-reason', true, problem !== '')}
        status={problem ? 'error' : undefined}
        onChange={(event) => onChange(event.target.value)}
        onPressEnter={onEnter}
      />
    </Labelled>
  );
}
