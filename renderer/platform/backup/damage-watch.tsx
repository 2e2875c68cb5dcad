import type { Output } from '@shared/contract';
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
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  useEffect(() => {
    let isGone = false;
    const slow = setTimeout(() => setIsSlow(true), SLOW_MS);
    void invoke('damage.check', {}).then((result) => {
      clearTimeout(slow);
      if (isGone) return;
      setIsSlow(false);
      if (!result.ok) return;
      if (result.value.problems.length > 0) openDoor('damage');
      else setNotices(noticesOf(result.value));
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
      {notices.length > 0 ? (
        <div className="file-notices">
          {notices.map(({ title, text }) => (
            <Alert
              key={title}
              type="error"
              showIcon
              role="alert"
              closable={{
                onClose: () => setNotices(notices.filter((one) => one.title !== title)),
                'aria-label': '知道了',
              }}
              title={title}
              description={text}
            />
          ))}
        </div>
      ) : null}
    </>
  );
}

/** Stands until somebody has read it, and again after each login: whoever works on may be working in an older file. */
type Notice = { readonly title: string; readonly text: string };

function noticesOf({ log, doKeysFit }: Output<'damage.check'>): Notice[] {
  const troubles = logTroubles(log);
  const aboutLog = `${troubles.join('；')}。资料可能被换成了旧的，或者日志被改动过。请告知管理员：另存数据文件夹和现有备份，再到“操作日志”校验完整性。`;
  return [
    ...(doKeysFit ? [] : [{ title: '密钥文件与资料不相符', text: ABOUT_KEYS }]),
    ...(troubles.length === 0 ? [] : [{ title: '操作日志与以前不一致', text: aboutLog }]),
  ];
}

const ABOUT_KEYS =
  '密钥文件 keys.json 已损坏或者被替换，退出后可能无法登录。请先不要退出程序，告知管理员：把最近一份备份中的 keys.json 复制到数据文件夹，再备份一次。';
