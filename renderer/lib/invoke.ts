import type { AppEvent, ChannelName, Input, Output } from '@shared/contract';
import { fail, type Result } from '@shared/contract/result';

/** Calls the main process. Never throws: whatever goes wrong comes back as a Result with a Chinese message. */
export async function invoke<C extends ChannelName>(channel: C, input: Input<C>): Promise<Result<Output<C>>> {
  try {
    return (await window.unionCasework.invoke(channel, input)) as Result<Output<C>>;
  } catch {
    return fail('INTERNAL', '程序内部没有应答，刚才的操作没有完成。请重试；仍不成功时请重新打开程序。');
  }
}

/** Hears what the main process tells by itself. @returns how to stop listening */
export const onAppEvent = (callback: (event: AppEvent) => void): (() => void) =>
  window.unionCasework.onChange(callback);
