import type { EvidenceType } from './catalogue';

/** Names of files as strangers give them, made harmless. */

/** What no file system takes, and what could turn a name round on the screen or lead out of a folder. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;
/** Names Windows keeps for devices; it looks at what stands before the first dot. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/i;
const LONGEST_STEM = 80;

export const UNNAMED = '未命名材料';

/** The last part of a path of either kind. */
const baseName = (path: string): string => path.replace(/^.*[\\/]/s, '');

/** The last part of a path of either kind, without the extension, as a title. */
export function stemOf(raw: string): string {
  const last = baseName(raw.normalize('NFC'));
  const dot = last.lastIndexOf('.');
  const stem = dot > 0 ? last.slice(0, dot) : last;
  const clean = tidy(stem);
  return clean === '' ? UNNAMED : clean;
}

/** Lower case, without the dot; empty when there is none. */
export function extensionOf(raw: string): string {
  const last = baseName(raw);
  const dot = last.lastIndexOf('.');
  return dot > 0
    ? last
        .slice(dot + 1)
        .toLowerCase()
        .trim()
    : '';
}

const tidy = (text: string): string =>
  [...text.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ')]
    .slice(0, LONGEST_STEM)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '');

/** The name a file is kept under: its stem, and an extension that tells the truth about its content. */
export function keptName(
  raw: string,
  type: Pick<EvidenceType, 'extensions'>,
): { readonly name: string; readonly isCorrected: boolean } {
  const own = extensionOf(raw);
  const isRight = type.extensions.includes(own);
  return { name: `${stemOf(raw)}.${isRight ? own : type.extensions[0]}`, isCorrected: !isRight };
}

/** A name for the office's disk: 证据3 现场照片.jpg, never one that Windows keeps for itself. */
export function exportName(number: number | null, title: string, extension: string): string {
  const stem = tidy(`${number === null ? '' : `证据${number} `}${title}`) || UNNAMED;
  return `${RESERVED.test(stem) ? '_' : ''}${stem}.${extension}`;
}
