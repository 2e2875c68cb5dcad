import { findType, isPagedKind, kindLabel, parseEvidenceCatalogue } from '@shared/domain/evidence/catalogue';
import { createPdfBudget, MOST_PDF_BYTES } from '@shared/domain/evidence/pdf-bytes';
import { describe, expect, it } from 'vitest';
import { cataloguesDir, readText } from '../resources/load';

const shipped = JSON.parse(readText(cataloguesDir, 'evidence'));
const catalogue = parseEvidenceCatalogue(shipped);

describe('the kinds of evidence', () => {
  it('are all known to the types of files that propose one', () => {
    const [first] = catalogue.types;
    const stray = { ...shipped, types: [{ ...first, mediaType: 'model/x', kind: 'spaceship' }] };
    expect(() => parseEvidenceCatalogue(stray)).toThrow('model/x names an unknown kind spaceship');
  });

  it('have a name and say whether they take pages', () => {
    const told = catalogue.kinds.map(({ code }) => [
      kindLabel(catalogue, code),
      isPagedKind(catalogue, code),
    ]);
    expect(told).toEqual(catalogue.kinds.map(({ label, isPaged }) => [label, isPaged]));
    expect(told.map(([, isPaged]) => isPaged)).toContain(false);
  });

  it('that nobody knows keep their code and are counted', () => {
    expect(kindLabel(catalogue, 'spaceship')).toBe('spaceship');
    expect(isPagedKind(catalogue, 'spaceship')).toBe(true);
  });

  it('take only files of a type that is listed', () => {
    expect(findType(catalogue, 'application/pdf')?.extensions).toEqual(['pdf']);
    expect(findType(catalogue, 'application/x-msdownload')).toBeUndefined();
  });
});

it('of one PDF no more is read than may be, whichever part asks for it', () => {
  const mayRead = createPdfBudget();
  expect(mayRead(0, MOST_PDF_BYTES - 10)).toBe(true);
  expect(mayRead(500, 510)).toBe(true);
  expect(mayRead(0, 1)).toBe(false);
});
