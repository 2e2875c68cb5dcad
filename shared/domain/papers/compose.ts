import { composeAttachments, composeSignature } from './compose-closing';
import type { ComposedPaper, ComposedSection } from './composed';
import { estimatePages } from './estimate';
import { blank, type FlowItem, line, linesOfRuns, pageBreak, textRuns } from './flow';
import { composeImprint } from './imprint';
import type { Appendix, Block, PaperModel } from './model';
import { charactersOnLine, pageGeometry } from './page';
import { balanceTitle } from './title';

export function composePaper(model: PaperModel): ComposedPaper {
  const sections: ComposedSection[] = [numberIfLong(model, composeMain(model))];
  model.appendices.forEach((appendix, index) => {
    const isLandscape = appendix.layout === 'landscapeForm';
    const items = composeAppendix(model, appendix, index);
    const previous = sections.at(-1);
    if (previous !== undefined && previous.isLandscape === isLandscape) {
      sections[sections.length - 1] = { ...previous, items: [...previous.items, pageBreak, ...items] };
    } else {
      sections.push({ isLandscape, letterhead: null, hasPageNumbers: true, items });
    }
  });
  return { sections, imprint: composeImprint(model), watermark: model.watermark };
}

function composeMain(model: PaperModel): ComposedSection {
  return {
    isLandscape: model.layout === 'landscapeForm',
    letterhead: model.layout === 'letter' ? model.letterhead : null,
    hasPageNumbers: model.layout !== 'cover',
    items: [
      ...composeHead(model),
      ...composeBlocks(model.blocks, hasSignature(model)),
      ...composeClosing(model),
    ],
  };
}

/** A form of one page carries no page number. */
function numberIfLong(model: PaperModel, section: ComposedSection): ComposedSection {
  const isForm = model.layout === 'form' || model.layout === 'landscapeForm';
  if (!isForm || model.appendices.length > 0) return section;
  const pages = estimatePages(section, pageGeometry('office', section.isLandscape));
  return { ...section, hasPageNumbers: pages.length > 1 };
}

/** 标题 of 2号 characters: 20 fit a line, a little less looks better. */
const titleWidth = 19;

function composeHead(model: PaperModel): FlowItem[] {
  const number = composeNumber(model.documentNo);
  switch (model.layout) {
    case 'letter':
      return [
        line('letterNo', number),
        blank,
        blank,
        ...composeTitle(model),
        blank,
        ...composeAddressee(model),
      ];
    case 'redHead':
      return [
        line('mark', textRuns(model.letterhead), { inkTopMm: 72 }),
        blank,
        blank,
        line('redHeadNo', number, { hasRedRule: true }),
        blank,
        blank,
        ...composeTitle(model),
        blank,
        ...composeAddressee(model),
      ];
    case 'cover':
      return [
        ...(model.letterhead === '' ? [] : [line('coverIssuer', textRuns(model.letterhead))]),
        blank,
        blank,
        blank,
        blank,
        line('coverTitle', textRuns(balanceTitle(model.title, 12).join('\n'))),
        blank,
        ...(model.documentNo === null ? [] : [line('center', number)]),
        blank,
        blank,
        blank,
      ];
    case 'plain':
      return [
        ...composeTitle(model),
        ...(model.documentNo === null ? [] : [line('center', number)]),
        blank,
        ...composeAddressee(model),
      ];
    default:
      return [
        line(
          'formTitle',
          textRuns(balanceTitle(model.title, model.layout === 'form' ? titleWidth : 28).join('\n')),
        ),
        ...(model.documentNo === null ? [] : [line('formNo', number)]),
        ...composeAddressee(model),
      ];
  }
}

/** Names a title must not cut. */
const namesIn = (model: PaperModel): string[] =>
  [model.addressee ?? '', model.signature?.issuer ?? ''].filter((name) => name !== '');

const composeTitle = (model: PaperModel): FlowItem[] => [
  line('title', textRuns(balanceTitle(model.title, titleWidth, namesIn(model)).join('\n'))),
];

function composeNumber(documentNo: string | null) {
  return documentNo === null
    ? [{ text: '（签发后编号）', field: 'documentNo', isMissing: true }]
    : [{ text: documentNo, field: 'documentNo' }];
}

function composeAddressee(model: PaperModel): FlowItem[] {
  if (model.addressee === undefined) return [];
  const isMissing = model.addressee === '';
  return [line('flush', [{ text: model.addressee, field: 'addressee', isMissing }, { text: '：' }])];
}

/** The last paragraph stays with the signature, so that no page carries a signature alone. */
function composeBlocks(blocks: readonly Block[], keepsLast: boolean): FlowItem[] {
  const items = spaceBelowTables(blocks.flatMap(composeBlock));
  const last = items.at(-1);
  if (keepsLast && last?.kind === 'line') items[items.length - 1] = { ...last, keepNext: true };
  return items;
}

function spaceBelowTables(items: FlowItem[]): FlowItem[] {
  return items.map((item, index) =>
    item.kind === 'line' && items[index - 1]?.kind === 'table' ? { ...item, beforePt: belowTablePt } : item,
  );
}

const belowTablePt = 6;

function composeBlock(block: Block): FlowItem[] {
  if (block.type === 'table') return [{ kind: 'table', table: block }];
  if (block.type === 'pageBreak') return [pageBreak];
  // A line end inside a text starts a new paragraph of the same kind.
  return linesOfRuns(block.runs, (text) => text.split(/\r\n?|\n/)).map((runs) =>
    line(block.role, runs, { key: block.key }),
  );
}

const hasSignature = (model: PaperModel): boolean => model.signature !== undefined;

function composeClosing(model: PaperModel): FlowItem[] {
  return [
    ...composeAttachments(model.attachments, hasSignature(model)),
    ...(model.signature === undefined
      ? []
      : composeSignature(model.signature, charactersOnLine, Boolean(model.remark))),
    ...(model.remark ? [line('body', textRuns(`（${model.remark.replace(/^（|）$/g, '')}）`))] : []),
  ];
}

function composeAppendix(model: PaperModel, appendix: Appendix, index: number): FlowItem[] {
  const listed = model.attachments.indexOf(appendix.title);
  const isOnlyOne = model.attachments.length <= 1 && model.appendices.length === 1;
  const mark = isOnlyOne ? '附件' : `附件${(listed === -1 ? index : listed) + 1}`;
  const isForm = appendix.layout !== 'plain';
  return [
    line('appendixMark', textRuns(mark)),
    ...(isForm ? [] : [blank]),
    line(
      isForm ? 'formTitle' : 'title',
      textRuns(
        balanceTitle(appendix.title, appendix.layout === 'landscapeForm' ? 28 : titleWidth).join('\n'),
      ),
    ),
    ...(isForm ? [] : [blank]),
    ...composeBlocks(appendix.blocks, false),
  ];
}
