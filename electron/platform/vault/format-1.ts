import { z } from 'zod';
import { derive, isCheaper, type KeyCost, unseal } from './secret';
import { createSlot, type OpenedSlot } from './slot';

/** The first form of keys.json: one account, whose password wrapped the data key itself. Read and replaced, never written. */
export const formerVault = z.object({
  format: z.literal(1),
  unitName: z.string(),
  slots: z.tuple([
    z.object({
      kind: z.literal('account'),
      owner: z.string(),
      scrypt: z.object({ n: z.int(), r: z.int(), p: z.int(), salt: z.string() }),
      iv: z.string(),
      tag: z.string(),
      wrappedKey: z.string(),
    }),
  ]),
});
export type FormerVault = z.infer<typeof formerVault>;
export type FormerSlot = FormerVault['slots'][0];

/** @returns the data key and the slot in today's form; null when the password does not fit */
export async function openFormerSlot(
  slot: FormerSlot,
  password: string,
  cost: KeyCost,
): Promise<OpenedSlot | null> {
  const key = await derive(password, slot.scrypt);
  const context = `${slot.kind}:${slot.owner}`;
  const dataKey = unseal(key, context, { iv: slot.iv, tag: slot.tag, bytes: slot.wrappedKey });
  key.fill(0);
  return (
    dataKey && {
      dataKey,
      slot: await createSlot(dataKey, slot, password, isCheaper(slot.scrypt, cost) ? cost : slot.scrypt),
    }
  );
}
