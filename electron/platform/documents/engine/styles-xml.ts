import type { FontProfile } from '@shared/domain/papers/fonts';
import { bodySizePt, bodySpacingPt, type PageGeometry } from '@shared/domain/papers/page';
import { type LineStyle, type LineStyleId, lineStyleIds, lineStyles } from '@shared/domain/papers/styles';

/**
 * styles.xml, written by hand: docx has no word for snapToGrid in a style and merges its own Latin defaults into any
 * style sheet it is given.
 */

export const styleIdOf = (style: LineStyleId): string => `Gw${style[0]?.toUpperCase()}${style.slice(1)}`;

/** A line one point high: carries section breaks, closes tables, fills headers. */
export const hairStyleId = 'GwHair';
export const pageNumberStyleId = 'GwPageNumber';

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const twips = (points: number): number => Math.round(points * 20);
const halfPoints = (points: number): number => Math.round(points * 2);

export function stylesXml(fonts: FontProfile, page: PageGeometry): string {
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles xmlns:w="${namespace}">`,
    `<w:docDefaults><w:rPrDefault><w:rPr>${fontsXml(fonts.body)}<w:sz w:val="32"/><w:szCs w:val="32"/>`,
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>',
    normalXml(fonts, page),
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>',
    '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>',
    '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>',
    '<w:left w:w="80" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="80" w:type="dxa"/>',
    '</w:tblCellMar></w:tblPr></w:style>',
    ...lineStyleIds.map((id) => lineStyleXml(id, lineStyles[id], fonts, page)),
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${hairStyleId}"><w:name w:val="公文辅助行"/>`,
    '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>',
    '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>',
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${pageNumberStyleId}"><w:name w:val="公文页码"/>`,
    '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:line="336" w:lineRule="exact"/></w:pPr>',
    `<w:rPr>${fontsXml(fonts.song)}<w:spacing w:val="0"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:style>`,
    '</w:styles>',
  ].join('');
}

/**
 * 28 characters a line come from the spacing in the style, not from the document grid: the two snapToGrid switches
 * (line grid in pPr, character grid in rPr) take every paragraph off the grid that the section declares. Punctuation
 * does not hang into the margin: the text ends where the 版心 ends.
 */
function normalXml(fonts: FontProfile, page: PageGeometry): string {
  return [
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>',
    '<w:pPr><w:widowControl w:val="0"/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>',
    `<w:spacing w:line="${page.pitchTwips}" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr>`,
    `<w:rPr>${fontsXml(fonts.body)}<w:snapToGrid w:val="0"/><w:spacing w:val="${twips(bodySpacingPt)}"/>`,
    '<w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:style>',
  ].join('');
}

function lineStyleXml(id: LineStyleId, style: LineStyle, fonts: FontProfile, page: PageGeometry): string {
  const line = style.linePt === 'pitch' ? page.pitchTwips : twips(style.linePt);
  const after = style.afterPt ? `w:after="${twips(style.afterPt)}" ` : '';
  const isBodySize = style.sizePt === bodySizePt;
  const indent = style.firstLineChars
    ? `<w:ind w:firstLineChars="${style.firstLineChars * 100}" w:firstLine="${style.firstLineChars * 314}"/>`
    : '';
  return [
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${styleIdOf(id)}"><w:name w:val="${style.label}"/>`,
    '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>',
    style.keepNext ? '<w:keepNext/>' : '',
    `<w:spacing ${after}w:line="${line}" w:lineRule="exact"/>${indent}<w:jc w:val="${style.align}"/></w:pPr><w:rPr>`,
    fontsXml(fonts[style.font]),
    style.isRed ? '<w:color w:val="FF0000"/>' : '',
    isBodySize ? '' : '<w:spacing w:val="0"/>',
    `<w:sz w:val="${halfPoints(style.sizePt)}"/><w:szCs w:val="${halfPoints(style.sizePt)}"/></w:rPr></w:style>`,
  ].join('');
}

/** All four slots and the hint: otherwise Word draws “ ” — … · in a Latin font at half width. */
function fontsXml(name: string): string {
  const font = escapeAttribute(name);
  return `<w:rFonts w:hint="eastAsia" w:ascii="${font}" w:eastAsia="${font}" w:hAnsi="${font}" w:cs="${font}"/>`;
}

export const escapeAttribute = (value: string): string =>
  value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
