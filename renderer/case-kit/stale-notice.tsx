import type { AppError } from '@shared/contract/result';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { readAllAgain } from '../lib/invalidation';

type StaleNoticeProps = {
  /** The refusal of the last save; anything but STALE_REVISION shows nothing here. */
  readonly error: AppError | null;
  /** The record has been read again: puts what was typed on top of it. */
  readonly onReload: () => void;
};

/** Somebody saved in between: says so, reads again, keeps what is typed. */
export function StaleNotice({ error, onReload }: StaleNoticeProps) {
  const client = useQueryClient();
  const [isReading, setIsReading] = useState(false);
  // The callback of the render that already holds the newer record.
  const latest = useRef(onReload);
  latest.current = onReload;
  const reload = async () => {
    setIsReading(true);
    await readAllAgain(client);
    setIsReading(false);
    latest.current();
  };
  const isShown = error?.code === 'STALE_REVISION';
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Ctrl+S is pressed far below it.
    if (isShown) box.current?.scrollIntoView({ block: 'center' });
  }, [isShown]);
  if (!isShown) return null;
  return (
    <div ref={box}>
      <Alert
        type="warning"
        showIcon
        role="alert"
        className="stale-notice"
        title="在您填写期间，这份记录已被更新"
        description={
          <>
            <p>{error.message}</p>
            <p>
              您填写的内容仍在。点“载入最新内容”后，您改过的栏目保持不变，其余栏目显示最新内容，请核对后再次保存。
            </p>
          </>
        }
        action={
          <Button type="primary" loading={isReading} onClick={() => void reload()}>
            载入最新内容
          </Button>
        }
      />
    </div>
  );
}
