import { z } from 'zod';

/** resources/catalogues/evidence.json: the kinds of evidence, the files that may be added, and how large. */

const text = z.string().min(1);
const code = z.string().regex(/^[A-Za-z]+$/);

/** What the window can show by itself; none: only another program can. */
export const previewSchema = z.enum(['picture', 'pdf', 'sound', 'film', 'none']);
export type Preview = z.infer<typeof previewSchema>;

const kindSchema = z.strictObject({
  code,
  label: text,
  /** 形式 of 证据登记表. */
  form: z.enum(['original', 'copy', 'photo', 'media', 'data', 'record']).nullable(),
  /** false: goes into the file on a disc or stick and takes no page number. */
  isPaged: z.boolean(),
});
export type EvidenceKind = z.infer<typeof kindSchema>;

const typeSchema = z.strictObject({
  mediaType: text,
  label: text,
  /** The first one is given to a file whose own does not fit. */
  extensions: z
    .array(z.string().regex(/^[a-z0-9]+$/))
    .min(1)
    .readonly(),
  preview: previewSchema,
  /** Kind proposed for such a file. */
  kind: code,
});
export type EvidenceType = z.infer<typeof typeSchema>;

const fileSchema = z.strictObject({
  label: text,
  versionDate: text,
  note: text,
  maxMegabytes: z.int().positive(),
  /** Office documents are looked through for macros as a whole. */
  maxOfficeMegabytes: z.int().positive(),
  kinds: z.array(kindSchema).min(1).readonly(),
  types: z.array(typeSchema).min(1).readonly(),
});
export type EvidenceCatalogue = z.infer<typeof fileSchema>;

/** Throws when the file is not what it should be. */
export function parseEvidenceCatalogue(raw: unknown): EvidenceCatalogue {
  const catalogue = fileSchema.parse(raw);
  const kinds = catalogue.kinds.map((kind) => kind.code);
  const stray = catalogue.types.find((type) => !kinds.includes(type.kind));
  if (stray) throw new Error(`evidence.json: ${stray.mediaType} names an unknown kind ${stray.kind}`);
  return catalogue;
}

export const findType = (catalogue: EvidenceCatalogue, mediaType: string): EvidenceType | undefined =>
  catalogue.types.find((type) => type.mediaType === mediaType);

export const kindLabel = (catalogue: EvidenceCatalogue, kind: string): string =>
  catalogue.kinds.find((known) => known.code === kind)?.label ?? kind;

/** Whether the kind takes page numbers; an unknown one does, so that nothing is left out of the count in silence. */
export const isPagedKind = (catalogue: EvidenceCatalogue, kind: string): boolean =>
  catalogue.kinds.find((known) => known.code === kind)?.isPaged ?? true;
