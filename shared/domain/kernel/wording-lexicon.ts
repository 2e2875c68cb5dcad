import { z } from 'zod';

/** resources/catalogues/wording.json: words an outgoing paper of a union must not or should not use. Data, not code. */

/** Where a word is judged otherwise. All conditions that are given must hold. */
const exception = z.strictObject({
  /** Kinds of paper, e.g. recommendationLetter. */
  kinds: z.array(z.string().min(1)).min(1).optional(),
  /** Inside 《》, or inside “” right after 规定 and the like. */
  inside: z.enum(['title', 'quotation']).optional(),
  /** Regular expressions of a longer phrase that contains the word, e.g. 由[^，。；]*部门责令. */
  phrases: z.array(z.string().min(1)).min(1).optional(),
  /** none: nothing is said. */
  severity: z.enum(['warn', 'none']),
  /** What to do in this case; the word's own message unless given. */
  message: z.string().min(1).optional(),
});

const word = z.strictObject({
  code: z.string().regex(/^[a-z][a-zA-Z]*(\.[a-z][a-zA-Z]*)+$/),
  words: z.array(z.string().min(1)).min(1),
  severity: z.enum(['block', 'warn']),
  /** {word} stands for what was found. */
  message: z.string().min(1),
  exceptions: z.array(exception).optional(),
});

/** Ways to address the reader; one a paper. */
const style = z.strictObject({ words: z.array(z.string().min(1)).min(2), message: z.string().min(1) });

/** Article numbers that moved: `old` with words of the matter that now stands under `now`. */
const renumbering = z.strictObject({
  law: z.string().min(1),
  /** Short names the law goes by inside 《》. */
  names: z.array(z.string().min(1)).min(1),
  since: z.string().min(1),
  /** {old}, {now}, {law} and {since} are filled in. */
  message: z.string().min(1),
  articles: z.array(
    z.strictObject({
      old: z.int().positive(),
      now: z.int().positive(),
      /** Words only the article `now` deals with. */
      matter: z.array(z.string().min(1)).min(1),
    }),
  ),
});

export const wordingLexiconSchema = z.strictObject({
  versionDate: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/),
  words: z.array(word),
  styles: z.array(style),
  renumberings: z.array(renumbering),
});

export type WordingLexicon = z.infer<typeof wordingLexiconSchema>;
export type WordingWord = z.infer<typeof word>;
export type WordingException = z.infer<typeof exception>;
export type Renumbering = z.infer<typeof renumbering>;

/** The lexicon in `json`. Throws a ZodError for a wrong shape, a SyntaxError for a broken regular expression. */
export function parseWordingLexicon(json: unknown): WordingLexicon {
  const lexicon = wordingLexiconSchema.parse(json);
  for (const { exceptions } of lexicon.words) {
    for (const { phrases } of exceptions ?? []) {
      for (const phrase of phrases ?? []) new RegExp(phrase, 'u');
    }
  }
  return lexicon;
}
