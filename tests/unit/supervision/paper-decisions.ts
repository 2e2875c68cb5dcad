import type { FieldValues } from '@shared/domain/kernel/field';
import type { LifecycleDocument } from '@shared/domain/papers/lifecycle';
import type { CaseContext } from '@shared/domain/supervision/case-context';
import type { CaseData } from '@shared/domain/supervision/case-data';
import { decidePaper, paperOffers } from '@shared/domain/supervision/document-hooks';
import { filled } from './fill';
import { context, established, event, inState, investigation } from './samples';

/** A case whose letters are being made. */
export const c = inState('C11', {
  violations: established,
  events: [investigation, event('submitReport')],
});

/** A step of a paper with its form filled in. */
export const decide = (
  document: LifecycleDocument,
  action: string,
  over: FieldValues = {},
  subject: CaseData | null = c,
  ctx: CaseContext = context(),
) => {
  const offer = paperOffers(document, subject, ctx).find((known) => known.key === action);
  return decidePaper(
    document,
    action,
    filled(offer?.fields ?? [], offer?.initial ?? {}, over, ctx.today),
    subject,
    ctx,
  );
};
