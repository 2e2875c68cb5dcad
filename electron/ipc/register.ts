import type { AppEvent } from '@shared/contract';
import type { OfferedFile } from '@shared/contract/evidence';
import { fail, Refusal, type Result } from '@shared/contract/result';
import { BrowserWindow, ipcMain } from 'electron';
import { z } from 'zod';
import { isTrustedSender } from './sender';

const CALL = 'union-casework:call';
const EVENT = 'union-casework:event';
const OFFER = 'union-casework:offer';

/** Puts the pipeline on the one channel that crosses from the page. */
export function registerPipeline(
  pipeline: (channel: unknown, input: unknown) => Promise<Result<unknown>>,
): void {
  ipcMain.handle(CALL, (event, channel: unknown, input: unknown) => {
    if (!isTrustedSender(event.senderFrame)) {
      return fail('UNTRUSTED_SENDER', '请求来自不受信任的页面，已拒绝。');
    }
    return pipeline(channel, input);
  });
}

const offers = z.array(
  z.union([
    z.strictObject({ path: z.string().min(1).max(4096) }),
    z.strictObject({ name: z.string().max(300), bytes: z.instanceof(Uint8Array) }),
  ]),
);
export type Offer = z.infer<typeof offers>[number];

/** Files dropped on a page of ours or pasted into it: the page is told tokens, never paths. */
export function registerOffers(offer: (offered: readonly Offer[]) => Promise<OfferedFile[]>): void {
  ipcMain.on(OFFER, (event, raw: unknown) => {
    const parsed = offers.safeParse(raw);
    if (!isTrustedSender(event.senderFrame) || !parsed.success) return;
    const { sender } = event;
    const tell = (told: AppEvent) => {
      if (!sender.isDestroyed()) sender.send(EVENT, told);
    };
    offer(parsed.data).then(
      (files) => tell({ type: 'offered', files }),
      (error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        tell({ type: 'offerRefused', message: error.message });
      },
    );
  });
}

/** Tells every window of ours. */
export function broadcast(event: AppEvent): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send(EVENT, event);
  }
}
