import type { AppError } from '@shared/contract/result';
import { Alert, Button } from 'antd';

type StaleNoticeProps = {
  /** The refusal of the last save; anything but STALE_REVISION shows nothing here. */
  readonly error: AppError | null;
  /** Reads the record again and puts what was typed on top of it. */
  readonly onReload: () => void;
};

/** Somebody saved in between: says so, reads again, keeps what is typed. */
export function StaleNotice({ error, onReload }: StaleNoticeProps) {
  if (error?.code !== 'STALE_REVISION') return null;
  return (
    <Alert
      type="warning"
      showIcon
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
        <Button type="primary" onClick={onReload}>
          载入最新内容
        </Button>
      }
    />
  );
}
