import type { finding, paperPreview } from '@shared/contract/documents';
import type { z } from 'zod';

export type PaperPreview = z.infer<typeof paperPreview>;
export type Finding = z.infer<typeof finding>;

/** A place on a paper: a form field or a paragraph. */
export type Place = { readonly field?: string; readonly key?: string };
