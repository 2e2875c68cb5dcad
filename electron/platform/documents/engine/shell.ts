import type { FontProfile } from '@shared/domain/papers/fonts';
import {
  bodySizePt,
  charactersOnLine,
  type Geometry,
  pageGeometry,
  textWidthTwips,
} from '@shared/domain/papers/page';
import { Document, DocumentGridType, type ISectionOptions, Packer, PageOrientation, SectionType } from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { drawFooters, drawHeaders, type Frame, frameDistances } from './frames';
import { appXml, fontTableXml, settingsXml } from './settings-xml';
import { stylesXml } from './styles-xml';
import { compressEntry, type ZipEntry } from './zip';

/** How the file is set: chosen once by the unit, the same for all its papers. */
export type ShellSetting = {
  readonly fonts: FontProfile;
  readonly geometry: Geometry;
  readonly declaresGrid: boolean;
};

/**
 * A package with everything but the text: styles, heads, feet and the section properties that refer to them. Papers
 * of one layout share it, which is what makes a batch of letters fast.
 */
export type Shell = {
  /** All parts but the text and the properties, compressed once. */
  readonly entries: readonly ZipEntry[];
  /** document.xml up to and including <w:body>. */
  readonly bodyStart: string;
  /** One w:sectPr a frame, in the order of the frames. */
  readonly sectionProperties: readonly string[];
};

const shells = new Map<string, Promise<Shell>>();
const largestCache = 16;

export function shellFor(frames: readonly Frame[], setting: ShellSetting): Promise<Shell> {
  const key = JSON.stringify([frames, setting]);
  const cached = shells.get(key);
  if (cached !== undefined) return cached;
  const oldest = shells.keys().next().value;
  if (shells.size >= largestCache && oldest !== undefined) shells.delete(oldest);
  const shell = buildShell(frames, setting);
  shells.set(key, shell);
  return shell;
}

async function buildShell(frames: readonly Frame[], setting: ShellSetting): Promise<Shell> {
  const document = new Document({ sections: frames.map((frame) => sectionOf(frame, setting)) });
  const packed = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)));
  const documentXml = strFromU8(packed['word/document.xml'] ?? new Uint8Array());
  const bodyStart = documentXml.slice(0, documentXml.indexOf('<w:body>') + '<w:body>'.length);
  const sectionProperties = documentXml.match(/<w:sectPr[\s>][\s\S]*?<\/w:sectPr>/g) ?? [];
  if (sectionProperties.length !== frames.length)
    throw new Error('docx wrote an unexpected number of sections');
  return { entries: compress(dropUnused(withOwnParts(packed, setting))), bodyStart, sectionProperties };
}

/** Readers that stream want the list of content types first. */
function compress(parts: Readonly<Record<string, Uint8Array>>): ZipEntry[] {
  const leading = ['[Content_Types].xml', '_rels/.rels'];
  const written = ['docProps/core.xml', 'word/document.xml'];
  const others = Object.keys(parts).filter((path) => !leading.includes(path) && !written.includes(path));
  return [...leading, ...others.sort()].map((path) => compressEntry(path, parts[path] ?? new Uint8Array()));
}

/** The section of a frame, without its text. */
export function sectionOf(frame: Frame, setting: ShellSetting): ISectionOptions {
  const page = pageGeometry(setting.geometry, frame.isLandscape);
  const portrait = pageGeometry(setting.geometry);
  return {
    properties: {
      type: frame.startsOnEvenPage ? SectionType.EVEN_PAGE : SectionType.NEXT_PAGE,
      titlePage: frame.letterhead !== null || undefined,
      page: {
        // docx turns the sheet itself: it wants the portrait size either way.
        size: {
          width: portrait.widthTwips,
          height: portrait.heightTwips,
          orientation: frame.isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: page.topTwips,
          bottom: page.bottomTwips,
          left: page.leftTwips,
          right: page.rightTwips,
          ...frameDistances(frame),
        },
        ...(frame.restartsNumbers ? { pageNumbers: { start: 1 } } : {}),
      },
      ...(setting.declaresGrid && !frame.isLandscape ? { grid: gridOf(setting.geometry) } : {}),
    },
    headers: drawHeaders(frame, page),
    footers: drawFooters(frame),
    children: [],
  };
}

/** What Page Setup shows (22 × 28). The text itself does not follow it: only Word reads a negative charSpace rightly. */
function gridOf(geometry: Geometry) {
  const page = pageGeometry(geometry);
  return {
    type: DocumentGridType.LINES_AND_CHARS,
    linePitch: page.pitchTwips,
    charSpace: Math.floor((textWidthTwips(page) / 20 / charactersOnLine - bodySizePt) * 4096),
  };
}

function withOwnParts(packed: Record<string, Uint8Array>, setting: ShellSetting): Record<string, Uint8Array> {
  return {
    ...packed,
    'word/styles.xml': strToU8(stylesXml(setting.fonts, pageGeometry(setting.geometry))),
    'word/settings.xml': strToU8(settingsXml()),
    'word/fontTable.xml': strToU8(fontTableXml(setting.fonts)),
    'docProps/app.xml': strToU8(appXml()),
  };
}

/** Parts docx always writes and a paper never uses. */
const unused = [
  'word/numbering.xml',
  'word/footnotes.xml',
  'word/endnotes.xml',
  'word/theme/theme1.xml',
  'docProps/custom.xml',
];

function dropUnused(parts: Record<string, Uint8Array>): Record<string, Uint8Array> {
  const kept: Record<string, Uint8Array> = {};
  for (const [path, bytes] of Object.entries(parts)) {
    const isEmptyRelations = path.startsWith('word/_rels/') && path !== 'word/_rels/document.xml.rels';
    if (unused.includes(path) || isEmptyRelations) continue;
    kept[path] = path.endsWith('.rels') || path === '[Content_Types].xml' ? withoutUnused(bytes) : bytes;
  }
  return kept;
}

function withoutUnused(bytes: Uint8Array): Uint8Array {
  const xml = strFromU8(bytes).replace(/<(?:Relationship|Override|Default) [^>]*\/>/g, (entry) => {
    const target = /(?:Target|PartName)="\/?([^"]*)"/.exec(entry)?.[1];
    const isUnused =
      target !== undefined && unused.some((path) => path === target || path === `word/${target}`);
    const isForeignType = /Extension="(?!rels|xml)/.test(entry);
    return isUnused || isForeignType ? '' : entry;
  });
  return strToU8(xml);
}
