import type { EvidenceData } from '@shared/domain/supervision/case-data';
import { buildDossier, dossierMissing } from '@shared/domain/supervision/dossier';
import { dossierIndex } from '@shared/domain/supervision/papers/closing';
import { evidenceList } from '@shared/domain/supervision/papers/investigation';
import type { PaperInput } from '@shared/domain/supervision/papers/paper';
import { describe, expect, it } from 'vitest';
import { caseData, catalogue, context, documentData, inState, item } from './samples';

/** Evidence on its way into the papers of a case. */

const places = catalogue.options['dossier-order'].items;
const piece = (number: number, over: Partial<EvidenceData> = {}): EvidenceData => ({
  number,
  name: `材料${number}`,
  kindLabel: '书证',
  form: 'copy',
  provider: '精工机械',
  obtainedOn: '2026-08-20',
  pageCount: 3,
  isPaged: true,
  isRestricted: false,
  ...over,
});
const paper = (id: number, kind: string) =>
  documentData({ id, kind, title: kind, status: 'D11', signedOn: '2026-08-20', pageCount: 2 });

const inputOf = (evidence: readonly EvidenceData[], evidenceText = '考勤表、工资表'): PaperInput => ({
  case: caseData({ evidence, violations: [item({ evidence: evidenceText })] }),
  unit: UNIT,
  employer: null,
  catalogue,
  rules: context().rules,
  complainant: null,
  basedOn: null,
  values: {},
  documentNo: null,
  signedOn: null,
  today: '2026-09-10',
});
const UNIT = {
  unitName: '安溪县总工会',
  issuerCode: '安工',
  area: '安溪县',
  contact: '',
  phone: '',
  address: '',
  email: '',
  postcode: '',
  upperUnion: '',
  laborDepartment: '',
  fondsName: '',
};

describe('卷内目录', () => {
  it('takes evidence behind its list, and numbers its pages with those of the papers', () => {
    const c = inState('C20', {
      documents: [paper(1, 'registrationForm'), paper(2, 'evidenceList'), paper(3, 'talkRecord')],
      evidence: [piece(2), piece(1, { pageCount: 1 }), piece(3, { isPaged: false, kindLabel: '录音录像' })],
    });
    const { rows, pageCount } = buildDossier(c, places, '安溪县总工会');
    expect(rows.map(({ title, pageFrom, pageTo }) => [title, pageFrom, pageTo])).toEqual([
      ['registrationForm', 1, 2],
      ['evidenceList', 3, 4],
      ['证据2 材料2', 5, 7],
      ['证据1 材料1', 8, 8],
      ['证据3 材料3', null, null],
      ['talkRecord', 9, 10],
    ]);
    expect(pageCount).toBe(10);
    expect(rows[2]).toMatchObject({ author: '精工机械', date: '2026-08-20', documentId: null });
    expect(rows[4]?.note).toBe('录音录像，以载体入卷');
  });

  it('marks what concerns the complainant', () => {
    const c = inState('C20', {
      evidence: [piece(1, { isRestricted: true }), piece(2, { obtainedOn: null })],
    });
    const { rows } = buildDossier(c, places, '');
    expect(rows.map((row) => row.hasPersonalData)).toEqual([true, false]);
    expect(rows[1]?.date).toBe('');
  });

  it('lacks the pages nobody counted, so that the file cannot be archived with wrong numbers', () => {
    const c = inState('C20', {
      evidence: [piece(1), piece(2, { pageCount: null }), piece(3, { pageCount: null, isPaged: false })],
    });
    const lacking = dossierMissing(c, places).filter((reason) => reason.startsWith('证据'));
    expect(lacking).toEqual(['证据2的页数（请在“证据材料”中填写）']);
    expect(buildDossier(c, places, '').rows[1]).toMatchObject({ pageFrom: null });
  });

  it('prints a range, a single page, and a dash for what has no page', () => {
    const input = inputOf([piece(1), piece(2, { pageCount: 1 }), piece(3, { isPaged: false })]);
    const { lists } = dossierIndex.placeholders(input);
    expect(lists?.dossier?.map((row) => row.index_pages)).toEqual(['1-3', '4', '—']);
  });
});

describe('证据登记表', () => {
  it('begins with the files of the case; a kind that is a file by now is not named twice', () => {
    const { evidence } = evidenceList.initial(
      inputOf([piece(1, { name: '考勤表', provider: '' }), piece(2, { isPaged: false, form: 'media' })]),
    );
    expect(evidence).toMatchObject([
      { name: '考勤表', origin: null, form: 'copy', pages: 3, obtainedOn: '2026-08-20', note: '证据1' },
      { name: '材料2', origin: '精工机械', form: 'media', pages: null, proves: null },
      { name: '工资表', pages: null },
    ]);
    expect((evidence as { proves: string | null }[])[0]?.proves).toBe('未付或者少付加班费');
  });
});
