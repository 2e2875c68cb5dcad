import type { AppError } from '@shared/contract/result';
import { App } from 'antd';
import { useMemo } from 'react';

/** Short notices: success is quiet, a refusal stays long enough to be read. */
export function useToasts() {
  const { message } = App.useApp();
  return useMemo(
    () => ({
      done: (text: string) => void message.success({ content: text, duration: 2 }),
      refused: (error: AppError) => {
        if (error.code === 'CANCELLED') return;
        void message.warning({ content: error.message, duration: 8 });
      },
    }),
    [message],
  );
}
