import { diffArrays, diffWordsWithSpace } from 'diff';

/** Two texts of one paper beside each other: which paragraphs came, went or changed, and in them which words. */

export type ComparedPart = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };
export type ComparedParagraph = {
  readonly kind: 'same' | 'changed' | 'added' | 'removed';
  readonly parts: readonly ComparedPart[];
};

/** Chinese has no spaces: words are found by dictionary, so that a change shows as words and not as stray characters. */
const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** The paragraphs of both texts in reading order; what was taken out stands before what was put in. */
export function compareTexts(from: readonly string[], to: readonly string[]): ComparedParagraph[] {
  const compared: ComparedParagraph[] = [];
  const blocks = diffArrays([...from], [...to]);
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!block) continue;
    const next = blocks[at + 1];
    if (block.removed && next?.added) {
      compared.push(...replaced(block.value, next.value));
      at += 1;
    } else {
      const kind = block.added ? 'added' : block.removed ? 'removed' : 'same';
      compared.push(...block.value.map((text) => whole(kind, text)));
    }
  }
  return compared;
}

const whole = (kind: ComparedPart['kind'], text: string): ComparedParagraph => ({
  kind,
  parts: [{ kind, text }],
});

/** Paragraph against paragraph; what one side has more stands alone. */
function replaced(from: readonly string[], to: readonly string[]): ComparedParagraph[] {
  const length = Math.max(from.length, to.length);
  return Array.from({ length }, (_, index) => {
    const [before, after] = [from[index], to[index]];
    if (before === undefined) return whole('added', after ?? '');
    if (after === undefined) return whole('removed', before);
    const parts = diffWordsWithSpace(before, after, { intlSegmenter: words }).map(
      ({ added, removed, value }): ComparedPart => ({
        kind: added ? 'added' : removed ? 'removed' : 'same',
        text: value,
      }),
    );
    return { kind: 'changed', parts };
  });
}
