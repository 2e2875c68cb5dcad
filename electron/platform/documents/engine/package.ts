import { strToU8, type Zippable, zipSync } from 'fflate';
import { coreXml } from './settings-xml';
import type { Shell } from './shell';

/** The same text gives the same bytes: a fixed date for every entry (the first a zip can hold) and a fixed order. */
const mtime = new Date(1980, 0, 1);

export function packDocx(shell: Shell, documentXml: string, title: string): Uint8Array {
  const parts: Record<string, Uint8Array> = {
    ...shell.parts,
    'docProps/core.xml': strToU8(coreXml(title)),
    'word/document.xml': strToU8(documentXml),
  };
  const zippable: Zippable = {};
  // Readers that stream want the list of content types first.
  for (const path of ['[Content_Types].xml', '_rels/.rels', ...Object.keys(parts).sort()]) {
    const bytes = parts[path];
    if (bytes !== undefined) zippable[path] = [bytes, { mtime, level: 6 }];
  }
  return zipSync(zippable);
}
