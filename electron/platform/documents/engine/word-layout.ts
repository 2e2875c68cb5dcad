import type { ComposedPaper } from '@shared/domain/papers/composed';
import { pageGeometry } from '@shared/domain/papers/page';
import { Document } from 'docx';
import type { DocumentLayout } from 'docx/layout';
import { drawBody } from './body';
import { type ShellSetting, sectionOf } from './shell';
import { stylesXml } from './styles-xml';

/**
 * The pages of a paper by Word's own rules, in this process (0.2 s). Without its 版记 and watermark: the layout stops
 * at what floats. Loaded only when asked for; the module is larger than the rest of the engine.
 */
export async function layOutLikeWord(paper: ComposedPaper, setting: ShellSetting): Promise<DocumentLayout> {
  const { layoutDocument } = await import('docx/layout');
  const document = new Document({
    externalStyles: stylesXml(setting.fonts, pageGeometry(setting.geometry)),
    evenAndOddHeaderAndFooters: true,
    sections: paper.sections.map((section, index) => {
      const frame = {
        isLandscape: section.isLandscape,
        letterhead: section.letterhead,
        hasPageNumbers: false,
        restartsNumbers: index === 0,
        startsOnEvenPage: section.startsOnEvenPage === true,
        watermark: null,
      };
      const page = pageGeometry(setting.geometry, section.isLandscape);
      const children = drawBody(section.items, null, { page, showsMissing: true });
      return { ...sectionOf(frame, { ...setting, declaresGrid: false }), children };
    }),
  });
  return layoutDocument(document, { guess: true });
}
