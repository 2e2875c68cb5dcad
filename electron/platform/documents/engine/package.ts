import { strToU8 } from 'fflate';
import { coreXml } from './settings-xml';
import type { Shell } from './shell';
import { compressEntry, joinZip } from './zip';

/** Shell and text as one file, in a fixed order. */
export function packDocx(shell: Shell, documentXml: string, title: string): Uint8Array {
  return joinZip([
    ...shell.entries,
    compressEntry('docProps/core.xml', strToU8(coreXml(title))),
    compressEntry('word/document.xml', strToU8(documentXml)),
  ]);
}
