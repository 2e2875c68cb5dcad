import { CheckCircleFilled } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { FirstStep } from './use-first-steps';

type FirstStepsProps = {
  readonly steps: readonly FirstStep[];
  /** The form of a new case. */
  readonly newPath: string;
};

/** The empty to-do page: what to enter once, in order, and then the first case. */
export function FirstSteps({ steps, newPath }: FirstStepsProps) {
  const navigate = useNavigate();
  return (
    <section className="first-steps" aria-label="开始使用">
      <h2>开始使用</h2>
      <p className="quiet">
        先登记以下几项，只需一次，以后可在“设置”中修改。登记第一条线索后，到期的期限、等您审核签发的文书都会自动出现在这一页。
      </p>
      <ol>
        {steps.map((step) => (
          <li key={step.key} className={step.isDone ? 'first-step first-step-done' : 'first-step'}>
            <div className="first-step-text">
              <div className="first-step-title">{step.title}</div>
              <div className="quiet">{step.detail}</div>
            </div>
            {step.isDone ? (
              <span className="first-step-state">
                <CheckCircleFilled aria-hidden /> {step.state}
              </span>
            ) : null}
            <Button aria-label={`${step.title}：${step.button}`} onClick={() => void navigate(step.path)}>
              {step.isDone ? '查看' : step.button}
            </Button>
          </li>
        ))}
        <li className="first-step">
          <div className="first-step-text">
            <div className="first-step-title">登记第一条线索</div>
            <div className="quiet">以后随时按 Ctrl+N 登记。</div>
          </div>
          <Button type="primary" onClick={() => void navigate(newPath)}>
            登记线索
          </Button>
        </li>
      </ol>
      <p>
        <Link to="/help">查看使用说明</Link>
      </p>
    </section>
  );
}

/** Cases are under way, and something is missing without which they will come to a halt. */
export function MissingSteps({ steps }: { readonly steps: readonly FirstStep[] }) {
  const missing = steps.filter(({ isNeeded, isDone }) => isNeeded && !isDone);
  if (missing.length === 0) return null;
  return (
    <Alert
      type="info"
      showIcon
      className="page-notice"
      title={
        <>
          发文书前还需：
          {missing.map(({ key, title, path }, index) => (
            <span key={key}>
              {index > 0 ? '、' : ''}
              <Link to={path}>{title}</Link>
            </span>
          ))}
          。
        </>
      }
    />
  );
}
