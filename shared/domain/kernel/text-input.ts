/** What became of a typed or pasted text: cleaned, or refused with a message that names the field. */
export type TextJudgement =
  | { readonly isOk: true; readonly text: string }
  | { readonly isOk: false; readonly message: string };

export type TextLimits = {
  /** Label of the field, for the message. */
  readonly label: string;
  /** Longest text in characters. */
  readonly maxLength: number;
  /** Line breaks stay; otherwise they become a space. */
  readonly isMultiline: boolean;
};

/** Zero-width characters, byte order mark, soft hyphen, bidi marks, embeddings, overrides and isolates. */
const INVISIBLE = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/g;
/** C0 and C1 controls except tab and line feed. */
const CONTROL = /(?![\t\n])\p{Control}/gu;
/** Word's soft line break, form feed and the Unicode separators end a line too. */
const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** What a wrong encoding left, what is no character, and half a character. */
const BROKEN = /[\uFFFD\uFFFE\uFFFF]|\p{Surrogate}/u;
/** What Word and web pages leave behind; 「工资<2000元」 is no markup. */
const MARKUP = [
  /<\/?(?:o|w|m|v|st1):[a-z]/i,
  /\bmso-[a-z-]+\s*:|class="?Mso/i,
  /<\/?(?:span|p|div|font|table|tbody|tr|td|th|style|xml|html|body|meta|br|img|script|b|i|u|a)(?:\s[^<>]*)?\/?>/i,
  /<!--|<!\[if|<!doctype|<\?xml/i,
  /&(?:nbsp|lt|gt|amp|quot|#\d{2,5});/i,
] as const;

/**
 * Takes out what nobody typed on purpose (invisible and control characters, spaces at the ends) and refuses what has
 * to be pasted anew: markup of Word or web pages, broken characters, more text than the field holds.
 */
export function judgeText(text: string, { label, maxLength, isMultiline }: TextLimits): TextJudgement {
  if (BROKEN.test(text)) {
    return refuse(`「${label}」中有无法识别的字符，请删除乱码后重新输入`);
  }
  if (MARKUP.some((pattern) => pattern.test(text))) {
    return refuse(`「${label}」中带有从 Word 或者网页复制来的代码，请先粘贴到记事本，再复制纯文字粘贴到这里`);
  }
  const cleaned = cleanText(text, isMultiline);
  const length = characterCount(cleaned);
  if (length > maxLength) {
    return refuse(`「${label}」最多填写 ${maxLength} 个字，现在有 ${length} 个字，请精简`);
  }
  return { isOk: true, text: cleaned };
}

/** The text without invisible and control characters; on one line unless `isMultiline`. */
export function cleanText(text: string, isMultiline: boolean): string {
  const plain = stripControl(stripInvisible(text.replace(LINE_END, '\n')))
    .replace(/[\u00A0\u2000-\u200A\u202F\u205F]/g, ' ')
    .replace(/[ \t]+\n/g, '\n');
  return (isMultiline ? plain : plain.replace(/\s*[\n\t]+\s*/g, ' ')).trim();
}

/** Half-width, without any space or invisible character: for codes and numbers. */
export function compactText(text: string): string {
  return stripInvisible(text.normalize('NFKC')).replace(/\s/g, '');
}

/** Without C0 and C1 controls; tabs and line feeds stay. */
export const stripControl = (text: string): string => text.replace(CONTROL, '');

export const stripInvisible = (text: string): string => text.replace(INVISIBLE, '');

/** Characters as people count them: a rare character outside the basic plane is one. */
export function characterCount(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

const refuse = (message: string): TextJudgement => ({ isOk: false, message });
