import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { everyCase } from '@shared/contract/cases';
import { auditHeadText } from '@shared/domain/kernel/audit-head';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditHead } from '../../../electron/platform/audit/audit.repository';
import { createTestOffice, type TestOffice } from '../../builders/office';
import { tellStory } from '../../builders/story';

/** Lists on paper carry the head of the log, as the ledgers do: whoever keeps one notices a log cut short. */

let office: TestOffice;
beforeAll(async () => {
  office = await createTestOffice();
  await tellStory(office);
});
afterAll(() => office.close());

const headNow = async () => auditHeadText(await auditHead(office.session.reader.db));
const noteOf = (path: string): string => {
  const [sheet] = Object.values(read(readFileSync(path)).Sheets);
  if (!sheet) throw new Error('the workbook has a sheet');
  return utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false })[1]?.[0] ?? '';
};

describe('under its title', () => {
  it('the list of cases names the last row of the log before it', async () => {
    const path = join(office.folder, '案件清单.xlsx');
    office.ports.next.save = path;
    const head = await headNow();
    await office.must('cases.export', everyCase('supervision'));
    expect(noteOf(path)).toBe(`截至 2026-09-10，共 1 件；${head}`);
  });

  it('so does the roster of employers, and can still be read in again', async () => {
    const path = join(office.folder, '单位名册.xlsx');
    office.ports.next.save = path;
    const head = await headNow();
    await office.must('employers.export', { text: '', town: '', industry: '' });
    expect(noteOf(path)).toBe(`截至 2026-09-10，共 3 家；${head}`);
    office.ports.next.file = path;
    const preview = await office.must('employers.import.preview', { mapping: null });
    expect(preview).toMatchObject({ rowCount: 3 });
  });

  it('an empty template names none', async () => {
    const path = join(office.folder, '模板.xlsx');
    office.ports.next.save = path;
    await office.must('employers.import.template', {});
    expect(noteOf(path)).toBe('');
  });
});
