import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestOffice } from '../../builders/office';
import { type MainCase, openMainCase } from './support';

/** What the papers of a case say in its list, and 全部定稿. */

let office: TestOffice;
let main: MainCase;

beforeAll(async () => {
  main = await openMainCase('reminderLetter.serve');
  office = main.office;
}, 60_000);

afterAll(() => office.close());

const caseNow = () => office.must('supervision.case.get', { id: main.caseId });
const rowsOf = async (kind: string) => (await caseNow()).documents.filter((row) => row.kind === kind);

describe('the list of papers', () => {
  it('says of which letter a paper is', async () => {
    const [letter] = await rowsOf('reminderLetter');
    const { id } = await office.must('documents.create', {
      caseId: main.caseId,
      kind: 'proofOfService',
      basedOnId: letter!.id,
    });
    const proof = (await rowsOf('proofOfService')).find((row) => row.id === id);
    expect(proof?.aboutText).toBe('《工会劳动法律监督提示函》（安工劳监提〔2026〕1号）');
    expect(letter).toMatchObject({ aboutText: '', isRecord: false, takesNumber: true });
    expect(proof).toMatchObject({ isRecord: true, takesNumber: false, statusLabel: '拟稿' });
  });
});

describe('a record with a gap', () => {
  it('is not finalised, and the button says why', async () => {
    const [record] = await rowsOf('interviewRecord');
    const { document, values, edits } = await office.must('documents.get', { id: record!.id });
    const saved = await office.must('documents.save', {
      id: document.id,
      revision: document.revision,
      values: { ...values, interviewee: null },
      edits,
    });
    const { actions } = await office.must('documents.get', { id: record!.id });
    expect(actions.find(({ key }) => key === 'finalise')).toMatchObject({
      isEnabled: false,
      reason: expect.stringContaining('被询问人'),
    });
    const act = {
      id: saved.id,
      revision: saved.revision,
      action: 'finalise',
      values: { finalisedOn: '2026-09-08' },
    };
    expect(await office.invoke('documents.act', act)).toMatchObject({
      ok: false,
      error: { code: 'REFUSED', message: expect.stringContaining('被询问人') },
    });
  });
});

describe('全部定稿', () => {
  it('finalises each sound record and tells of the others why not', async () => {
    const before = (await caseNow()).documents.filter((row) => row.isRecord && row.status === 'D01');
    expect(before.length).toBeGreaterThan(3);
    const { items } = await office.must('documents.finaliseAll', { caseId: main.caseId });
    expect(items.map(({ documentId }) => documentId).sort()).toEqual(before.map(({ id }) => id).sort());

    const after = new Map((await caseNow()).documents.map((row) => [row.id, row]));
    for (const { documentId, isDone, reason } of items) {
      expect(after.get(documentId)).toMatchObject(
        isDone
          ? { status: 'D11', statusLabel: '已定稿', isSealed: true }
          : { status: 'D01', isSealed: false },
      );
      expect(reason === '').toBe(isDone);
    }
    const [record] = await rowsOf('interviewRecord');
    expect(items.find(({ documentId }) => documentId === record!.id)).toMatchObject({
      isDone: false,
      reason: expect.stringContaining('被询问人'),
    });
    expect(items.filter(({ isDone }) => isDone).length).toBeGreaterThan(2);
    // A record bears the day of what it tells of, not the day of the button.
    const [talk] = await rowsOf('talkRecord');
    expect(talk).toMatchObject({ status: 'D11', signedOn: '2026-09-07' });
  });

  it('leaves the letters alone and has nothing left to do the second time but the one with a gap', async () => {
    expect((await rowsOf('reminderLetter'))[0]).toMatchObject({ status: 'D08' });
    const { items } = await office.must('documents.finaliseAll', { caseId: main.caseId });
    expect(items.every(({ isDone }) => !isDone)).toBe(true);
  });
});
