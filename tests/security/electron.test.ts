import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it, type Mock, vi } from 'vitest';
import { argumentsIn, parseArguments } from '../../electron/app/arguments';
import { createClock } from '../../electron/app/clock';
import { CONTENT_SECURITY_POLICY, resolveInside } from '../../electron/app/protocol';
import {
  type Attempt,
  type Hardenable,
  hardenContents,
  hardenSession,
  isOwnRequest,
} from '../../electron/app/security';
import { isTrustedSender } from '../../electron/ipc/sender';

// The only stand-in in these tests: outside Electron there is no Electron. What it is asked to do is what is judged.
vi.mock('electron', () => ({
  app: { isPackaged: true, commandLine: { appendSwitch: vi.fn() } },
  protocol: { handle: vi.fn(), registerSchemesAsPrivileged: vi.fn() },
  session: { defaultSession: {} },
}));

/** What Electron was given to call. */
const given = <T>(told: Mock<(handler: T) => void>): T => told.mock.calls[0]![0];
const top = (url: string) => ({ url, parent: null });

describe('who may call', () => {
  it('our own page in the top frame', () => {
    expect(isTrustedSender(top('app://bundle/'), undefined)).toBe(true);
    expect(isTrustedSender(top('app://bundle/index.html#/supervision/1'), undefined)).toBe(true);
  });

  it.each([
    'file:///C:/index.html',
    'http://localhost:5173/',
    'https://bundle/',
    'app://bundle.evil/',
    'app://evil/bundle',
    'app://bundle@evil/',
    'app://evil@bundle.evil/',
    'app://bundle:81/',
    'APP2://bundle/',
    'data:text/html,app://bundle/',
    'blob:app://bundle/1',
    'about:blank',
    'javascript:alert(1)',
    '',
    'app:',
    'app://',
    'bundle',
  ])('not %s', (url) => {
    expect(isTrustedSender(top(url), undefined)).toBe(false);
  });

  it('not a sub-frame of our own page, nor a frame that is gone', () => {
    expect(isTrustedSender({ url: 'app://bundle/', parent: {} }, undefined)).toBe(false);
    expect(isTrustedSender(null, undefined)).toBe(false);
  });

  it('in development the dev server, and no other port, host or protocol', () => {
    const devServer = 'http://localhost:5173';
    expect(isTrustedSender(top('http://localhost:5173/index.html'), devServer)).toBe(true);
    for (const url of [
      'http://localhost:5174/',
      'https://localhost:5173/',
      'http://localhost.evil:5173/',
      'http://127.0.0.1:5173/',
    ]) {
      expect([url, isTrustedSender(top(url), devServer)]).toEqual([url, false]);
    }
  });
});

describe('files of the bundle', () => {
  const folder = `${sep}opt${sep}app${sep}renderer`;
  it('are found', () => {
    expect(resolveInside(folder, '/')).toBe(join(folder, 'index.html'));
    expect(resolveInside(folder, '/assets/index-abc.js')).toBe(join(folder, 'assets', 'index-abc.js'));
    expect(resolveInside(folder, '/a/../b.js')).toBe(join(folder, 'b.js'));
    expect(resolveInside(folder, '/%E4%B8%AD.svg')).toBe(join(folder, '中.svg'));
  });

  it.each([
    '/..',
    '/../secret',
    '/../../etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/a/../../renderer-evil/x',
    '/../renderer-evil/x.js',
    '/%',
    '/%zz',
    '/%00',
    '/index.html%00.js',
  ])('%s leads nowhere', (path) => {
    expect(resolveInside(folder, path)).toBeNull();
  });

  it('the folder itself is no file', () => {
    expect(resolveInside(folder, '/.')).toBeNull();
    expect(resolveInside(folder, '/a/..')).toBeNull();
  });
});

