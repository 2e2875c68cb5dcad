import type { EvidenceData } from '@shared/domain/supervision/case-data';
import type { ReadContext } from '../../platform/documents/paper-module';
import { listEvidenceFacts } from '../../platform/evidence/evidence.service';

/** Evidence as rules and papers see it: what concerns the complainant without its name and origin. */
export async function readEvidenceData(ctx: ReadContext, caseId: number): Promise<EvidenceData[]> {
  const rows = await listEvidenceFacts(ctx, caseId);
  return rows.map(
    ({ number, name, kind, kindLabel, provider, obtainedOn, pageCount, isPaged, isRestricted }) => ({
      number,
      name,
      kindLabel,
      form: ctx.resources.evidence.kinds.find((known) => known.code === kind)?.form ?? null,
      provider,
      obtainedOn,
      pageCount,
      isPaged,
      isRestricted,
    }),
  );
}
