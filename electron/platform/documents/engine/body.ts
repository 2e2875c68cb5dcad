import type { FlowItem } from '@shared/domain/papers/flow';
import type { Imprint } from '@shared/domain/papers/imprint';
import { Paragraph, type Table } from 'docx';
import { drawImprint } from './imprint-table';
import { type DrawContext, drawHair, drawLine } from './paragraphs';
import { hairStyleId } from './styles-xml';
import { drawTable } from './tables';

/** The paragraphs and tables of a section, in order. */
export function drawBody(
  items: readonly FlowItem[],
  imprint: Imprint | null,
  context: DrawContext,
): (Paragraph | Table)[] {
  const body: (Paragraph | Table)[] = [];
  let endsInTable = false;
  for (const item of items) {
    if (item.kind === 'table') {
      // Two tables that touch would become one.
      if (endsInTable) body.push(drawHair());
      body.push(drawTable(item.table, context));
    } else if (item.kind === 'line') {
      body.push(drawLine(item, context));
    } else {
      body.push(new Paragraph({ style: hairStyleId, pageBreakBefore: true }));
    }
    endsInTable = item.kind === 'table';
  }
  // A float that begins a section is taken back to the page before it by LibreOffice.
  if (imprint !== null && body.length === 0) body.push(drawHair());
  if (imprint !== null) body.push(drawImprint(imprint, context.page));
  if (endsInTable || imprint !== null || body.length === 0) body.push(drawHair());
  return body;
}