describe('requests', () => {
  it.each([
    'app://bundle/index.html',
    'app://bundle/assets/a.js',
    'data:image/png;base64,AA==',
    'blob:app://bundle/1',
    'devtools://devtools/x',
  ])('%s is ours', (url) => {
    expect(isOwnRequest(url, undefined)).toBe(true);
  });

  it.each([
    'http://localhost/',
    'https://example.com/',
    'ws://localhost:5173/',
    'file:///etc/passwd',
    'app://bundle.evil/x',
    'app://bundle',
    'app://evil/',
    'ftp://x/',
    'javascript:alert(1)',
    'chrome://gpu',
    ' app://bundle/',
    '',
  ])('%j is not', (url) => {
    expect(isOwnRequest(url, undefined)).toBe(false);
  });

  it('in development the dev server is ours, with its socket', () => {
    const devServer = 'http://localhost:5173/';
    expect(isOwnRequest('http://localhost:5173/src/main.tsx', devServer)).toBe(true);
    expect(isOwnRequest('ws://localhost:5173/?token=1', devServer)).toBe(true);
    expect(isOwnRequest('http://localhost:5174/', devServer)).toBe(false);
    expect(isOwnRequest('', devServer)).toBe(false);
  });
});

describe('the session', () => {
  it('asks for nothing, allows nothing, sends nothing, downloads no dictionary', () => {
    const languages = vi.fn<Hardenable['setSpellCheckerLanguages']>();
    const asks = vi.fn<Hardenable['setPermissionRequestHandler']>();
    const checks = vi.fn<Hardenable['setPermissionCheckHandler']>();
    const devices = vi.fn<Hardenable['setDevicePermissionHandler']>();
    const downloads = vi.fn<Hardenable['on']>();
    const requests = vi.fn<Hardenable['webRequest']['onBeforeRequest']>();
    hardenSession({
      setSpellCheckerLanguages: languages,
      setPermissionRequestHandler: asks,
      setPermissionCheckHandler: checks,
      setDevicePermissionHandler: devices,
      webRequest: { onBeforeRequest: requests },
      on: downloads,
    });
    expect(languages).toHaveBeenCalledWith([]);
    const decide = vi.fn();
    given(asks)({}, 'geolocation', decide);
    expect(decide).toHaveBeenCalledWith(false);
    expect(given(checks)()).toBe(false);
    expect(given(devices)()).toBe(false);
    const isCancelled = (url: string) => {
      const answer = vi.fn<(answer: { cancel: boolean }) => void>();
      given(requests)({ url }, answer);
      return answer.mock.calls[0]?.[0].cancel;
    };
    expect(isCancelled('https://example.com/')).toBe(true);
    // Packaged: an environment variable opens nothing.
    process.env.ELECTRON_RENDERER_URL = 'http://localhost:5173/';
    expect(isCancelled('http://localhost:5173/')).toBe(true);
    delete process.env.ELECTRON_RENDERER_URL;
    expect(isCancelled('app://bundle/a.js')).toBe(false);
    // From wherever: what leaves the program goes by a channel that writes it down.
    expect(downloads.mock.calls[0]?.[0]).toBe('will-download');
    const preventDefault = vi.fn();
    downloads.mock.calls[0]?.[1]({ preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  it('a page neither leaves nor opens windows nor embeds strangers', () => {
    const listeners = new Map<string, (attempt: Attempt, url: string) => void>();
    let open: unknown;
    hardenContents({
      on: (name: string, listener: (attempt: Attempt, url: string) => void) => listeners.set(name, listener),
      setWindowOpenHandler: (handler) => {
        open = handler();
      },
    });
    expect(open).toEqual({ action: 'deny' });
    const isPrevented = (name: string, url: string) => {
      const preventDefault = vi.fn();
      listeners.get(name)?.({ preventDefault }, url);
      return preventDefault.mock.calls.length > 0;
    };
    expect(isPrevented('will-navigate', 'https://example.com/')).toBe(true);
    expect(isPrevented('will-navigate', 'file:///etc/passwd')).toBe(true);
    expect(isPrevented('will-navigate', 'app://bundle/#/todo')).toBe(false);
    for (const url of ['data:text/html,x', 'blob:app://bundle/1', 'devtools://devtools/x', 'app://evil/'])
      expect([url, isPrevented('will-navigate', url), isPrevented('will-redirect', url)]).toEqual([
        url,
        true,
        true,
      ]);
    expect(isPrevented('will-attach-webview', '')).toBe(true);
  });
});

describe('the content security policy', () => {
  const rules = new Map(
    CONTENT_SECURITY_POLICY.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]),
  );
  it('begins with nothing and lets scripts come from the bundle only', () => {
    expect(rules.get('default-src')).toEqual(["'none'"]);
    expect(rules.get('script-src')).toEqual(["'self'"]);
    expect(rules.get('connect-src')).toEqual(["'self'"]);
    for (const directive of ['form-action', 'base-uri', 'frame-ancestors'])
      expect(rules.get(directive)).toEqual(["'none'"]);
  });

  it('names no host, no scheme of the network, no eval', () => {
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/https?:|\*|unsafe-eval|wasm|unsafe-hashes/);
    expect(
      [...rules].filter(([, sources]) => sources.includes("'unsafe-inline'")).map(([directive]) => directive),
    ).toEqual(['style-src']);
  });
});

describe('the window', () => {
  const source = readFileSync(join(import.meta.dirname, '../../electron/app/window.ts'), 'utf8');
  it.each([
    'contextIsolation: true',
    'sandbox: true',
    'nodeIntegration: false',
    'webSecurity: true',
    'navigateOnDragDrop: false',
  ])('%s', (setting) => {
    expect(source).toContain(setting);
  });

  it('switches nothing dangerous on', () => {
    for (const file of ['window.ts', 'ports.ts']) {
      const text = readFileSync(join(import.meta.dirname, '../../electron/app', file), 'utf8');
      expect(text).not.toMatch(
        /allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|nodeIntegration\w*: true|webviewTag: true|contextIsolation: false|sandbox: false|webSecurity: false/,
      );
    }
  });
});

describe('arguments', () => {
  const NONE = { isDemo: false, fixedToday: null, idleSeconds: null };
  it.each([
    [[], true, NONE],
    [['--demo'], true, { ...NONE, isDemo: true }],
    [['--demo', '--clock=2026-09-10'], true, { ...NONE, isDemo: true, fixedToday: '2026-09-10' }],
    // A real file knows real days.
    [['--clock=2026-09-10'], true, NONE],
    [['--clock=2026-09-10'], false, { ...NONE, fixedToday: '2026-09-10' }],
    [['--demo', '--clock=2026-02-30'], true, { ...NONE, isDemo: true }],
    [['--demo', '--clock='], true, { ...NONE, isDemo: true }],
    [['--demo', '--clock', '2026-09-10'], true, { ...NONE, isDemo: true }],
    [['--demo=1', '--DEMO', '-demo'], true, NONE],
    [
      ['--clock=2026-09-10', '--clock=2027-01-01', '--demo'],
      true,
      { ...NONE, isDemo: true, fixedToday: '2026-09-10' },
    ],
    // Nobody keeps a real file open longer, nor closes it sooner, than 设置 says.
    [['--idle-seconds=5'], true, NONE],
    [['--idle-seconds=5'], false, { ...NONE, idleSeconds: 5 }],
    [['--idle-seconds=5', '--demo'], true, { ...NONE, isDemo: true, idleSeconds: 5 }],
    ...['0', '-1', '1.5', '3601', 'x', ''].map(
      (value) => [[`--idle-seconds=${value}`], false, NONE] as const,
    ),
  ] as const)('%j, packaged: %s', (argv, isPackaged, expected) => {
    expect(parseArguments(['electron', '.', ...argv], isPackaged)).toEqual(expected);
  });

  it('the other office is started with the same arguments, judged by its own rules', () => {
    const argv = ['electron', '.', '--demo', '--clock=2026-09-10'];
    expect(parseArguments(argumentsIn(argv, false), true)).toEqual(NONE);
    expect(parseArguments(argumentsIn(argv, false), false)).toEqual({ ...NONE, fixedToday: '2026-09-10' });
    const real = argv.filter((argument) => argument !== '--demo');
    expect(parseArguments(argumentsIn(real, true), true)).toEqual(parseArguments(argv, true));
  });

  it('a fixed clock keeps the day and goes on within it', () => {
    const clock = createClock('2026-09-10');
    expect(clock.today()).toBe('2026-09-10');
    const now = clock.now();
    expect([now.getFullYear(), now.getMonth(), now.getDate()]).toEqual([2026, 8, 10]);
  });
});
