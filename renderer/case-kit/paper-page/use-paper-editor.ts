import { useFieldForm } from '@renderer/case-kit/field-form/field-form-state';
import { useDraft } from '@renderer/case-kit/use-draft';
import { useChannelCommand } from '@renderer/lib/channel-hooks';
import { invoke } from '@renderer/lib/invoke';
import type { DocumentDetail, ParagraphEdits } from '@shared/contract/documents';
import type { AppError } from '@shared/contract/result';
import type { FieldValues } from '@shared/domain/kernel/field';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { isSameContent, type PaperContent } from './paper-edits';
import { useLivePreview } from './use-live-preview';

/** Content together with the revision it was typed upon. */
type Kept = PaperContent & { readonly revision: number };

export const paperDraftKey = (documentId: number) => `paper:${documentId}`;

const contentOf = (detail: DocumentDetail): Kept => ({
  revision: detail.document.revision,
  values: detail.values,
  edits: detail.edits,
});

/** State of one open paper: what is typed, its draft, its live preview, and saving it. */
export function usePaperEditor(detail: DocumentDetail, readAgain: () => Promise<DocumentDetail | undefined>) {
  const id = detail.document.id;
  const draftKey = paperDraftKey(id);
  const [base, setBase] = useState<Kept>(() => contentOf(detail));
  const form = useFieldForm({ fields: detail.fields, initial: detail.values });
  const [edits, setEdits] = useState<ParagraphEdits>(detail.edits);
  const [stale, setStale] = useState<AppError | null>(null);
  const saving = useChannelCommand('documents.save');
  const acting = useChannelCommand('documents.act');

  const content = useMemo<Kept>(
    () => ({ revision: base.revision, values: form.values, edits }),
    [base.revision, form.values, edits],
  );
  const isChanged = !detail.isReadOnly && (form.isChanged || !isSameEdits(edits, base.edits));

  const rebase = (newer: Kept) => {
    setBase(newer);
    form.reset(newer.values);
    setEdits(newer.edits);
    setStale(null);
  };

  // Somebody else, or a step of this paper, wrote a newer revision while nothing is typed here: show that.
  const follow = useEffectEvent((revision: number) => {
    if (revision > base.revision) rebase(contentOf(detail));
  });
  useEffect(() => {
    if (!isChanged) follow(detail.document.revision);
  }, [detail.document.revision, isChanged]);

  const draft = useDraft<Kept>(draftKey, content, {
    isChanged,
    isReady: !detail.isReadOnly,
    onRestore: (kept) => {
      form.replace(kept.values);
      setEdits(kept.edits);
      setBase((before) => ({ ...before, revision: kept.revision }));
    },
  });

  const question = isChanged ? JSON.stringify(content) : null;
  const live = useLivePreview(question, () =>
    invoke('documents.preview', { id, values: form.values, edits }),
  );
  const shown = live.preview ?? detail;

  /** Saves what is typed; the answer carries the new revision. Nothing to save: the present one. */
  const save = async () => {
    if (!isChanged) return { ok: true as const, value: { id, revision: base.revision } };
    const snapshot = content;
    const result = await saving.run({ id, ...snapshot });
    if (result.ok) {
      setBase({ ...snapshot, revision: result.value.revision });
      form.mergeNewer(snapshot.values);
      setStale(null);
      await draft.discard();
    } else if (result.error.code === 'STALE_REVISION') setStale(result.error);
    else form.refuse(result.error);
    return result;
  };

  /** A step of the paper is taken on what is on screen: unsaved changes are saved first. */
  const act = async (action: string, values: FieldValues) => {
    const saved = await save();
    if (!saved.ok) return saved;
    return acting.run({ id, revision: saved.value.revision, action, values });
  };

  /** Takes over what others saved and keeps each field and paragraph that was changed here. */
  const takeNewer = async () => {
    const read = await readAgain();
    if (!read) return;
    const newer = contentOf(read);
    form.mergeNewer(newer.values);
    setEdits({ ...newer.edits, ...changedEdits(edits, base.edits) });
    setBase(newer);
    setStale(null);
  };
  const giveUp = () => rebase(contentOf(detail));

  return {
    form,
    edits,
    setEdits,
    isChanged,
    isSaving: saving.isRunning,
    draft,
    draftKey,
    shown,
    previewError: live.error,
    isPreviewPending: live.isPending,
    stale,
    save,
    act,
    takeNewer,
    giveUp,
  };
}

export type PaperEditor = ReturnType<typeof usePaperEditor>;

const isSameEdits = (a: ParagraphEdits, b: ParagraphEdits) =>
  isSameContent({ values: {}, edits: a }, { values: {}, edits: b });

function changedEdits(edits: ParagraphEdits, opened: ParagraphEdits): ParagraphEdits {
  return Object.fromEntries(Object.entries(edits).filter(([key, text]) => text !== opened[key]));
}
