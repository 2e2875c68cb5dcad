import { dateTime } from '@renderer/lib/format';
import type { DocumentDetail } from '@shared/contract/documents';
import { Drawer, Timeline } from 'antd';

type Props = {
  readonly history: DocumentDetail['history'];
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** 办理记录: every step of the paper with who took it and when. */
export function PaperHistory({ history, isOpen, onClose }: Props) {
  return (
    <Drawer title="办理记录" open={isOpen} onClose={onClose} size={420}>
      {history.length === 0 ? (
        <p>还没有办理记录。</p>
      ) : (
        <Timeline
          items={history.map((entry, index) => ({
            key: `${entry.at}-${index}`,
            content: (
              <>
                <strong>{entry.title}</strong>
                {entry.detail && <div>{entry.detail}</div>}
                <div className="paperpage-muted">
                  {entry.accountName}　{dateTime(entry.at)}
                </div>
              </>
            ),
          }))}
        />
      )}
    </Drawer>
  );
}
