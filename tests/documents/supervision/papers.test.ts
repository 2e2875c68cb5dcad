import { join } from 'node:path';
import { scanForLeaks } from '@shared/domain/kernel/leak-scan';
import { checkWording } from '@shared/domain/kernel/wording-check';
import { textsOf } from '@shared/domain/papers/model';
import { repeatedKeys, unknownNames } from '@shared/domain/papers/template-check';
import { doubtfulCitations } from '@shared/domain/supervision/catalogue';
import { NUMBER_SERIES } from '@shared/domain/supervision/letter-rules';
import { PAPER_KINDS, PAPER_LIFECYCLE, type PaperKind } from '@shared/domain/supervision/paper-kinds';
import { DICTIONARY, fillPaper } from '@shared/domain/supervision/papers';
import { describe, expect, it } from 'vitest';
import { emptyCase, sampleComplainant, sampleEmployer, sampleUnit } from '../../builders/supervision-case';
import { catalogue, emptyInput, sampleInput, templates } from './inputs';
import { asText, loadLexicon, missingRuns } from './support';

const lexicon = loadLexicon();

const kinds = [...templates.keys()] as PaperKind[];
const complainantPapers = ['registrationForm', 'acceptanceNotice', 'declineNotice', 'resultNotice'];

describe('templates', () => {
  it('stand for every paper of the module', () => {
    expect(kinds.toSorted()).toEqual(Object.keys(PAPER_KINDS).toSorted());
  });

  it.each(kinds)('%s names only what is known', (kind) => {
    const template = templates.get(kind)!;
    expect(unknownNames(template, DICTIONARY)).toEqual([]);
    expect(repeatedKeys(template)).toEqual([]);
    expect(template.name).toBe(PAPER_KINDS[kind]);
    expect(template.lifecycle).toBe(PAPER_LIFECYCLE[kind]);
    expect(template.numberKey).toBe(NUMBER_SERIES[kind] ?? null);
  });

  it('cite no article by themselves', () => {
    for (const template of templates.values()) {
      expect(JSON.stringify(template.blocks)).not.toMatch(/第[一二三四五六七八九十百零\d]+条/);
    }
  });

  it('name the complainant in papers to that person and in the registration form only', () => {
    for (const template of templates.values()) {
      const names = JSON.stringify(template).includes('{{complainant');
      if (names) expect(complainantPapers).toContain(template.kind);
    }
  });
});

describe('papers of the sample case', () => {
  it.each(kinds)('%s reads as reviewed', async (kind) => {
    const { model } = fillPaper(templates.get(kind)!, sampleInput(kind), {});
    const text = asText(model);
    expect(missingRuns(model)).toEqual([]);
    expect(text).not.toMatch(/\{\{|\}\}|undefined|null|\[\[|\]\]/);
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'golden', `${kind}.txt`));
  });

  it.each(kinds.filter((kind) => !complainantPapers.includes(kind)))(
    '%s does not know the complainant',
    (kind) => {
      const { model } = fillPaper(templates.get(kind)!, sampleInput(kind), {});
      const printed = textsOf(model)
        .map((part) => part.text)
        .join('\n');
      const { name, idNumber, phone, address, trade, bankAccount, representatives } = sampleComplainant;
      for (const secret of [name, idNumber, phone, address, trade, bankAccount, representatives]) {
        expect(printed).not.toContain(secret);
      }
      const secrets = {
        name,
        otherNames: [representatives],
        idNumber,
        phone,
        address,
        position: trade,
        bankAccount,
        allowedNumbers: [sampleUnit.phone, sampleEmployer.uscc, sampleEmployer.contactPhone],
      };
      expect(scanForLeaks(textsOf(model), secrets).filter((found) => found.severity === 'block')).toEqual([]);
    },
  );

  it.each(kinds)('%s is worded as a union may write', (kind) => {
    const { model } = fillPaper(templates.get(kind)!, sampleInput(kind), {});
    expect(checkWording(model, lexicon, kind).filter((found) => found.severity === 'block')).toEqual([]);
  });
});

describe('citations', () => {
  it.each(kinds)('of %s are those of the catalogue', (kind) => {
    const { model } = fillPaper(templates.get(kind)!, sampleInput(kind), {});
    expect(textsOf(model).flatMap(({ text }) => doubtfulCitations(text, catalogue))).toEqual([]);
  });
});

describe('papers of an empty case', () => {
  it.each(kinds)('%s marks what is missing', (kind) => {
    const { model } = fillPaper(templates.get(kind)!, emptyInput(kind, emptyCase), {});
    const printed = textsOf(model)
      .map((part) => part.text)
      .join('\n');
    expect(printed).not.toMatch(/undefined|null|NaN|\{\{/);
  });

  it.each(kinds)('%s can be made without a case', (kind) => {
    expect(() => fillPaper(templates.get(kind)!, emptyInput(kind, null), {})).not.toThrow();
  });
});
