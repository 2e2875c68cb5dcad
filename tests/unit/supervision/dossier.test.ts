import type { DocumentData } from '@shared/domain/supervision/case-data';
import { buildDossier, dossierMissing } from '@shared/domain/supervision/dossier';
import { describe, expect, it } from 'vitest';
import { catalogue, documentData, event, inState } from './samples';

const places = catalogue.options['dossier-order'].items;

describe('dossier', () => {
  const paper = (id: number, kind: string, over: Partial<DocumentData> = {}) =>
    documentData({ id, kind, title: kind, status: 'D11', signedOn: '2026-08-20', pageCount: 2, ...over });

  it('numbers the pages in the default order', () => {
    const c = inState('C20', {
      documents: [
        paper(1, 'opinionLetter', { signedOn: '2026-09-01', documentNo: '意1' }),
        paper(2, 'proofOfService', { basedOnId: 1, signedOn: null, servedOn: '2026-09-03', status: 'D01' }),
        paper(3, 'reminderLetter', { status: 'D99', documentNo: '提1' }),
        paper(4, 'reminderLetter', { status: 'D99' }),
        paper(5, 'reminderLetter', { status: 'D02' }),
        paper(6, 'registrationForm', { pageCount: 0 }),
        paper(7, 'dossierIndex'),
        paper(8, 'talkRecord', { status: 'D99' }),
        paper(9, 'unknownKind', { status: 'D11' }),
        paper(10, 'reminderLetter', { status: 'D11', signedOn: '2026-08-10' }),
        paper(11, 'proofOfService', { basedOnId: 77, signedOn: null }),
        paper(12, 'interviewRecord', { signedOn: null, status: 'D01' }),
      ],
    });
    const { rows, pageCount } = buildDossier(c, places, '安溪县总工会');
    expect(rows.map((row) => `${row.documentId}:${row.pageFrom}-${row.pageTo}${row.note}`)).toEqual([
      '6:1-1',
      '11:2-3',
      '12:4-5',
      '10:6-7',
      '3:8-9作废',
      '1:10-11',
      '2:12-13',
      '9:14-15',
    ]);
    expect(pageCount).toBe(15);
    expect(rows[0]).toMatchObject({ hasPersonalData: true, author: '安溪县总工会' });
    expect(rows.find((row) => row.documentId === 2)?.date).toBe('2026-09-03');
    expect(rows.find((row) => row.documentId === 12)?.date).toBe('');
  });

  it('says what is missing on this course of the case', () => {
    const full = ['registrationForm', 'dossierIndex', 'filingNote'].map((kind, id) => paper(id + 1, kind));
    expect(dossierMissing(inState('C20', { documents: full }), places)).toEqual([]);
    expect(
      dossierMissing(
        inState('C20', { documents: full, events: [event('accept'), event('approveClose')] }),
        places,
      ),
    ).toEqual(['办理（立案）审批表', '结案报告、结案审批表']);
    expect(
      dossierMissing(
        inState('C20', { documents: [...full, paper(9, 'opinionLetter', { status: 'D03' })] }),
        places,
      ),
    ).toEqual(['意见书尚未发出（请办结或者作废）']);
    expect(
      dossierMissing(
        inState('C20', { documents: [...full, paper(9, 'opinionLetter', { serviceOutcome: 'served' })] }),
        places,
      ),
    ).toEqual(['送达回证 1 份']);
  });
});
