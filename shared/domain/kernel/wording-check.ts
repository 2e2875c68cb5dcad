import type { PaperModel } from '../papers/model';
import { chineseNumber, parseChineseNumber } from './chinese-number';
import { escapeRegex } from './escape-regex';
import { excerptAround, type Finding } from './finding';
import { fieldAt, linesOf, lineText, type PaperLine } from './paper-lines';
import type { Renumbering, WordingException, WordingLexicon, WordingWord } from './wording-lexicon';

export type { Finding } from './finding';
export type { WordingLexicon } from './wording-lexicon';

/**
 * What stands against signing this paper as it is worded: words of enforcement the union does not have, placeholders and
 * fields left open, article numbers that moved. `kind` is the kind of paper the lexicon's exceptions are written for.
 * 工会劳动法律监督是群众性监督，不是行政执法（浙江省工会劳动法律监督条例第2条）. Findings come in reading order.
 */
export function checkWording(model: PaperModel, lexicon: WordingLexicon, kind = ''): readonly Finding[] {
  const lines = linesOf(model);
  return [
    ...lines.flatMap((line) => [
      ...openFields(line),
      ...openPlaceholders(line),
      ...lexicon.words.flatMap((word) => findWord(line, word, kind)),
      ...lexicon.renumberings.flatMap((law) => findMovedArticles(line, law)),
    ]),
    ...findMixedStyles(lines, lexicon),
  ];
}

function openFields(line: PaperLine): readonly Finding[] {
  return line.runs
    .filter((run) => run.isMissing)
    .map((run) => ({
      severity: 'block',
      code: 'field.missing',
      message: `还有没填写的内容${run.text.trim() === '' ? '' : `：${run.text.trim()}`}，请补充`,
      field: run.field,
      key: line.key,
      excerpt: excerptAround(lineText(line), 0, lineText(line).length),
    }));
}

function openPlaceholders(line: PaperLine): readonly Finding[] {
  const text = lineText(line);
  return [...text.matchAll(/\{\{[^{}]*(?:\}\})?|\}\}/g)].map((match) =>
    found(line, text, match.index, match[0], {
      severity: 'block',
      code: 'placeholder.open',
      message: `“${match[0]}”没有替换成实际内容，请填写对应栏目或者删去`,
    }),
  );
}

function findWord(line: PaperLine, word: WordingWord, kind: string): readonly Finding[] {
  const text = lineText(line);
  const findings: Finding[] = [];
  for (const wanted of word.words) {
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      const exception = word.exceptions?.find((candidate) =>
        applies(candidate, text, at, at + wanted.length, kind),
      );
      if (exception?.severity === 'none') continue;
      const message = (exception?.message ?? word.message).replaceAll('{word}', wanted);
      findings.push(
        found(line, text, at, wanted, {
          severity: exception?.severity ?? word.severity,
          code: word.code,
          message,
        }),
      );
    }
  }
  return findings;
}

function applies(
  exception: WordingException,
  text: string,
  start: number,
  end: number,
  kind: string,
): boolean {
  if (exception.kinds && !exception.kinds.includes(kind)) return false;
  if (exception.inside === 'title' && !isBetween(text, start, end, '《', '》')) return false;
  if (exception.inside === 'quotation' && !isBetween(text, start, end, '“', '”')) return false;
  return !exception.phrases || exception.phrases.some((phrase) => isCovered(phrase, text, start, end));
}

function isBetween(text: string, start: number, end: number, open: string, close: string): boolean {
  const opened = text.lastIndexOf(open, start);
  return opened >= 0 && text.lastIndexOf(close, start) < opened && text.indexOf(close, end) >= 0;
}

function isCovered(phrase: string, text: string, start: number, end: number): boolean {
  for (const match of text.matchAll(new RegExp(phrase, 'gu'))) {
    if (match.index <= start && match.index + match[0].length >= end) return true;
  }
  return false;
}

/** An old number is told from the present one by the matter the sentence speaks of. */
function findMovedArticles(line: PaperLine, law: Renumbering): readonly Finding[] {
  const text = lineText(line);
  const names = law.names.map(escapeRegex).join('|');
  const article = '第[一二三四五六七八九十百零〇\\d]+条';
  const citation = new RegExp(
    `《(?:${names})》(?:[（(][^）)]{0,20}[）)])?(${article}(?:[、和及]${article})*)`,
    'gu',
  );
  const findings: Finding[] = [];
  for (const match of text.matchAll(citation)) {
    const cited = (match[1] as string).split(/[、和及]/).map((part) => parseChineseNumber(part.slice(1, -1)));
    const sentence = sentenceAround(text, match.index, match.index + match[0].length);
    const covered = law.articles.filter(({ now }) => cited.includes(now));
    const moved = law.articles.find(
      ({ old, now, matter }) => cited.includes(old) && !cited.includes(now) && mentions(sentence, matter),
    );
    if (!moved || covered.some(({ matter }) => mentions(sentence, matter))) continue;
    const message = law.message
      .replaceAll('{law}', law.law)
      .replaceAll('{since}', law.since)
      .replaceAll('{old}', chineseNumber(moved.old))
      .replaceAll('{now}', chineseNumber(moved.now));
    findings.push(
      found(line, text, match.index, match[0], { severity: 'block', code: 'law.renumbered', message }),
    );
  }
  return findings;
}

function findMixedStyles(lines: readonly PaperLine[], lexicon: WordingLexicon): readonly Finding[] {
  return lexicon.styles.flatMap(({ words, message }) => {
    const used = words.filter((word) => lines.some((line) => lineText(line).includes(word)));
    const second = used[1];
    const line = lines.find((candidate) => second !== undefined && lineText(candidate).includes(second));
    if (!line || second === undefined) return [];
    const text = lineText(line);
    const filled = message.replaceAll('{words}', used.map((word) => `“${word}”`).join('、'));
    return [
      found(line, text, text.indexOf(second), second, {
        severity: 'warn',
        code: 'style.mixed',
        message: filled,
      }),
    ];
  });
}

function found(
  line: PaperLine,
  text: string,
  at: number,
  hit: string,
  what: Pick<Finding, 'severity' | 'code' | 'message'>,
): Finding {
  return {
    ...what,
    field: fieldAt(line, at),
    key: line.key,
    excerpt: excerptAround(text, at, at + hit.length),
  };
}

function sentenceAround(text: string, start: number, end: number): string {
  const from = Math.max(...['。', '；', '\n'].map((mark) => text.lastIndexOf(mark, start))) + 1;
  const stops = ['。', '；', '\n'].map((mark) => text.indexOf(mark, end)).filter((at) => at >= 0);
  return text.slice(from, Math.min(text.length, ...stops));
}

const mentions = (text: string, words: readonly string[]) => words.some((word) => text.includes(word));
