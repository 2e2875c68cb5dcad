import { app, type Session, session, type WebContents } from 'electron';
import { APP_ORIGIN } from './origin';

/** No network at all: every host maps to nothing. Must run before the app is ready. */
export function cutNetwork(): void {
  const isDevelopment = !app.isPackaged && process.env.ELECTRON_RENDERER_URL !== undefined;
  app.commandLine.appendSwitch(
    'host-resolver-rules',
    isDevelopment ? 'MAP * ~NOTFOUND, EXCLUDE localhost' : 'MAP * ~NOTFOUND',
  );
}

/** Electron's checklist for the one session we use. */
export function hardenSession(target: Session = session.defaultSession): void {
  // Only an empty list of languages stops the dictionary download; spellcheck: false does not.
  target.setSpellCheckerLanguages([]);
  target.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  const devServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
  target.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isOwnRequest(details.url, devServer) });
  });
}

/** Our scheme, in-memory data, the developer tools, and in development the dev server. */
export function isOwnRequest(url: string, devServer: string | undefined): boolean {
  if (url.startsWith(`${APP_ORIGIN}/`) || /^(data|blob|devtools|chrome-extension):/.test(url)) return true;
  if (!devServer || !URL.canParse(url)) return false;
  const host = new URL(devServer).host;
  return new URL(url).host === host;
}

/** A page neither leaves our origin nor opens windows nor embeds strangers. */
export function hardenContents(contents: WebContents): void {
  contents.on('will-navigate', (event, url) => {
    if (!isOwnRequest(url, process.env.ELECTRON_RENDERER_URL)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
