import { z } from 'zod';
import { id } from './common';
import { query } from './define';

/** 拟稿 → 审核 → 签发 → 编号 → 用印 as the paper's page tells it, and the texts that were kept on the way. */

/** One of the steps from draft to seal: done by whom and when, waiting, or to come. */
export const chainStep = z.object({
  key: z.string(),
  label: z.string(),
  status: z.enum(['done', 'returned', 'current', 'coming']),
  /** Who did it, or for whom it waits; empty: not known yet. */
  who: z.string(),
  at: z.string().nullable(),
  /** Opinion, reason, number. */
  note: z.string(),
  warnings: z.array(z.string()),
});
export type ChainStep = z.infer<typeof chainStep>;

/** A kept text of the paper. */
export const versionRow = z.object({
  n: z.int(),
  /** 送审批签发, 修改 … */
  label: z.string(),
  accountName: z.string(),
  at: z.string(),
});
export type VersionRow = z.infer<typeof versionRow>;

export const approvalContract = {
  /** Two kept texts; `to` null: the text as it stands now. */
  'documents.compare': query({
    input: z.object({ id, from: z.int().positive(), to: z.int().positive().nullable() }),
    output: z.array(
      z.object({
        kind: z.enum(['same', 'changed', 'added', 'removed']),
        parts: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
      }),
    ),
    permission: 'case.read',
  }),
} as const;
