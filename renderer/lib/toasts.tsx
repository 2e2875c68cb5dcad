import type { AppError } from '@shared/contract/result';
import { App } from 'antd';
import { useMemo } from 'react';
import { invoke } from './invoke';

const QUICK = 2;
const TO_BE_READ = 8;

/** Short notices: success is quiet, a refusal stays long enough to be read. */
export function useToasts() {
  const { message } = App.useApp();
  return useMemo(
    () => ({
      done: (text: string) => void message.success({ content: text, duration: QUICK }),
      /** A file was written: where, and a way to look at it. */
      wrote: (text: string, path: string) =>
        void message.success({
          duration: TO_BE_READ,
          content: (
            <>
              {text}：{path}{' '}
              <button
                type="button"
                className="link-button"
                onClick={() => void invoke('app.openPath', { path })}
              >
                打开
              </button>
            </>
          ),
        }),
      /** Done, but to be thought about. */
      noted: (text: string) => void message.info({ content: text, duration: TO_BE_READ }),
      /** Something was taken away: a way to have it back, while the notice stands. */
      undoable: (text: string, onUndo: () => Promise<void>) => {
        const key = `undo-${text}`;
        const undo = () => {
          message.destroy(key);
          void onUndo();
        };
        void message.success({
          key,
          duration: TO_BE_READ,
          content: (
            <>
              {text}{' '}
              <button type="button" className="link-button" onClick={undo}>
                撤销
              </button>
            </>
          ),
        });
      },
      refused: (error: AppError) => {
        if (error.code === 'CANCELLED') return;
        void message.warning({ content: error.message, duration: TO_BE_READ });
      },
    }),
    [message],
  );
}
