import type { Catalogue } from './catalogue';
import { isCited } from './catalogue';
import { articleOf, articlesInFull, citationOf, findCitations } from './catalogue-citation';
import type { ArticleRef, Basis, BasisKind, Law, Violation } from './catalogue-schema';

/** What an office may change in the catalogue: the wording of a type, and the laws it rests on. */

/** A basis as a person types it. */
export type BasisEdit = {
  readonly law: string;
  /** 第四十四条、第八十五条第（三）项; empty: the document as a whole. */
  readonly articles: string;
  readonly gist: string;
  readonly kind: BasisKind;
  /** The office has compared it with the text in force. */
  readonly isChecked: boolean;
};

const count = (text: string, word: string): number => text.split(word).length - 1;

/** The articles named in the text, every one written in full; null when something in it is no article. */
export function parseArticles(law: string, text: string): readonly ArticleRef[] | null {
  const typed = text.trim();
  if (typed === '') return [];
  const written = `《${law}》${typed}`;
  const found = findCitations(written);
  const parts = new Set(found.map((citation) => citation.text));
  const hasAll =
    count(typed, '款') === found.filter(({ paragraph }) => paragraph !== undefined).length &&
    count(typed, '项') === found.filter(({ item }) => item !== undefined).length;
  if (parts.size !== 1 || !parts.has(written) || !hasAll) return null;
  return found.map(({ article, suffix, paragraph, item }) =>
    suffix === undefined && paragraph === undefined && item === undefined
      ? article
      : {
          article,
          ...(suffix === undefined ? {} : { suffix }),
          ...(paragraph === undefined ? {} : { paragraph }),
          ...(item === undefined ? {} : { item }),
        },
  );
}

/** A basis for the form. */
export const toBasisEdit = (basis: Basis): BasisEdit => ({
  law: basis.law,
  articles: articlesInFull(basis.articles),
  gist: basis.gist,
  kind: basis.kind,
  isChecked: basis.confidence === 'A',
});

/** Articles of this basis that the shipped catalogue does not cite: nobody has compared them with the law. */
export const unknownArticles = (
  basis: Pick<Basis, 'law' | 'articles'>,
  shipped: Catalogue,
): readonly ArticleRef[] => basis.articles.filter((article) => !isCited(basis.law, article, shipped));

export type BasisProblem = {
  readonly place: number;
  readonly field: 'law' | 'articles';
  readonly message: string;
};

/**
 * The bases as they are kept. What was not changed keeps all that is known of it; a new one counts as A when the office
 * says so, as B when the shipped catalogue cites its articles elsewhere, else as C, and C stays out of letters.
 */
export function toBases(
  edits: readonly BasisEdit[],
  type: Violation,
  shipped: Catalogue,
  laws: readonly Law[],
): { readonly bases: readonly Basis[]; readonly problems: readonly BasisProblem[] } {
  const bases: Basis[] = [];
  const problems: BasisProblem[] = [];
  edits.forEach((edit, place) => {
    const law = laws.find((known) => known.name === edit.law);
    if (!law) {
      problems.push({ place, field: 'law', message: '请从列表中选择法律文件，没有的先添加' });
      return;
    }
    const articles = parseArticles(law.name, edit.articles);
    if (articles === null) {
      problems.push({
        place,
        field: 'articles',
        message: '条款请逐条写全，如 第四十四条、第八十五条第（三）项',
      });
      return;
    }
    bases.push(toBasis(edit, law, articles, type, shipped));
  });
  return { bases, problems };
}

function toBasis(
  edit: BasisEdit,
  law: Law,
  articles: readonly ArticleRef[],
  type: Violation,
  shipped: Catalogue,
): Basis {
  const cited = { law: law.name, articles };
  const { gist, kind } = edit;
  const original = type.bases.find((basis) => citationOf(basis) === citationOf(cited));
  const region = law.region === undefined ? {} : { region: law.region };
  if (original) {
    const isAsShipped = edit.isChecked === (original.confidence === 'A');
    const doubted = original.confidence === 'A' ? ('C' as const) : original.confidence;
    const confidence = edit.isChecked ? ('A' as const) : doubted;
    return { ...original, gist, kind, confidence: isAsShipped ? original.confidence : confidence };
  }
  const guess = unknownArticles(cited, shipped).length === 0 ? ('B' as const) : ('C' as const);
  return edit.isChecked
    ? { ...cited, gist, kind, ...region, confidence: 'A', source: '本单位核对' }
    : { ...cited, gist, kind, ...region, confidence: guess };
}

/** A document of law the office added to the list. */
export type OwnLaw = { readonly name: string; readonly docNo: string; readonly effectiveOn: string };

/** An own document as the catalogue holds it. */
export const toLaw = ({ name, docNo, effectiveOn }: OwnLaw): Law => ({
  name,
  short: name,
  aliases: [],
  kind: 'policy',
  issuer: '本单位添加',
  ...(docNo === '' ? {} : { docNo }),
  versionDate: effectiveOn,
  status: 'inForce',
  confidence: 'A',
  textTitle: null,
  renumbered: [],
});

/** Article number and 之n, to compare what is typed with what is checked. */
export const articleKey = (ref: ArticleRef): string => {
  const { article, suffix } = articleOf(ref);
  return suffix === undefined ? String(article) : `${article}-${suffix}`;
};
