import type { z } from 'zod';
import type { Random } from '../../builders/random';
import { HOSTILE_TEXTS } from './hostile';

/** What zod says about itself, as far as inputs are generated from it. */
type Definition = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly in?: z.ZodType;
};

const definitionOf = (schema: z.ZodType): Definition => (schema as unknown as { def: Definition }).def;

/** Words an office would type and keys its forms have: they lead a generated input into the services. */
export type Pool = { readonly texts: readonly string[]; readonly keys: readonly string[] };

/** A value the schema accepts, drawn anew each time; hostile texts are among them where the schema lets them through. */
export function generate(schema: z.ZodType, random: Random, pool: Pool, key = ''): unknown {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const value = draw(schema, random, pool, key);
    if (schema.safeParse(value).success) return value;
  }
  throw new Error(`nothing fits ${key || definitionOf(schema).type}`);
}

function draw(schema: z.ZodType, random: Random, pool: Pool, key: string): unknown {
  const definition = definitionOf(schema);
  const inner = (type: z.ZodType | undefined, name = key) => {
    if (!type) throw new Error(`incomplete schema at ${key}`);
    return generate(type, random, pool, name);
  };
  switch (definition.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(definition.shape ?? {})
          .map(([name, type]) => [name, inner(type, name)])
          .filter(([, value]) => value !== undefined),
      );
    case 'array':
      return Array.from({ length: random.below(4) + (random.chance(0.5) ? 0 : 1) }, () =>
        inner(definition.element),
      );
    case 'record':
      return Object.fromEntries(
        Array.from({ length: random.below(6) }, () => [random.pick(pool.keys), inner(definition.valueType)]),
      );
    case 'nullable':
      return random.chance(0.3) ? null : inner(definition.innerType);
    case 'optional':
      return random.chance(0.3) ? undefined : inner(definition.innerType);
    case 'union':
      return inner(random.pick(definition.options ?? []));
    case 'enum':
      return random.pick(Object.values(definition.entries ?? {}));
    case 'literal':
      return random.pick(definition.values ?? []);
    case 'pipe':
      return inner(definition.in);
    case 'boolean':
      return random.chance(0.5);
    case 'null':
      return null;
    case 'number':
      return random.chance(0.7)
        ? random.below(4)
        : random.pick([2026, 2026, 50, 200, 3650, 1_000_000, -1, 0.5]);
    case 'string':
      return drawText(random, pool);
    case 'custom':
      return {};
    default:
      throw new Error(`no generator for ${definition.type} at ${key}`);
  }
}

function drawText(random: Random, pool: Pool): string {
  const roll = random.next();
  if (roll < 0.4) return random.pick(pool.texts);
  if (roll < 0.7) return random.pick(['2026-09-10', '2026-02-28', '2024-02-29', '1990-01-01']);
  return random.pick(HOSTILE_TEXTS);
}
