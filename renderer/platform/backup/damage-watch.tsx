import { logTroubles } from '@shared/domain/kernel/audit-head';
import { Alert } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { invoke } from '../../lib/invoke';
import { useSession } from '../../lib/session';

const SLOW_MS = 3000;

/** After the login the file is looked through in the background; damage leads to the page that says what to do. */
export function DamageWatch({ children }: { readonly children: ReactNode }) {
  const { openDoor } = useSession();
  const [isSlow, setIsSlow] = useState(false);
  const [troubles, setTroubles] = useState<readonly string[]>([]);
  useEffect(() => {
    let isGone = false;
    const slow = setTimeout(() => setIsSlow(true), SLOW_MS);
    void invoke('damage.check', {}).then((result) => {
      clearTimeout(slow);
      if (isGone) return;
      setIsSlow(false);
      if (!result.ok) return;
      if (result.value.problems.length > 0) openDoor('damage');
      else setTroubles(logTroubles(result.value.log));
    });
    return () => {
      isGone = true;
      clearTimeout(slow);
    };
  }, [openDoor]);
  return (
    <>
      {children}
      {isSlow ? (
        <p className="background-note" role="status">
          正在检查数据文件，不影响办公
        </p>
      ) : null}
      {troubles.length > 0 ? <LogNotice troubles={troubles} onClose={() => setTroubles([])} /> : null}
    </>
  );
}

type LogNoticeProps = { readonly troubles: readonly string[]; readonly onClose: () => void };

/** Stands until somebody has read it, and again after each login: whoever works on may be working in an older file. */
function LogNotice({ troubles, onClose }: LogNoticeProps) {
  return (
    <Alert
      className="log-notice"
      type="error"
      showIcon
      role="alert"
      closable={{ onClose, 'aria-label': '知道了' }}
      title="操作日志与以前不一致"
      description={`${troubles.join('；')}。资料可能被换成了旧的，或者日志被改动过。请告知管理员：另存数据文件夹和现有备份，再到“操作日志”校验完整性。`}
    />
  );
}
