import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

/** All words of a .docx: body, heads, feet, properties, each paragraph on a line. */
export function docxText(path: string): string {
  const parts = unzipSync(readFileSync(path));
  return Object.entries(parts)
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, bytes]) => plain(strFromU8(bytes)))
    .join('\n');
}

const plain = (xml: string): string =>
  xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

export const docxFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.docx'))
    .sort((a, b) => a.localeCompare(b, 'zh-CN', { numeric: true }))
    .map((name) => join(folder, name));
