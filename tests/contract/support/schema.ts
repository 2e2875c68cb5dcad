import { z } from 'zod';

/** The schemas a schema is made of; none for a plain value. An unknown kind is refused: nothing is passed over unseen. */
export function partsOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodObject) return Object.values(schema.shape);
  if (schema instanceof z.ZodArray) return [schema.element];
  if (schema instanceof z.ZodRecord) return [schema.keyType, schema.valueType];
  if (schema instanceof z.ZodUnion) return schema.options;
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return [schema.unwrap()];
  if (schema instanceof z.ZodPipe) return [schema.in];
  if (PLAIN.has(schema._zod.def.type)) return [];
  throw new Error(`no parts known of ${schema._zod.def.type}`);
}

const PLAIN: ReadonlySet<string> = new Set(['number', 'boolean', 'null', 'enum', 'literal', 'custom']);
