/**
 * A paper as data. A module turns a case into this model; one engine renders it to .docx, to the on-screen preview
 * and to print. Wording check and leak scan read it, and what is signed is this model, frozen and hashed.
 */

/** A stretch of text. `field` names the form field it came from, so that a finding or a click can jump there. */
export type Run = {
  readonly text: string;
  readonly field?: string;
  /** The field is still empty: highlighted in the preview, never printed on a signed paper. */
  readonly isMissing?: boolean;
  readonly isBold?: boolean;
};

/** body: two-character indent. heading1 一、黑体; heading2 （一）楷体; heading3 1. ; flush: no indent; note: small. */
export type ParagraphRole =
  | 'body'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'flush'
  | 'center'
  | 'right'
  | 'note';

export type Paragraph = {
  readonly type: 'paragraph';
  readonly role: ParagraphRole;
  readonly runs: readonly Run[];
  /** Stable key of an editable paragraph (absent on computed ones). */
  readonly key?: string;
};

export type Cell = {
  /** Paragraphs of the cell. */
  readonly lines: readonly (readonly Run[])[];
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly align?: 'left' | 'center' | 'right';
  /** A label cell of a form: centred, 黑体. */
  readonly isLabel?: boolean;
  /** Lines at the foot of the cell, e.g. 签名：　　年　月　日. */
  readonly foot?: string;
};

export type Row = { readonly cells: readonly Cell[]; readonly minHeightMm?: number };

/** A bordered table; a form is a table of label and value cells. Column widths are shares of the text width. */
export type Table = {
  readonly type: 'table';
  readonly columns: readonly number[];
  /** The first n rows repeat on every page. */
  readonly headerRows: number;
  readonly rows: readonly Row[];
  /** compact: 五号 cells for wide lists; chosen by the number of columns when absent. */
  readonly density?: 'normal' | 'compact';
};

export type PageBreak = { readonly type: 'pageBreak' };

export type Block = Paragraph | Table | PageBreak;

/** letter: 信函格式; redHead: 红头文件; plain: title and text; form: title and tables; landscapeForm: the same, landscape. */
export type PaperLayout = 'letter' | 'redHead' | 'plain' | 'form' | 'landscapeForm' | 'cover';

export type PaperSignature = {
  readonly issuer: string;
  /** Civil date YYYY-MM-DD, printed 2026年9月10日; null while unsigned: printed 　年　月　日. */
  readonly signedOn: string | null;
  /** Leave room for the seal. */
  readonly hasSeal: boolean;
};

export type Appendix = {
  readonly title: string;
  readonly layout: 'plain' | 'form' | 'landscapeForm';
  readonly blocks: readonly Block[];
};

export type PaperModel = {
  readonly layout: PaperLayout;
  /** 发文机关标志, e.g. 安溪县总工会 (letter) or 安溪县总工会文件 (redHead); empty on forms. */
  readonly letterhead: string;
  /** 发文字号; null until allocated at signature. */
  readonly documentNo: string | null;
  readonly title: string;
  /** 主送, without the colon. */
  readonly addressee?: string;
  readonly blocks: readonly Block[];
  /** 附件说明: titles, numbered by the engine when more than one. */
  readonly attachments: readonly string[];
  readonly signature?: PaperSignature;
  /** 附注, printed in （）. */
  readonly remark?: string;
  /** 抄送 organs; with printedBy/printedOn it becomes the 版记. */
  readonly copiesTo: readonly string[];
  readonly printedBy?: string;
  /** Civil date of the 印发; the date of signature when absent. */
  readonly printedOn?: string;
  readonly appendices: readonly Appendix[];
  /** Printed across the page while the paper is not signed (草稿) or for the inner copy (内部). */
  readonly watermark?: '草稿' | '内部';
};

/** All text of a model, in reading order, one string a paragraph: what the wording check and leak scan read. */
export function textsOf(
  model: PaperModel,
): { readonly text: string; readonly field?: string; readonly key?: string }[] {
  const texts: { text: string; field?: string; key?: string }[] = [];
  const add = (text: string, field?: string, key?: string) => {
    if (text !== '') texts.push({ text, field, key });
  };
  const addBlocks = (blocks: readonly Block[]) => {
    for (const block of blocks) {
      if (block.type === 'paragraph') {
        add(join(block.runs), block.runs.find((run) => run.field)?.field, block.key);
      } else if (block.type === 'table') {
        for (const row of block.rows) {
          for (const cell of row.cells) {
            for (const line of cell.lines) add(join(line), line.find((run) => run.field)?.field);
            add(cell.foot ?? '');
          }
        }
      }
    }
  };
  add(model.letterhead);
  add(model.documentNo ?? '');
  add(model.title);
  add(model.addressee ?? '', 'addressee');
  addBlocks(model.blocks);
  for (const title of model.attachments) add(title);
  if (model.signature) add(model.signature.issuer);
  add(model.remark ?? '');
  for (const organ of model.copiesTo) add(organ, 'copiesTo');
  for (const appendix of model.appendices) {
    add(appendix.title);
    addBlocks(appendix.blocks);
  }
  return texts;
}

function join(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}
