import { type ReactNode, useEffect, useState } from 'react';
import { invoke } from '../../lib/invoke';
import { useSession } from '../../lib/session';
import { useToasts } from '../../lib/toasts';

const SLOW_MS = 3000;

/** After the login the file is looked through in the background; damage leads to the page that says what to do. */
export function DamageWatch({ children }: { readonly children: ReactNode }) {
  const { openDoor } = useSession();
  const toasts = useToasts();
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    let isGone = false;
    const slow = setTimeout(() => setIsSlow(true), SLOW_MS);
    void invoke('damage.check', {}).then((result) => {
      clearTimeout(slow);
      if (isGone) return;
      setIsSlow(false);
      if (!result.ok) return;
      if (result.value.problems.length > 0) openDoor('damage');
      else if (result.value.brokenAt !== null) {
        const message = `操作日志从第 ${result.value.brokenAt} 条起与校验值不符，请管理员在“操作日志”中查看，并保存好现有备份。`;
        toasts.refused({ code: 'REFUSED', message });
      }
    });
    return () => {
      isGone = true;
      clearTimeout(slow);
    };
  }, [openDoor, toasts]);
  return (
    <>
      {children}
      {isSlow ? (
        <p className="background-note" role="status">
          正在检查数据文件，不影响办公
        </p>
      ) : null}
    </>
  );
}
