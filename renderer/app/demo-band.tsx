import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useSession } from '../lib/session';

/** Over every page of 演示, from the login on: that nothing here is real, and the way back. */
export function DemoBand({ children }: { readonly children: ReactNode }) {
  const { status, changeOffice } = useSession();
  if (!status.isDemo) return children;
  return (
    <div className="demo-frame">
      <div className="demo-band" role="note">
        <strong>演示</strong>
        <span className="demo-band-text">
          这里的单位、人员和案件都是虚构的，与正式资料分开存放。请勿在此办理真实案件。
        </span>
        <Button size="small" onClick={() => void changeOffice(false)}>
          退出演示
        </Button>
      </div>
      <div className="demo-frame-page">{children}</div>
    </div>
  );
}
