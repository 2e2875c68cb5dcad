import type { AuditVerdict } from '@shared/contract/audit';
import { auditHeadText } from '@shared/domain/kernel/audit-head';
import { Alert } from 'antd';
import { count, dateTime } from '../../lib/format';

const WHAT_TO_DO =
  '请先停止办理业务，不要删除或覆盖任何文件；把数据文件夹和现有备份另存一份，再由管理员用最近的备份核对缺少或被改动的记录。';

/** What the check found, in words, and what to do. */
export function AuditVerdictNotice({ verdict }: { readonly verdict: AuditVerdict }) {
  const { rowCount, headHash, lostHead } = verdict;
  if (verdict.isIntact) {
    return (
      <Alert
        className="page-notice"
        type="success"
        showIcon
        title={`操作日志完整，共 ${count(rowCount)} 条`}
        description={`${auditHeadText({ seq: rowCount, hash: headHash })}。可与备份清单、导出台账上的校验值核对：同一序号的校验值应当相同。`}
      />
    );
  }
  return (
    <Alert
      className="page-notice"
      type="error"
      showIcon
      title={
        verdict.brokenAt === null ? '操作日志不完整' : `操作日志从第 ${count(verdict.brokenAt)} 条起不一致`
      }
      description={
        <>
          {verdict.brokenAt === null ? null : (
            <p>
              第 {count(verdict.brokenAt)} 条与校验值不符，此条或此前一条被改动、删除或调换过。之前的{' '}
              {count(rowCount)} 条完整。
            </p>
          )}
          {verdict.missingTriggers.length > 0 ? <p>禁止修改和删除日志的保护被移除或改动过。</p> : null}
          {lostHead ? (
            <p>
              本机在 {dateTime(lostHead.at)} 记得日志到第 {count(lostHead.seq)}{' '}
              条，现在的日志里没有这一条：日志末尾可能被截去，或者数据文件被换成了旧的。
            </p>
          ) : null}
          <p>{WHAT_TO_DO}</p>
        </>
      }
    />
  );
}
