import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;
const alias = {
  '@shared': resolve(root, 'shared'),
  '@renderer': resolve(root, 'renderer'),
};

// The syntax level of the oldest runtime the tests may run on (Electron 33), not that of the declared one:
// electron-vite would otherwise emit newer syntax than the fallback runtime understands.
const nodeTarget = 'node20.18';
const pageTarget = 'chrome130';

/** What pdf.js asks for while it reads: character maps of Chinese fonts, stand-in fonts, decoders of scanned pages. */
function pdfParts() {
  const home = resolve(root, 'node_modules/pdfjs-dist');
  const folders = ['cmaps', 'standard_fonts', 'wasm'];
  return {
    name: 'pdf-parts',
    apply: 'build' as const,
    generateBundle(this: {
      emitFile: (file: { type: 'asset'; fileName: string; source: Uint8Array }) => string;
    }) {
      for (const folder of folders) {
        for (const name of readdirSync(resolve(home, folder))) {
          // The page's policy lets no WebAssembly in.
          if (name.endsWith('.wasm') || name.startsWith('quickjs')) continue;
          const source = readFileSync(resolve(home, folder, name));
          this.emitFile({ type: 'asset', fileName: `pdf/${folder}/${name}`, source });
        }
      }
    },
  };
}

/** antd's icons would be read aloud by their English names: beside a word they say nothing, and what is only an icon has a name of its own. */
const silentIcons = {
  name: 'silent-icons',
  transform(code: string, id: string) {
    if (!/@ant-design\/icons\/es\/components\/AntdIcon(Light)?\.js$/.test(id)) return null;
    const silent = code.replace('"aria-label": icon.name', '"aria-hidden": true');
    if (silent === code) throw new Error('AntdIcon names its icons in another way: see to silentIcons');
    return { code: silent, map: null };
  },
};

export default defineConfig({
  main: {
    // fflate's build for Node declares a `require` of its own, which clashes with electron-vite's; we use no threads of it.
    resolve: { alias: { ...alias, fflate: 'fflate/browser' } },
    build: {
      target: nodeTarget,
      // Only what package.json calls a dependency (the database addon) stays outside the bundle.
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          main: resolve(root, 'electron/main.ts'),
          worker: resolve(root, 'electron/jobs/worker.ts'),
          'verify-audit': resolve(root, 'electron/cli/main.ts'),
        },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      target: nodeTarget,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(root, 'electron/preload.ts') },
        // A sandboxed preload can only be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    resolve: { alias },
    plugins: [react(), pdfParts(), silentIcons],
    build: {
      target: pageTarget,
      outDir: resolve(root, 'out/renderer'),
      minify: true,
      rolldownOptions: { input: resolve(root, 'renderer/index.html') },
    },
  },
});
