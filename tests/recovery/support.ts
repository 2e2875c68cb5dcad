import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EMPTY_EMPLOYER } from '@shared/contract/employers';
import type { TestOffice } from '../builders/office';

/** What every test of copies does: a record, a copy to a stick, a look at what stands there. */

export const rootOn = (stick: string): string => join(stick, '工会案管备份');

/** Names of whole sets, oldest first. */
export const setsOn = (stick: string): string[] =>
  existsSync(rootOn(stick))
    ? readdirSync(rootOn(stick))
        .filter((name) => existsSync(join(rootOn(stick), name, 'manifest.json')))
        .sort()
    : [];

export const addEmployer = (office: TestOffice, name: string) =>
  office.must('employers.save', { id: null, revision: 0, employer: { ...EMPTY_EMPLOYER, name } });

export const employersOf = (office: TestOffice) =>
  office.sqlite.prepare('select name from employer order by id').pluck().all();

export async function copyTo(office: TestOffice, folder: string) {
  office.ports.next.folder = folder;
  const made = await office.must('backup.runTo', {});
  if (!made) throw new Error('nothing was made');
  return made;
}

export async function chooseFolder(office: TestOffice, folder: string, settings = {}): Promise<void> {
  const { revision } = await office.must('backup.settings.get', {});
  await office.must('backup.settings.save', { revision, settings: { folder, ...settings } });
}
