import { app, session } from 'electron';
import { devServer } from './dev-server';
import { APP_ORIGIN } from './origin';

/** No network at all: every host maps to nothing. Must run before the app is ready. */
export function cutNetwork(): void {
  app.commandLine.appendSwitch(
    'host-resolver-rules',
    devServer() !== undefined ? 'MAP * ~NOTFOUND, EXCLUDE localhost' : 'MAP * ~NOTFOUND',
  );
  // What Chromium would ask of its makers by itself, and what it would write about a crash.
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
  ])
    app.commandLine.appendSwitch(name);
  app.commandLine.appendSwitch('disable-breakpad');
}

/** What Electron's `Session` is told. */
export type Hardenable = {
  readonly setSpellCheckerLanguages: (languages: string[]) => void;
  readonly setPermissionRequestHandler: (ask: PermissionRequest) => void;
  readonly setPermissionCheckHandler: (check: () => boolean) => void;
  readonly setDevicePermissionHandler: (check: () => boolean) => void;
  readonly webRequest: { readonly onBeforeRequest: (judge: RequestJudge) => void };
  readonly on: (event: 'will-download', judge: DownloadJudge) => unknown;
};
export type PermissionRequest = (
  contents: unknown,
  permission: string,
  decide: (isGranted: boolean) => void,
) => void;
export type RequestJudge = (
  details: { readonly url: string },
  decide: (answer: { cancel: boolean }) => void,
) => void;

export type DownloadJudge = (event: Attempt) => void;

/** Electron's checklist for a session of ours. */
export function hardenSession(target: Hardenable = session.defaultSession): void {
  // Only an empty list of languages stops the dictionary download; spellcheck: false does not.
  target.setSpellCheckerLanguages([]);
  target.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isOwnRequest(details.url, devServer()) });
  });
  // What leaves goes by a channel that writes it down, never by a link.
  target.on('will-download', (event) => event.preventDefault());
}

/** Our scheme, in-memory data, the developer tools, and in development the dev server. */
export function isOwnRequest(url: string, server: string | undefined): boolean {
  if (url.startsWith(`${APP_ORIGIN}/`) || /^(data|blob|devtools|chrome-extension):/.test(url)) return true;
  if (!server || !URL.canParse(url)) return false;
  const host = new URL(server).host;
  return new URL(url).host === host;
}

/** A page, not a picture or a script: never data, never a blob. */
function isOwnPage(url: string): boolean {
  return /^(?:app|https?):/.test(url) && isOwnRequest(url, devServer());
}

/** What a page may try, as Electron's `WebContents` reports it. */
export type Watchable = {
  readonly on: {
    (event: 'will-navigate', listener: (attempt: Attempt, url: string) => void): unknown;
    (event: 'will-redirect', listener: (attempt: Attempt, url: string) => void): unknown;
    (event: 'will-attach-webview', listener: (attempt: Attempt) => void): unknown;
  };
  readonly setWindowOpenHandler: (handler: () => { action: 'deny' }) => void;
};

export type Attempt = { readonly preventDefault: () => void };

/** A page neither leaves our origin nor opens windows nor embeds strangers. */
export function hardenContents(contents: Watchable): void {
  const stay = (event: Attempt, url: string) => {
    if (!isOwnPage(url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
