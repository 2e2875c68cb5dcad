import { Alert, Button } from 'antd';
import { dateTime } from '../lib/format';
import type { Draft } from './use-draft';

type DraftNoticeProps = {
  readonly draft: Draft;
  /** Puts the form back to what is saved. */
  readonly onGiveUp: () => void;
};

/** Says that unsaved content was brought back, or that keeping it fails. */
export function DraftNotice({ draft, onGiveUp }: DraftNoticeProps) {
  if (draft.isFailing) {
    return (
      <Alert
        type="error"
        showIcon
        className="draft-notice"
        title="刚才填写的内容暂时没有存入草稿，请先不要关闭程序，并尽快保存。"
      />
    );
  }
  if (!draft.restoredAt) return null;
  return (
    <Alert
      type="info"
      showIcon
      className="draft-notice"
      title={`已恢复未保存的内容（${dateTime(draft.restoredAt)} 填写）`}
      closable={{ onClose: draft.dismissNotice }}
      action={
        <Button
          size="small"
          onClick={() => {
            void draft.discard();
            onGiveUp();
          }}
        >
          放弃这些内容
        </Button>
      }
    />
  );
}
