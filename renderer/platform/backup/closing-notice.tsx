import { BACKUP_JOB } from '@shared/contract/backup';
import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { invoke, onAppEvent } from '../../lib/invoke';
import { useProgress } from '../../lib/use-progress';

/** Said while the window waits for its last copy. The first report of progress shows that one is really made. */
export function ClosingNotice() {
  const [isClosing, setIsClosing] = useState(false);
  useEffect(() => onAppEvent((event) => event.type === 'closing' && setIsClosing(true)), []);
  const progress = useProgress(BACKUP_JOB, isClosing);
  return (
    <Modal open={isClosing && progress !== null} title="正在备份" closable={false} footer={null} centered>
      <p role="status">关闭前正在备份今天的资料，完成后程序自动关闭，一般只需几秒钟。</p>
      <p className="quiet">{progress?.phase}</p>
      <Button onClick={() => void invoke('jobs.cancel', { jobId: BACKUP_JOB })}>不等备份，直接关闭</Button>
    </Modal>
  );
}
