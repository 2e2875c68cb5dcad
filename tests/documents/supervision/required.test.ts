import type { Field, FieldValues } from '@shared/domain/kernel/field';
import { emptyValue, isShown } from '@shared/domain/kernel/field-schema';
import { checkWording } from '@shared/domain/kernel/wording-check';
import { requiredFindings } from '@shared/domain/papers/required';
import type { PaperKind } from '@shared/domain/supervision/paper-kinds';
import { fillPaper, type PaperInput, paperFields } from '@shared/domain/supervision/papers';
import { describe, expect, it } from 'vitest';
import { catalogue, sampleInput, templates } from './inputs';
import { loadLexicon } from './support';

/** The mark at a field and what bars the way on are one and the same, for every paper. */

const lexicon = loadLexicon();
const kinds = [...templates.keys()] as PaperKind[];
/** Letters that go out without a case as well, where the case cannot fill a gap. */
const WITHOUT_CASE: readonly PaperKind[] = ['reminderLetter', 'publicReminder'];

type Situation = { readonly kind: PaperKind; readonly where: string; readonly input: PaperInput };

/** A form that asks different things of different matters, e.g. 延期, 中止, 终止. */
const VARIANTS: Readonly<Record<string, readonly FieldValues[]>> = {
  suspensionForm: [
    { variant: 'extend', appliedOn: '2026-10-09' },
    { variant: 'pause', pausedOn: '2026-10-09' },
    { variant: 'terminate', terminatedOn: '2026-10-09' },
  ],
};

const situations: readonly Situation[] = [
  ...kinds.flatMap((kind) => {
    const input = sampleInput(kind);
    return (VARIANTS[kind] ?? [{}]).map((over) => ({
      kind,
      where: `in a case ${String(over.variant ?? '')}`.trim(),
      input: { ...input, values: { ...input.values, ...over } },
    }));
  }),
  ...WITHOUT_CASE.map((kind) => ({ kind, where: 'without a case', input: withoutCase(kind) })),
];

/** The form as somebody fills it in for one employer. */
function withoutCase(kind: PaperKind): PaperInput {
  const told = sampleInput(kind);
  return { ...told, case: null, employer: told.case?.employer ?? null };
}

const fieldsOf = (kind: PaperKind) => paperFields(templates.get(kind)!, catalogue);

/** What bars the paper with these values, by field. */
function barred({ kind, input }: Situation, values: FieldValues): Set<string | undefined> {
  const template = templates.get(kind)!;
  const { model } = fillPaper(template, { ...input, values }, {});
  const found = checkWording(model, lexicon, kind).filter(({ severity }) => severity === 'block');
  return new Set([...found, ...requiredFindings(fieldsOf(kind), values, found)].map(({ field }) => field));
}

const without = (values: FieldValues, field: Field): FieldValues => ({
  ...values,
  [field.name]: emptyValue(field),
});

describe.each(situations)('$kind $where', (situation) => {
  const { values } = situation.input;
  const before = barred(situation, values);
  const fields = fieldsOf(situation.kind).filter((field) => isShown(field, values));

  it('asks for nothing more once its form is filled in', () => {
    expect([...before]).toEqual([]);
  });

  it('marks as required what bars it when left out, and nothing else', () => {
    const marked = fields.filter((field) => field.isRequired).map(({ name }) => name);
    const barring = fields.filter((field) => barred(situation, without(values, field)).size > before.size);
    expect(barring.map(({ name }) => name)).toEqual(marked);
  });
});
