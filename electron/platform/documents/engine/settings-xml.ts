import { alternativesOf, type FontProfile, type FontSlot } from '@shared/domain/papers/fonts';
import { escapeAttribute } from './styles-xml';

/** The parts docx cannot express, or fills with the clock: settings, font table, properties. */

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** evenAndOddHeaders puts page numbers outside; doNotCompress keeps punctuation a full cell wide, as the 28 columns need. */
export function settingsXml(): string {
  return [
    `${head}<w:settings xmlns:w="${word}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="628"/>`,
    '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>',
    '<w:compat>',
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>',
    '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>',
  ].join('');
}

/** altName tells Word which installed face to take when the official one is missing. */
export function fontTableXml(fonts: FontProfile): string {
  const slots: FontSlot[] = ['title', 'body', 'kai', 'hei', 'song'];
  const names = new Set<string>();
  const entries = slots.flatMap((slot) => {
    const name = fonts[slot];
    if (names.has(name)) return [];
    names.add(name);
    const other = alternativesOf(slot, name)[0];
    const alternative = other === undefined ? '' : `<w:altName w:val="${escapeAttribute(other)}"/>`;
    return `<w:font w:name="${escapeAttribute(name)}">${alternative}<w:charset w:val="86"/><w:family w:val="auto"/></w:font>`;
  });
  return `${head}<w:fonts xmlns:w="${word}">${entries.join('')}</w:fonts>`;
}

/** No person, no clock: a paper names the program that wrote it and its title, nothing else. */
export function coreXml(title: string): string {
  const namespaces = [
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  ].join(' ');
  const escaped = escapeAttribute(title);
  return `${head}<cp:coreProperties ${namespaces}><dc:title>${escaped}</dc:title><dc:creator>工会案管</dc:creator></cp:coreProperties>`;
}

export function appXml(): string {
  const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';
  return `${head}<Properties xmlns="${namespace}"><Application>工会案管</Application></Properties>`;
}
