import type { Block, PaperModel, Run } from '../papers/model';

/** One line of a paper as its runs, in reading order. `key` as on the paragraph. */
export type PaperLine = { readonly runs: readonly Run[]; readonly key?: string };

/** Every line of a paper: the same texts as textsOf of the model, but run by run, so that a hit finds its field. */
export function linesOf(model: PaperModel): readonly PaperLine[] {
  const plain = (text: string | undefined, field?: string): PaperLine => ({
    runs: [{ text: text ?? '', field }],
  });
  const lines: PaperLine[] = [
    plain(model.letterhead),
    plain(model.documentNo ?? ''),
    plain(model.title),
    plain(model.addressee, 'addressee'),
    ...model.blocks.flatMap(blockLines),
    ...model.attachments.map((title) => plain(title)),
    plain(model.signature?.issuer),
    plain(model.remark),
    ...model.copiesTo.map((organ) => plain(organ, 'copiesTo')),
    ...model.appendices.flatMap((appendix) => [
      plain(appendix.title),
      ...appendix.blocks.flatMap(blockLines),
    ]),
  ];
  return lines.filter((line) => line.runs.some((run) => run.text !== '' || run.isMissing));
}

/** Text of a line. */
export const lineText = (line: PaperLine): string => line.runs.map((run) => run.text).join('');

/** Field of the run that holds the character at `index`; none when that run is fixed wording. */
export function fieldAt(line: PaperLine, index: number): string | undefined {
  let end = 0;
  for (const run of line.runs) {
    end += run.text.length;
    if (index < end) return run.field;
  }
  return undefined;
}

function blockLines(block: Block): readonly PaperLine[] {
  if (block.type === 'paragraph') return [{ runs: block.runs, key: block.key }];
  if (block.type === 'pageBreak') return [];
  return block.rows.flatMap((row) =>
    row.cells.flatMap((cell) => [
      ...cell.lines.map((runs): PaperLine => ({ runs })),
      ...(cell.foot ? [{ runs: [{ text: cell.foot }] }] : []),
    ]),
  );
}
