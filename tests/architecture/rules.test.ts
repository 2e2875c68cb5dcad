import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import open from './open-violations.json';
import {
  containing,
  filesUnder,
  foldersIn,
  importing,
  ROOT,
  readSource,
  type Source,
  sourcesUnder,
  violations,
} from './support';

const electron = sourcesUnder('electron');
const shared = sourcesUnder('shared');
const renderer = sourcesUnder('renderer');
const all = [...electron, ...shared, ...renderer];

describe('the scanner', () => {
  it('reads every source and its imports', () => {
    expect(all.length).toBeGreaterThan(200);
    const pipeline = readSource('electron/ipc/pipeline.ts');
    expect(pipeline.imports).toContainEqual({ from: 'shared/contract/result', isTypeOnly: false });
    expect(pipeline.imports).toContainEqual({ from: 'electron/jobs/jobs', isTypeOnly: true });
    expect(readSource('electron/main.ts').imports.map(({ from }) => from)).toContain('electron');
  });
});

describe('shared/', () => {
  it('imports neither Node nor Electron nor Kysely nor anything of the other two', () => {
    expect(
      importing(shared, (from) =>
        /^(node:|electron$|electron\/|renderer\/|kysely|better-sqlite3|react|antd|fs$|path$|crypto$)/.test(
          from,
        ),
      ),
    ).toEqual([]);
  });

  it('imports from outside nothing but zod', () => {
    expect(importing(shared, (from) => !from.startsWith('shared/') && from !== 'zod')).toEqual([]);
  });

  it('compiles without the types of a browser and of Node', () => {
    const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
    const project = join(ROOT, 'tests/architecture/tsconfig.shared.json');
    const { stdout } = spawnSync(
      process.execPath,
      [compiler, '--noEmit', '--pretty', 'false', '-p', project],
      { encoding: 'utf8' },
    );
    // Other errors of types are the business of `npm run check`.
    const foreign = stdout
      .split('\n')
      .filter((line) => /TS(?:2304|2552|2580|2584|2591|2307|2792|2503)\b/.test(line));
    expect(foreign).toEqual([]);
  });

  it('has no clock: today is handed in', () => {
    expect(
      containing(shared, /\bDate\.now\(|\bnew Date\(\s*\)|\bperformance\.now\(|\bMath\.random\(/),
    ).toEqual([]);
  });

  it('contract/ imports no module of domain/ at run time but the kernel', () => {
    const contract = shared.filter(({ path }) => path.startsWith('shared/contract/'));
    expect(
      importing(contract, (from, isTypeOnly) => !isTypeOnly && /^shared\/domain\/(?!kernel\/)/.test(from)),
    ).toEqual([]);
  });

  it('the kernel imports nothing above itself at run time', () => {
    const kernel = shared.filter(({ path }) => path.startsWith('shared/domain/kernel/'));
    expect(
      importing(
        kernel,
        (from, isTypeOnly) =>
          !isTypeOnly && from.startsWith('shared/') && !from.startsWith('shared/domain/kernel/'),
      ),
    ).toEqual([]);
  });
});

describe('renderer/', () => {
  it('never imports the main process, Node or the database', () => {
    expect(
      importing(renderer, (from) => /^(electron\/|electron$|node:|kysely|better-sqlite3)/.test(from)),
    ).toEqual([]);
  });

  it('reaches the main process through lib/ only', () => {
    const others = renderer.filter(({ path }) => !path.startsWith('renderer/lib/'));
    expect(containing(others, /\bunionCasework\b/)).toEqual(open.bridge);
  });

  it('a module of pages imports no other module of pages', () => {
    expect(importingOtherModules(renderer, 'renderer/modules/')).toEqual([]);
  });

  it('imports downwards: lib and ui know neither case-kit nor platform nor modules nor app', () => {
    const low = renderer.filter(({ path }) => /^renderer\/(lib|ui)\//.test(path));
    expect(importing(low, (from) => /^renderer\/(app|case-kit|platform|modules)\//.test(from))).toEqual(
      open.upwards,
    );
    const kit = renderer.filter(({ path }) => path.startsWith('renderer/case-kit/'));
    expect(importing(kit, (from) => /^renderer\/(platform|modules)\//.test(from))).toEqual([]);
  });

  it('puts no HTML of strangers into the page', () => {
    expect(containing(renderer, /dangerouslySetInnerHTML|\.innerHTML\b|\beval\(|new Function\(/)).toEqual([]);
  });

  it('opens no connection; parts of evidence are asked for in one place, which knows app:// only (read-part.test.ts)', () => {
    const asks = /(?<![.\w])fetch\(|XMLHttpRequest|new WebSocket|EventSource|sendBeacon/;
    const place = 'renderer/case-kit/evidence-panel/viewer/read-part.ts';
    expect(containing(renderer, asks)).toEqual([`${place}: fetch(`]);
  });
});

describe('electron/', () => {
  it('a module imports no other module, and platform/ imports none', () => {
    expect(importingOtherModules(electron, 'electron/modules/')).toEqual([]);
    const below = electron.filter(({ path }) => /^electron\/(platform|ipc|jobs|app)\//.test(path));
    expect(importing(below, (from) => from.startsWith('electron/modules/'))).toEqual([]);
  });

  it('Electron itself is imported by main.ts, preload.ts, app/ and ipc/ only', () => {
    const others = electron.filter(({ path }) => !/^electron\/(main\.ts|preload\.ts|app\/|ipc\/)/.test(path));
    expect(importing(others, (from) => from === 'electron')).toEqual([]);
  });

  it('ipcMain, ipcRenderer and webContents.send stand in ipc/ and preload.ts only', () => {
    const others = all.filter(({ path }) => !/^electron\/(ipc\/|preload\.ts)/.test(path));
    expect(containing(others, /\bipcMain\b|\bipcRenderer\b|\bcontextBridge\b|webContents\.send\b/)).toEqual(
      [],
    );
  });

  it('the preload exposes two functions and imports Electron only', () => {
    const preload = readSource('electron/preload.ts');
    expect(preload.imports.map(({ from }) => from)).toEqual(['electron']);
    const exposed = preload.code.slice(preload.code.indexOf('exposeInMainWorld'));
    expect([...exposed.matchAll(/^ {2}(\w+):/gm)].map((match) => match[1])).toEqual(['invoke', 'onChange']);
  });

  it('Kysely and SQL stand in repositories, db/ and platform/search only', () => {
    const others = electron.filter(({ path }) => !mayHoldSql(path));
    expect(
      importing(others, (from, isTypeOnly) => !isTypeOnly && /^(kysely|better-sqlite3)/.test(from)),
    ).toEqual([]);
    expect(
      containing(
        others,
        /\.(?:selectFrom|insertInto|updateTable|deleteFrom|replaceInto)\(|\.prepare\(|\bsql`/,
      ),
    ).toEqual([]);
  });

  it('the database is opened at one place, so that every connection has key and PRAGMAs', () => {
    expect(importing(electron, (from, isTypeOnly) => from === 'better-sqlite3' && !isTypeOnly)).toEqual([
      'electron/db/open.ts: better-sqlite3',
    ]);
  });

  it('repositories are called by services, handlers and tasks of their own house, never by the composition root', () => {
    const roots = electron.filter(({ path }) => /^electron\/(main\.ts|app\/|ipc\/|jobs\/)/.test(path));
    expect(importing(roots, (from, isTypeOnly) => !isTypeOnly && from.endsWith('.repository'))).toEqual([]);
  });

  it('services, handlers and repositories read no clock by themselves', () => {
    const judged = electron.filter(({ path }) => /^electron\/(platform|modules)\//.test(path));
    expect(
      containing(judged, /\bDate\.now\(|\bnew Date\(\s*\)|\bperformance\.now\(|\bMath\.random\(/),
    ).toEqual([]);
  });

  it('services, handlers and repositories of modules/ touch no file and no network', () => {
    const modules = electron.filter(({ path }) => path.startsWith('electron/modules/'));
    expect(
      importing(modules, (from) =>
        /^node:(fs|net|http|https|dns|tls|child_process|worker_threads)/.test(from),
      ),
    ).toEqual([]);
    expect(
      importing(electron, (from) => /^node:(net|http|https|http2|dns|tls|dgram|child_process)/.test(from)),
    ).toEqual([]);
    expect(containing(electron, /(?<![.\w])fetch\(/)).toEqual([]);
  });

  it('a service touches files only where files are its work', () => {
    const services = electron.filter(
      ({ path }) =>
        /^electron\/platform\//.test(path) &&
        !/^electron\/platform\/(vault|resources|exchange|documents|accounts|demo|evidence|backup)\//.test(
          path,
        ),
    );
    expect(importing(services, (from) => from.startsWith('node:fs'))).toEqual([]);
  });
});

function mayHoldSql(path: string): boolean {
  return (
    /\.repository\.ts$|\.table\.ts$/.test(path) ||
    path.startsWith('electron/db/') ||
    path.startsWith('electron/platform/search/')
  );
}

function importingOtherModules(sources: readonly Source[], folder: string): string[] {
  return violations(
    sources.filter(({ path }) => path.startsWith(folder) && path.slice(folder.length).includes('/')),
    ({ path, imports }) => {
      const own = `${folder}${path.slice(folder.length).split('/')[0]}/`;
      return imports
        .filter(({ from }) => from.startsWith(folder) && !`${from}/`.startsWith(own))
        .map(({ from }) => from);
    },
  );
}

describe('a module has all its rooms', () => {
  it.each(foldersIn('electron/modules'))('%s', (name) => {
    const rooms = [
      ...['table', 'repository', 'service', 'documents', 'handlers'].map(
        (room) => `electron/modules/${name}/${name}.${room}.ts`,
      ),
      `shared/contract/${name}.ts`,
    ];
    const files = new Set([...filesUnder('electron'), ...filesUnder('shared')]);
    expect(rooms.filter((room) => !files.has(room))).toEqual([]);
    expect(foldersIn('shared/domain')).toContain(name);
    expect(foldersIn('renderer/modules')).toContain(name);
    expect(
      filesUnder(`renderer/modules/${name}`).filter((path) => /\/(module\.tsx?|api\.ts)$/.test(path)),
    ).toHaveLength(2);
  });

  it('and pages, rules and rooms exist for no module that is not there', () => {
    expect(
      foldersIn('renderer/modules').filter((name) => !foldersIn('electron/modules').includes(name)),
    ).toEqual([]);
  });
});
