import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { capture } from './exec.mjs';

const triplets = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' };

/** Looks at the real system: where the loader finds libraries, the PATH, and the fonts fontconfig knows. */
export async function systemProbe() {
  const triplet = triplets[process.arch] ?? '';
  const libraries = [`/usr/lib/${triplet}`, `/lib/${triplet}`, '/usr/lib64', '/lib64', '/usr/lib', '/lib'];
  const extra = (process.env.LD_LIBRARY_PATH ?? '').split(':').filter(Boolean);
  const tools = (process.env.PATH ?? '').split(':').filter(Boolean);
  const fonts = (await capture('fc-list', [':', 'family', 'lang'])).stdout;
  return {
    library: (name) => inSome([...extra, ...libraries], name),
    tool: (name) => inSome(tools, name),
    font: (name) => fonts.includes(name),
    // Any font that can write the language will do.
    language: (name) => new RegExp(`[=|]${name}\\b`).test(fonts),
  };
}

function inSome(folders, name) {
  return folders.some((folder) => existsSync(join(folder, name)));
}
