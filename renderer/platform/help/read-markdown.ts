export type Block =
  | { readonly type: 'heading'; readonly level: number; readonly text: string }
  | { readonly type: 'list'; readonly isOrdered: boolean; readonly items: readonly string[] }
  | {
      readonly type: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: string };

const ITEM = /^(?:[-*]|(\d+)[.、])\s+(.*)$/;

/** Blocks of the manual's Markdown, in order. */
export function readMarkdown(text: string): readonly Block[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}|\n(?=#{1,3} )|(?<=^#{1,3} .*)\n/m)
    .map((part) => part.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
    .map(readBlock);
}

function readBlock(lines: readonly string[]): Block {
  const first = lines[0] ?? '';
  const heading = /^(#{1,3}) (.*)$/.exec(first);
  if (heading) return { type: 'heading', level: (heading[1] ?? '').length, text: heading[2] ?? '' };
  if (first.startsWith('>'))
    return { type: 'note', text: lines.map((line) => line.replace(/^>\s?/, '')).join('') };
  if (first.startsWith('|')) {
    const rows = lines.filter((line) => !/^\|[\s:|-]+\|$/.test(line)).map(readCells);
    return { type: 'table', head: rows[0] ?? [], rows: rows.slice(1) };
  }
  if (ITEM.test(first)) return readList(lines);
  return { type: 'paragraph', text: lines.map((line) => line.trim()).join('') };
}

const readCells = (line: string) =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

function readList(lines: readonly string[]): Block {
  const items: string[] = [];
  for (const line of lines) {
    const item = ITEM.exec(line);
    if (item) items.push(item[2] ?? '');
    else items[items.length - 1] += line.trim();
  }
  return { type: 'list', isOrdered: /^\d/.test(lines[0] ?? ''), items };
}
