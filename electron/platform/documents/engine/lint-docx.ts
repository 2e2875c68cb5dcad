import { strFromU8, unzipSync } from 'fflate';

/**
 * What makes Word refuse or "repair" a file and the Open XML SDK does not notice. An empty list means clean.
 */
export function lintDocx(bytes: Uint8Array): string[] {
  const parts = unzipSync(bytes);
  const styles = stylesIn(textOf(parts, 'word/styles.xml'));
  const findings: string[] = [];
  for (const path of Object.keys(parts).filter((name) => storyPart.test(name))) {
    const xml = textOf(parts, path);
    findings.push(
      ...lintCells(xml),
      ...lintStyles(xml, styles),
      ...lintIds(xml),
      ...lintRelations(xml, textOf(parts, path.replace(/^word\//, 'word/_rels/').concat('.rels'))),
    );
    if (path === 'word/document.xml') findings.push(...lintBodyEnd(xml));
  }
  return findings;
}

const storyPart = /^word\/(document|header\d*|footer\d*)\.xml$/;

const textOf = (parts: Record<string, Uint8Array>, path: string): string => {
  const bytes = parts[path];
  return bytes === undefined ? '' : strFromU8(bytes);
};

/** Word does not open a file with a cell that does not end in a paragraph. */
function lintCells(xml: string): string[] {
  const cells = xml.split('</w:tc>').slice(0, -1);
  const open = cells.filter((cell) => !/(<\/w:p>|<w:p\/>|<w:p [^>]*\/>)$/.test(cell));
  return open.map((cell) => `A table cell does not end in a paragraph: …${cell.slice(-60)}`);
}

function stylesIn(xml: string): Set<string> {
  return new Set([...xml.matchAll(/w:styleId="([^"]+)"/g)].map((match) => match[1] ?? ''));
}

function lintStyles(xml: string, styles: ReadonlySet<string>): string[] {
  const used = new Set(
    [...xml.matchAll(/<w:(?:p|r|tbl)Style w:val="([^"]+)"/g)].map((match) => match[1] ?? ''),
  );
  return [...used].filter((style) => !styles.has(style)).map((style) => `Style ${style} does not exist`);
}

/** A table or frame as the last block shifts or loses its anchor. */
function lintBodyEnd(xml: string): string[] {
  const last = /([\s\S]*)<w:sectPr[\s>][\s\S]*?<\/w:sectPr><\/w:body>/.exec(xml)?.[1];
  if (last === undefined) return ['The body does not end in section properties'];
  if (!/(<\/w:p>|<w:p\/>)$/.test(last)) return ['The last block of the body is not a paragraph'];
  const paragraph = last.slice(last.lastIndexOf('<w:p>'));
  return paragraph.includes('<w:framePr') ? ['The last block of the body is a frame'] : [];
}

function lintIds(xml: string): string[] {
  const ids = [...xml.matchAll(/<(w:bookmarkStart|w:ins|w:del|wp:docPr) [^>]*?\b(?:w:)?id="([^"]+)"/g)];
  const seen = new Set<string>();
  return ids.flatMap(([, name = '', id = '']) => {
    const key = name === 'wp:docPr' ? `drawing ${id}` : id;
    if (seen.has(key)) return [`Id ${id} of ${name} is used twice`];
    seen.add(key);
    return [];
  });
}

function lintRelations(xml: string, relations: string): string[] {
  const known = new Set([...relations.matchAll(/ Id="([^"]+)"/g)].map((match) => match[1] ?? ''));
  const used = [...xml.matchAll(/ r:(?:id|embed|link)="([^"]+)"/g)].map((match) => match[1] ?? '');
  return used.filter((id) => !known.has(id)).map((id) => `Relation ${id} does not exist`);
}
