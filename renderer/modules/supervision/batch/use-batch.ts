import { useFieldForm } from '@renderer/case-kit/field-form/field-form-state';
import { useDraft } from '@renderer/case-kit/use-draft';
import { useChannelCommand } from '@renderer/lib/channel-hooks';
import { useToday } from '@renderer/lib/session';
import { useProgress } from '@renderer/lib/use-progress';
import type { Output } from '@shared/contract';
import type { ParagraphEdits } from '@shared/contract/documents';
import type { FieldValues } from '@shared/domain/kernel/field';
import { useMemo, useState } from 'react';
import { type Chosen, MOST_LETTERS, type Selection } from './selection';
import { initialSigning, outputOf, SIGNING_FIELDS } from './signing-fields';

export type BatchForm = Output<'documents.batch.form'>;
export type BatchOutcome = NonNullable<Output<'documents.batch.run'>>;

type Kept = {
  readonly chosen: readonly Chosen[];
  readonly values: FieldValues;
  readonly edits: ParagraphEdits;
  readonly signing: FieldValues;
};

/** State of one batch: whom, what, who signs, the run and what came of it. */
export function useBatch(kind: string, described: BatchForm) {
  const today = useToday();
  const [step, setStep] = useState(0);
  const [selection, setSelection] = useState<Selection>(new Map());
  const form = useFieldForm(described);
  const [edits, setEdits] = useState<ParagraphEdits>({});
  const [signingInitial] = useState(() => initialSigning(today));
  const signing = useFieldForm({ fields: SIGNING_FIELDS, initial: signingInitial });
  // Findings that bar the signature, in the letter that was last previewed.
  const [blockCount, setBlockCount] = useState(0);
  const [jobId, setJobId] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<BatchOutcome | null>(null);
  const running = useChannelCommand('documents.batch.run');
  const cancelling = useChannelCommand('jobs.cancel');
  const progress = useProgress(jobId ?? '', jobId !== null);

  const isChanged =
    outcome === null &&
    (selection.size > 0 || form.isChanged || Object.keys(edits).length > 0 || signing.isChanged);
  const kept = useMemo<Kept>(
    () => ({ chosen: [...selection.values()], values: form.values, edits, signing: signing.values }),
    [selection, form.values, edits, signing.values],
  );
  const draftKey = `supervision.batch:${kind}`;
  const draft = useDraft<Kept>(draftKey, kept, {
    isChanged,
    onRestore: (restored) => {
      setSelection(new Map(restored.chosen.map((employer) => [employer.id, employer])));
      form.replace(restored.values);
      setEdits(restored.edits);
      signing.replace(restored.signing);
    },
  });

  const startAgain = () => {
    setSelection(new Map());
    form.reset(described.initial);
    setEdits({});
    signing.reset(signingInitial);
    setOutcome(null);
    setStep(0);
  };

  const run = async () => {
    if (!signing.check() || running.isRunning) return;
    const id = crypto.randomUUID();
    setJobId(id);
    const result = await running.run({
      jobId: id,
      kind,
      employerIds: [...selection.keys()],
      values: form.values,
      edits,
      signerId: Number(signing.values.signerId),
      signedOn: String(signing.values.signedOn),
      output: outputOf(signing.values),
    });
    setJobId(null);
    if (!result.ok) {
      signing.refuse(result.error);
      return;
    }
    // null: the folder dialog was closed, nothing was written.
    if (result.value === null) return;
    setOutcome(result.value);
    await draft.discard();
  };

  const cancel = async () => {
    if (jobId) await cancelling.run({ jobId });
  };

  return {
    step,
    setStep,
    selection,
    setSelection,
    isSelectionFine: selection.size > 0 && selection.size <= MOST_LETTERS,
    form,
    edits,
    setEdits,
    signing,
    blockCount,
    setBlockCount,
    run,
    cancel,
    isRunning: running.isRunning,
    isCancelling: cancelling.isRunning,
    progress,
    outcome,
    startAgain,
    draft,
    draftKey,
    isChanged,
  };
}

export type Batch = ReturnType<typeof useBatch>;
