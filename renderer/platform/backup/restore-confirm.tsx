import type { Output } from '@shared/contract';
import { RESTORE_JOB } from '@shared/contract/restore';
import { Alert, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useChannelCommand } from '../../lib/channel-hooks';
import { count, dateTime } from '../../lib/format';
import { invoke } from '../../lib/invoke';
import { ProgressPanel } from '../../ui/progress-panel';
import { SecretFields, useSecret } from './secret-fields';
import { sizeText } from './size-text';

type Props = {
  readonly preview: Output<'restore.preview'>;
  readonly onDone: (done: Output<'restore.commit'>) => void;
};

/** What the copy holds, whether it is sound, and the last step. */
export function RestoreConfirm({ preview, onDone }: Props) {
  const { set, problems, missingEvidence, presentUnit } = preview;
  const secret = useSecret();
  const authority = useSecret();
  const [asksAuthority, setAsksAuthority] = useState(false);
  const commit = useChannelCommand('restore.commit');
  const [acceptsOtherUnit, setAcceptsOtherUnit] = useState(false);
  const [acceptsMissingEvidence, setAcceptsMissing] = useState(false);
  const isReady =
    secret.isFilled &&
    (!asksAuthority || authority.isFilled) &&
    (presentUnit === null || acceptsOtherUnit) &&
    (missingEvidence === 0 || acceptsMissingEvidence);

  const submit = async () => {
    if (commit.isRunning || !isReady) return;
    const result = await commit.run({
      stamp: set.stamp,
      secret: secret.secret,
      authority: asksAuthority ? authority.secret : null,
      acceptsOtherUnit,
      acceptsMissingEvidence,
    });
    if (result.ok) onDone(result.value);
    else if (result.error.fields?.some(({ field }) => field === 'authority')) setAsksAuthority(true);
  };
  return (
    <form
      className="restore-confirm"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2>这份备份的内容</h2>
      <dl className="restore-facts">
        <Fact label="单位" value={set.unitName} />
        <Fact label="备份时间" value={dateTime(set.takenAt)} />
        <Fact label="程序版本" value={set.programVersion} />
        <Fact label="案件" value={`${count(set.counts.cases)} 件`} />
        <Fact label="文书" value={`${count(set.counts.documents)} 份`} />
        <Fact
          label="单位、人员"
          value={`${count(set.counts.employers)} 个、${count(set.counts.people)} 人`}
        />
        <Fact label="证据附件" value={`${count(set.evidenceCount)} 个`} />
        <Fact label="大小" value={sizeText(set.bytes)} />
      </dl>
      {problems.length > 0 ? (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={`这份备份已损坏，不能恢复：${problems.join('；')}。请换一份备份，本机资料没有改变。`}
        />
      ) : (
        <>
          <Alert
            type="success"
            showIcon
            title={`${missingEvidence > 0 ? '资料' : ''}已逐字节核对，与备份时完全一致。`}
          />
          {missingEvidence > 0 ? (
            <Alert
              type="warning"
              showIcon
              title={`有 ${missingEvidence} 个证据附件缺失或已损坏，其余资料完好。`}
              description={
                <Checkbox
                  checked={acceptsMissingEvidence}
                  onChange={(event) => setAcceptsMissing(event.target.checked)}
                >
                  缺少附件也恢复
                </Checkbox>
              }
            />
          ) : null}
          {presentUnit !== null ? (
            <Alert
              type="error"
              showIcon
              title={`注意：本机现有资料属于“${presentUnit}”，这份备份属于“${set.unitName}”。`}
              description={
                <Checkbox
                  checked={acceptsOtherUnit}
                  onChange={(event) => setAcceptsOtherUnit(event.target.checked)}
                >
                  确实要换成“{set.unitName}”的资料
                </Checkbox>
              }
            />
          ) : null}
          <WhoMay asksAdministrator={preview.asksAdministrator} />
          <SecretFields state={secret} error={commit.error} whose="备份那天的" />
          {asksAuthority ? (
            <>
              <h2>本机现在的管理员</h2>
              <SecretFields state={authority} error={commit.error} whose="本机现在的" part="authority" />
            </>
          ) : null}
          {commit.error && commit.error.code !== 'CANCELLED' ? (
            <Alert type="error" showIcon role="alert" title={commit.error.message} />
          ) : null}
          {commit.isRunning ? (
            <>
              <ProgressPanel jobId={RESTORE_JOB} title="正在恢复" />
              <Button onClick={() => void invoke('restore.cancel', {})}>停止</Button>
            </>
          ) : (
            <Button type="primary" htmlType="submit" size="large" disabled={!isReady}>
              {preview.hasPresent ? '另存现有资料，恢复这份备份' : '恢复这份备份'}
            </Button>
          )}
        </>
      )}
    </form>
  );
}

/** Said before anything is typed. */
function WhoMay({ asksAdministrator }: { readonly asksAdministrator: boolean }) {
  return asksAdministrator ? (
    <Alert
      type="info"
      showIcon
      title="本机已有资料，只有管理员或者持有恢复码的人能用备份替换。"
      description="请由管理员填写备份那天的登录名和密码，或者使用恢复码。备份之后重设过密码、换发过恢复码或者更换过数据密钥的，下一步还要填写一次本机现在的。"
    />
  ) : (
    <Alert
      type="info"
      showIcon
      title="本机没有可用的资料，备份那天的任何一个账号都可以恢复。"
      description="填写备份那天的登录名和密码；都忘记了的，使用恢复码。"
    />
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
