import { DeadlineTag } from '@renderer/case-kit/deadline-tag';
import { StatusSteps } from '@renderer/case-kit/status-steps';
import { wayBack } from '@renderer/lib/list-place';
import { Mark } from '@renderer/ui/mark';
import type { SupervisionCase } from '@shared/contract/supervision';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { CaseActions } from './case-actions';
import { OpenPapers } from './open-papers';
import { RemoveCase } from './remove-case';

/** Top of the case page: which case, where it stands, what is due, what can be done next and what not yet. */
export function CaseHeader({ caseFile }: { readonly caseFile: SupervisionCase }) {
  const navigate = useNavigate();
  const { nextDeadline } = caseFile;
  return (
    <header className="sup-case-header">
      <div className="sup-case-line">
        <Button size="small" onClick={() => navigate(...wayBack('/supervision'))}>
          ← 列表
        </Button>
        <h1 title={caseFile.title}>
          {caseFile.caseNo || caseFile.clueNo}
          <span className="sup-case-title">{caseFile.title}</span>
        </h1>
        <EmployerLink id={caseFile.employerId} name={caseFile.employerName} />
        <span className="sup-case-state">
          <Mark>{caseFile.stateLabel}</Mark>
          {nextDeadline && (
            <DeadlineTag
              daysLeft={nextDeadline.daysLeft}
              dueOn={nextDeadline.dueOn}
              label={nextDeadline.label}
            />
          )}
          {!caseFile.isReadOnly && !caseFile.isDeleted && <RemoveCase caseFile={caseFile} />}
        </span>
      </div>
      <StatusSteps steps={caseFile.steps} />
      {caseFile.isDeleted ? (
        <p className="sup-muted">本案已移入回收站，只能查看。需要继续办理时，请在列表的“回收站”中恢复。</p>
      ) : (
        <>
          {caseFile.isReadOnly && <p className="quiet">本案已归档，内容只能查看。</p>}
          <CaseActions caseFile={caseFile} />
          {!caseFile.isReadOnly && <OpenPapers papers={caseFile.openPapers} />}
        </>
      )}
    </header>
  );
}

/** Whose case it is, by the full registered name: letters go to exactly this one. */
function EmployerLink({ id, name }: { readonly id: number | null; readonly name: string }) {
  if (id === null) return <span className="sup-case-employer quiet">尚未登记单位</span>;
  return (
    <Link className="sup-case-employer" to={`/employers/${id}`} title={`${name}，查看单位档案`}>
      {name}
    </Link>
  );
}
