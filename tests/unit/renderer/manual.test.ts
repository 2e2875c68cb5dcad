import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readMarkdown } from '@renderer/platform/help/read-markdown';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const pages = readdirSync(join(root, 'resources/manual')).map((file) => ({
  file,
  text: readFileSync(join(root, 'resources/manual', file), 'utf8'),
}));

/** Everything the program can say on screen. */
const sources = ['renderer', 'shared', 'electron', 'resources/catalogues', 'resources/templates']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      join(root, folder, file),
    ),
  )
  .filter((file) => /\.(tsx?|json)$/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/** 按“登记送达”, 点“载入最新内容”, “设置 - 签发人”: what a reader will look for on screen. */
const namesIn = (text: string) => [
  ...[...text.matchAll(/[按点选]“([^”]+)”/g)].map((match) => match[1] ?? ''),
  ...[...text.matchAll(/“([^”]+ - [^”]+)”/g)].flatMap((match) => (match[1] ?? '').split(' - ')),
];

describe.each(pages)('manual page $file', ({ text }) => {
  it('names only what stands on screen', () => {
    expect(namesIn(text).filter((name) => !sources.includes(name))).toEqual([]);
  });

  it('begins with its title and is made of blocks the help page can draw', () => {
    const blocks = readMarkdown(text);
    expect(blocks[0]).toMatchObject({ type: 'heading', level: 1 });
    expect(blocks.filter(({ type }) => type === 'heading').length).toBeGreaterThan(0);
    const plain = blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : []));
    expect(plain.filter((line) => /^[#|>]/.test(line))).toEqual([]);
  });

  it('speaks Chinese: Latin letters only in keys and file types', () => {
    const words = text.replace(/`[^`]+`/g, '').match(/[A-Za-z]{2,}/g) ?? [];
    expect(words.filter((word) => !['Excel', 'Word', 'WPS', 'xlsx', 'xls'].includes(word))).toEqual([]);
  });
});
