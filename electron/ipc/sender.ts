import { devServer } from '../app/dev-server';
import { APP_ORIGIN } from '../app/origin';

type Frame = { readonly url: string; readonly parent: unknown } | null;

/** Only the top frame of our own pages may call: a stranger's frame, a sub-frame or a gone one may not. */
export function isTrustedSender(frame: Frame, server: string | undefined = devServer()): boolean {
  if (!frame || frame.parent !== null) return false;
  if (!URL.canParse(frame.url)) return false;
  const url = new URL(frame.url);
  const origin = `${url.protocol}//${url.host}`;
  return origin === APP_ORIGIN || (server !== undefined && origin === new URL(server).origin);
}
