import { z } from 'zod';
import type { Random } from '../../builders/random';
import { HOSTILE_TEXTS } from './hostile';

/** Words an office would type and keys its forms have: they lead a generated input into the services. */
export type Pool = { readonly texts: readonly string[]; readonly keys: readonly string[] };

/** A value the schema accepts, drawn anew each time; hostile texts are among them where the schema lets them through. */
export function generate(schema: z.core.$ZodType, random: Random, pool: Pool, key = ''): unknown {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const value = draw(schema, random, pool, key);
    if (z.safeParse(schema, value).success) return value;
  }
  throw new Error(`nothing fits ${key || schema._zod.def.type}`);
}

function draw(schema: z.core.$ZodType, random: Random, pool: Pool, key: string): unknown {
  const inner = (type: z.core.$ZodType, name = key) => generate(type, random, pool, name);
  if (schema instanceof z.ZodObject)
    return Object.fromEntries(
      Object.entries<z.core.$ZodType>(schema.shape)
        .map(([name, type]) => [name, inner(type, name)])
        .filter(([, value]) => value !== undefined),
    );
  if (schema instanceof z.ZodArray)
    return Array.from({ length: random.below(4) + (random.chance(0.5) ? 0 : 1) }, () =>
      inner(schema.element),
    );
  if (schema instanceof z.ZodRecord)
    return Object.fromEntries(
      Array.from({ length: random.below(6) }, () => [random.pick(pool.keys), inner(schema.valueType)]),
    );
  if (schema instanceof z.ZodNullable) return random.chance(0.3) ? null : inner(schema.unwrap());
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return random.chance(0.3) ? undefined : inner(schema.unwrap());
  if (schema instanceof z.ZodUnion) return inner(random.pick(schema.options));
  if (schema instanceof z.ZodEnum) return random.pick(schema.options);
  if (schema instanceof z.ZodLiteral) return random.pick([...schema.values]);
  if (schema instanceof z.ZodPipe) return inner(schema.in);
  if (schema instanceof z.ZodBoolean) return random.chance(0.5);
  if (schema instanceof z.ZodNull) return null;
  if (schema instanceof z.ZodNumber)
    return random.chance(0.7)
      ? random.below(4)
      : random.pick([2026, 2026, 50, 200, 3650, 1_000_000, -1, 0.5]);
  if (schema instanceof z.ZodString) return drawText(random, pool);
  if (schema instanceof z.ZodCustom) return {};
  throw new Error(`no generator for ${schema._zod.def.type} at ${key}`);
}

function drawText(random: Random, pool: Pool): string {
  const roll = random.next();
  if (roll < 0.4) return random.pick(pool.texts);
  if (roll < 0.7) return random.pick(['2026-09-10', '2026-02-28', '2024-02-29', '1990-01-01']);
  return random.pick(HOSTILE_TEXTS);
}
