import { fillPaper } from '@shared/domain/supervision/papers';
import { describe, expect, it } from 'vitest';
import { sampleInput, templates } from './inputs';
import { asText, missingRuns } from './support';

/** A clue that was declined never had a 案号, and is filed all the same. */
describe('a file without a case number', () => {
  it.each(['dossierCover', 'dossierIndex', 'filingNote'] as const)(
    '%s bears the number of the clue',
    (kind) => {
      const input = sampleInput(kind);
      const file = input.case;
      if (!file) throw new Error('the sample has a case');
      const declined = { ...file, caseNo: '', closedOn: file.closedOn ?? '2026-09-08' };
      const template = templates.get(kind);
      if (!template) throw new Error(`no template ${kind}`);
      const { model } = fillPaper(template, { ...input, case: declined }, {});
      expect(missingRuns(model)).toEqual([]);
      expect(asText(model)).toContain(file.clueNo);
    },
  );
});
