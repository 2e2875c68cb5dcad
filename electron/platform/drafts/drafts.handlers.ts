import type { Handlers } from '../../ipc/context';
import { deleteDraft, findDraft, listDrafts, upsertDraft } from './drafts.repository';

/** Nothing typed is lost: what stands in an unsaved form, on disk within a second of the last key. */
export const draftsHandlers: Handlers<'drafts.get' | 'drafts.save' | 'drafts.discard' | 'drafts.list'> = {
  'drafts.get': async ({ db, account }, { key }) => (await findDraft(db, account.id, key)) ?? null,
  'drafts.list': ({ db, account }, { prefix }) => listDrafts(db, account.id, prefix),
  'drafts.save': async (ctx, { key, payload }) => {
    const savedAt = ctx.clock.now().toISOString();
    await ctx.saveDraft((drafts) => upsertDraft(drafts, ctx.account.id, key, payload, savedAt));
    return { savedAt };
  },
  'drafts.discard': async (ctx, { key }) => {
    await ctx.saveDraft((drafts) => deleteDraft(drafts, ctx.account.id, key));
    return {};
  },
};
