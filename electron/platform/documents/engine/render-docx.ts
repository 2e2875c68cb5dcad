import { composePaper } from '@shared/domain/papers/compose';
import type { ComposedPaper } from '@shared/domain/papers/composed';
import { type FontProfile, officialFonts } from '@shared/domain/papers/fonts';
import type { PaperModel } from '@shared/domain/papers/model';
import { type Geometry, pageGeometry } from '@shared/domain/papers/page';
import { cleanText } from '@shared/domain/papers/text';
import { drawBody } from './body';
import type { Frame } from './frames';
import { imprintNeedsNewPage } from './imprint-place';
import { packDocx } from './package';
import { serialise } from './serialise';
import { type Shell, type ShellSetting, shellFor } from './shell';
import { hairStyleId } from './styles-xml';

export type RenderOptions = {
  readonly fonts?: FontProfile;
  readonly geometry?: Geometry;
  /** Off for files LibreOffice turns into PDF: it misreads a grid narrower than its characters. */
  readonly declareGrid?: boolean;
  readonly meta?: { readonly title: string };
};

/** The paper as a .docx. The same model and options give the same bytes. */
export function renderDocx(model: PaperModel, options: RenderOptions = {}): Promise<Uint8Array> {
  return renderMergedDocx([model], options);
}

/** Many papers in one file, each on a new page with its numbers starting at 1; heads and feet are shared. */
export async function renderMergedDocx(
  models: readonly PaperModel[],
  options: RenderOptions = {},
): Promise<Uint8Array> {
  const [first] = models;
  if (first === undefined) throw new Error('Nothing to render');
  const setting: ShellSetting = {
    fonts: options.fonts ?? officialFonts,
    geometry: options.geometry ?? 'office',
    declaresGrid: options.declareGrid ?? true,
  };
  const sections: DrawnSection[] = [];
  for (const model of models) sections.push(...(await drawSections(model, setting)));

  const keys = sections.map((section) => JSON.stringify(section.frame));
  const distinct = [...new Map(sections.map((section, index) => [keys[index], section.frame])).values()];
  const shell = await shellFor(distinct, setting);
  const order = new Map(distinct.map((frame, index) => [JSON.stringify(frame), index]));
  const frameOf = keys.map((key) => order.get(key) ?? 0);
  const title = cleanText(options.meta?.title ?? first.title).replaceAll('\n', '');
  return packDocx(shell, documentXml(sections, frameOf, shell), title);
}

type DrawnSection = { readonly frame: Frame; readonly xml: string };

async function drawSections(model: PaperModel, setting: ShellSetting): Promise<DrawnSection[]> {
  const paper = withImprintPage(await imprintPageOf(composePaper(model), setting));
  return paper.sections.map((section, index) => {
    const page = pageGeometry(setting.geometry, section.isLandscape);
    const isLast = index === paper.sections.length - 1;
    const context = { page, showsMissing: model.watermark === '草稿' };
    const body = drawBody(section.items, isLast ? paper.imprint : null, context);
    const frame = {
      isLandscape: section.isLandscape,
      letterhead: section.letterhead === null ? null : cleanText(section.letterhead),
      hasPageNumbers: section.hasPageNumbers,
      restartsNumbers: index === 0,
      startsOnEvenPage: section.startsOnEvenPage === true,
      watermark: paper.watermark ?? null,
    };
    return { frame, xml: body.map(serialise).join('') };
  });
}

type PlacedPaper = { readonly paper: ComposedPaper; readonly needsPage: boolean };

async function imprintPageOf(paper: ComposedPaper, setting: ShellSetting): Promise<PlacedPaper> {
  return { paper, needsPage: paper.imprint !== null && (await imprintNeedsNewPage(paper, setting)) };
}

/** A page for the 版记 alone is not numbered. */
function withImprintPage({ paper, needsPage }: PlacedPaper): ComposedPaper {
  if (!needsPage) return paper;
  const imprintPage = {
    isLandscape: false,
    letterhead: null,
    hasPageNumbers: false,
    startsOnEvenPage: paper.imprint?.hasRules === true,
    items: [],
  };
  return { ...paper, sections: [...paper.sections, imprintPage] };
}

/** Every section but the last ends in a paragraph that holds its properties: one point high, to cost no line. */
function documentXml(sections: readonly DrawnSection[], frameOf: readonly number[], shell: Shell): string {
  let xml = shell.bodyStart;
  sections.forEach((section, index) => {
    const properties = shell.sectionProperties[frameOf[index] ?? 0] ?? '';
    const isLast = index === sections.length - 1;
    xml += section.xml;
    xml += isLast ? properties : `<w:p><w:pPr><w:pStyle w:val="${hairStyleId}"/>${properties}</w:pPr></w:p>`;
  });
  return `${xml}</w:body></w:document>`;
}
