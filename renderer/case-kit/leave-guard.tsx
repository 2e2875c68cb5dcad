import { Button, Modal } from 'antd';
import { useBlocker } from 'react-router';
import { flushDraft } from './draft-store';
import type { Draft } from './use-draft';

type LeaveGuardProps = {
  /** The form differs from what is saved. */
  readonly isChanged: boolean;
  readonly draft: Draft;
  readonly draftKey: string;
};

/** Leaving a changed form asks; the draft is kept unless the user gives it up. */
export function LeaveGuard({ isChanged, draft, draftKey }: LeaveGuardProps) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isChanged && currentLocation.pathname !== nextLocation.pathname,
  );
  const isOpen = blocker.state === 'blocked';
  return (
    <Modal
      open={isOpen}
      title="这一页还有没有保存的内容"
      onCancel={() => blocker.reset?.()}
      footer={[
        <Button key="drop" danger onClick={() => void draft.discard().then(() => blocker.proceed?.())}>
          放弃修改并离开
        </Button>,
        <Button key="keep" onClick={() => void flushDraft(draftKey).then(() => blocker.proceed?.())}>
          保留草稿并离开
        </Button>,
        <Button key="stay" type="primary" onClick={() => blocker.reset?.()}>
          留在此页
        </Button>,
      ]}
    >
      保留草稿后，下次打开这一页时会自动恢复。
    </Modal>
  );
}
