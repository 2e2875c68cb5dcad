import { strFromU8, unzipSync } from 'fflate';

/** Every text a .docx carries, headers, properties and comments included, one string a paragraph or property. */
export function docxTexts(bytes: Uint8Array): string[] {
  const parts = unzipSync(bytes, {
    filter: (file) => file.name.endsWith('.xml') || file.name.endsWith('.rels'),
  });
  return Object.values(parts).flatMap((part) => paragraphsOf(strFromU8(part)));
}

function paragraphsOf(xml: string): string[] {
  return xml
    .split(/<\/w:p>|<\/(?:dc|cp|vt|dcterms):[a-zA-Z]+>/)
    .map((piece) => decode(piece.replace(/<[^>]*>/g, '')).trim())
    .filter((text) => text !== '');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decode = (text: string): string =>
  text.replace(
    /&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) =>
      decimal
        ? String.fromCodePoint(Number(decimal))
        : hex
          ? String.fromCodePoint(Number.parseInt(hex, 16))
          : (ENTITIES[name ?? ''] ?? whole),
  );
