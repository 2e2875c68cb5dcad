/** A text as it would stand in a file, in each encoding a Chinese machine may write. */
export function encodings(text: string): [string, Buffer][] {
  const little = Buffer.from(text, 'utf16le');
  return [
    ['utf8', Buffer.from(text, 'utf8')],
    ['utf16le', little],
    ['utf16be', Buffer.from(little).swap16()],
    ['gbk', toGbk(text)],
  ];
}

export const contains = (bytes: Buffer, needle: Buffer): boolean => bytes.includes(needle);

let table: Map<string, number> | null = null;

/** Node writes no GBK; its decoder read over all double bytes gives the table. */
function toGbk(text: string): Buffer {
  table ??= buildTable();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    const double = table.get(character);
    if (code < 0x80) bytes.push(code);
    else if (double === undefined) throw new RangeError(`not in GBK: ${character}`);
    else bytes.push(double >> 8, double & 0xff);
  }
  return Buffer.from(bytes);
}

function buildTable(): Map<string, number> {
  const decoder = new TextDecoder('gbk');
  const built = new Map<string, number>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const character = decoder.decode(Uint8Array.of(high, low));
      if ([...character].length === 1 && !built.has(character)) built.set(character, (high << 8) | low);
    }
  }
  return built;
}
