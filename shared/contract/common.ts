import { z } from 'zod';
import { isCivilDate } from '../domain/kernel/civil-date';
import type { FieldValue, FieldValues } from '../domain/kernel/field';
import { judgeText } from '../domain/kernel/text-input';

export const id = z.int().positive();
export const revision = z.int().nonnegative();
export const civilDate = z.string().refine(isCivilDate, '不是有效日期，请按 2026-3-15 的形式填写');
export const nullableDate = civilDate.nullable();
/** A text as it is kept: cleaned, or refused with a message that names it. */
export const text = (label: string, maxLength: number, isMultiline = false) =>
  z.string().transform((typed, context) => {
    const judged = judgeText(typed, { label, maxLength, isMultiline });
    if (judged.isOk) return judged.text;
    context.addIssue({ code: 'custom', message: judged.message });
    return z.NEVER;
  });
/** Judged by the service, field by field; here only kept from being endless. */
export const typedText = z.string().max(20_000, '内容过长，请精简后再填');
/** Search words and the like: short, single line. */
export const searchText = z.string().max(200);
export const year = z.int().min(1990).max(2100);
export const empty = z.object({}).strict();
export const done = z.object({ id, revision });

const scalar = z.union([z.string().max(20_000), z.number(), z.boolean(), z.null()]);
export const fieldValue: z.ZodType<FieldValue, FieldValue> = z.union([
  scalar,
  z.array(z.string().max(2_000)).max(500),
  z.array(z.record(z.string().max(60), scalar)).max(500),
]);
/** Values of a described form; the service judges them against the field descriptors. */
export const fieldValues: z.ZodType<FieldValues, FieldValues> = z.record(z.string().max(60), fieldValue);

export const option = z.object({ value: z.string(), label: z.string() });

/** A button: offered, or refused with the reason. */
export const actionOffer = z.object({
  key: z.string(),
  label: z.string(),
  isEnabled: z.boolean(),
  /** Why not, and from when; empty when enabled. */
  reason: z.string(),
  isPrimary: z.boolean(),
  isDanger: z.boolean(),
  /** Open at any stage; folded away beside the steps of the stage. */
  isGeneral: z.boolean().default(false),
  fields: z.array(
    z.custom<import('../domain/kernel/field').Field>((v) => typeof v === 'object' && v !== null),
  ),
  /** What the form opens with. */
  initial: fieldValues,
  /** To be thought about before it is done. */
  warnings: z.array(z.string()).default([]),
});
export type ActionOffer = z.infer<typeof actionOffer>;

export const page = z.object({ offset: z.int().min(0).max(10_000_000), limit: z.int().min(1).max(200) });
export const progress = z.object({ jobId: z.string(), phase: z.string(), done: z.int(), total: z.int() });
