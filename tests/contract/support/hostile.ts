import type { Random } from '../../builders/random';

/** What nobody types, and some do. */
export const HOSTILE_TEXTS: readonly string[] = [
  '',
  ' ',
  '\0',
  '\u0001\u0002\u001f',
  '\u202e反转',
  '\ufeff\u200b',
  '\ud800',
  "'; drop table employer; --",
  '" or ""="',
  "x' union select hash from audit_log --",
  '%_\\',
  '<script>alert(1)</script>',
  '<span class="MsoNormal" style="mso-fareast-language:ZH-CN">粘贴</span>',
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
  "=cmd|'/C calc'!A0",
  '../../../../etc/passwd',
  'C:\\Windows\\System32\\cmd.exe',
  '{{constructor.constructor("return process")()}}',
  '#{process.exit(1)}',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  '1e999',
  '2026-02-30',
  '2026-13-01',
  '0000-00-00',
  '9999-99-99',
  '2026-9-1',
  '🙂'.repeat(50),
  '长'.repeat(10_000),
  'x'.repeat(100_000),
  '\n'.repeat(1000),
];

const NUMBERS: readonly number[] = [
  0,
  -0,
  -1,
  0.5,
  NaN,
  Infinity,
  -Infinity,
  2 ** 31,
  2 ** 53,
  -(2 ** 53),
  1e308,
  5e-324,
];

/** Any value that structured clone carries over the boundary. */
export function hostileValue(random: Random, depth = 0): unknown {
  const choice = random.below(depth > 3 ? 6 : 14);
  switch (choice) {
    case 0:
      return random.pick(HOSTILE_TEXTS);
    case 1:
      return random.pick(NUMBERS);
    case 2:
      return random.chance(0.5);
    case 3:
      return null;
    case 4:
      return undefined;
    case 5:
      return 10n ** 30n;
    case 6:
      return Array.from({ length: random.below(4) }, () => hostileValue(random, depth + 1));
    case 7:
      return Object.fromEntries(
        Array.from({ length: random.below(4) }, () => [random.pick(KEYS), hostileValue(random, depth + 1)]),
      );
    case 8:
      return nested(200 + random.below(3000), random.chance(0.5));
    case 9:
      return JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}}}');
    case 10:
      return Array.from({ length: 5000 }, (_, i) => i);
    case 11:
      return new Date(NaN);
    case 12:
      return random.pick([new Map([['id', 1]]), new Set([1]), new Uint8Array(64), /x/, new Error('x')]);
    default:
      return cyclic();
  }
}

const KEYS = [
  'id',
  'revision',
  'values',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  '案件',
  'a.b',
  'length',
  'then',
];

function nested(depth: number, isArray: boolean): unknown {
  let value: unknown = 'bottom';
  for (let i = 0; i < depth; i += 1) value = isArray ? [value] : { values: value };
  return value;
}

function cyclic(): unknown {
  const loop: Record<string, unknown> = { id: 1, values: {} };
  loop.values = loop;
  return loop;
}

/** The same value with one place replaced, removed or added. */
export function mutate(value: unknown, random: Random): unknown {
  if (Array.isArray(value)) {
    if (value.length === 0 || random.chance(0.3)) return [...value, hostileValue(random, 2)];
    const at = random.below(value.length);
    return value.map((item, i) => (i === at ? mutate(item, random) : item));
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    const roll = random.next();
    if (entries.length === 0 || roll < 0.1) return { ...value, [random.pick(KEYS)]: hostileValue(random, 2) };
    const at = random.below(entries.length);
    if (roll < 0.25) return Object.fromEntries(entries.filter((_, i) => i !== at));
    return Object.fromEntries(entries.map(([key, item], i) => [key, i === at ? mutate(item, random) : item]));
  }
  return hostileValue(random, 2);
}
