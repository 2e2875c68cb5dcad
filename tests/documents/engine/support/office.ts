import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const installHint =
  'apt-get install -y --no-install-recommends libreoffice-writer poppler-utils fonts-arphic-uming ' +
  'fonts-arphic-ukai fonts-arphic-gbsn00lp fonts-wqy-zenhei fonts-noto-cjk';

const neededFonts = [
  'AR PL SungtiL GB',
  'AR PL UKai CN',
  'AR PL UMing CN',
  'WenQuanYi Zen Hei',
  'Noto Serif CJK SC',
];

/** Fails with the command to run, never skips: a layout nobody measured is a layout nobody knows. */
export async function requireOffice(): Promise<void> {
  const missing = ['soffice', 'pdftoppm', 'fc-list'].filter(
    (tool) => !(process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, tool))),
  );
  if (missing.length > 0) throw new Error(`Not installed: ${missing.join(', ')}. Run: ${installHint}`);
  const { stdout } = await run('fc-list', [':', 'family']);
  const fonts = neededFonts.filter((font) => !stdout.includes(font));
  if (fonts.length > 0) throw new Error(`Fonts not installed: ${fonts.join(', ')}. Run: ${installHint}`);
}

export type Rendered = { readonly pdf: Uint8Array; readonly path: string };

/** A private folder for one test file: documents, LibreOffice profile, font cache. */
export async function openWorkshop() {
  const folder = await mkdtemp(join(tmpdir(), 'paper-'));
  return {
    folder,
    /** All documents in one run of LibreOffice: its start costs more than the conversion. */
    async convert(documents: Readonly<Record<string, Uint8Array>>): Promise<Record<string, Rendered>> {
      const out = join(folder, 'pdf');
      await mkdir(out, { recursive: true });
      const paths = Object.keys(documents).map((name) => join(folder, `${name}.docx`));
      await Promise.all(paths.map((path, index) => writeFile(path, Object.values(documents)[index] ?? '')));
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      const options = ['--headless', '--convert-to', 'pdf', '--outdir', out, ...paths];
      await run('soffice', [profile, ...options], {
        env: {
          ...process.env,
          FONTCONFIG_FILE: resolve(import.meta.dirname, '../../../fixtures/fontconfig/fonts.conf'),
          XDG_CACHE_HOME: join(folder, 'cache'),
        },
      });
      const rendered: Record<string, Rendered> = {};
      for (const name of Object.keys(documents)) {
        const path = join(out, `${name}.pdf`);
        rendered[name] = { pdf: new Uint8Array(await readFile(path)), path };
      }
      return rendered;
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
