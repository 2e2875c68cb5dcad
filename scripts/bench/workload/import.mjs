import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import { createEmployerImportTasks } from '../../../electron/platform/exchange/employer-import.tasks';
import { openOffice } from './office.mjs';
import { writeRoster } from './roster.mjs';
import { asked, tell, timed } from './tell.mjs';

/** One of: `roster` writes the file, `parse` reads it with the library alone, `import` reads, judges and saves it. */

const { step, folder, resourcesFolder, count } = asked();
const path = join(folder, 'roster.xlsx');

if (step === 'roster') {
  writeRoster(path, count);
  tell({});
} else if (step === 'parse') {
  tell({
    parsing: await timed(async () =>
      read(readFileSync(path), { type: 'array', dense: true, cellHTML: false }),
    ),
  });
} else {
  const office = await openOffice({ folder: join(folder, `office-${process.pid}`), resourcesFolder });
  const { databasePath, dataKey } = office;
  const tasks = createEmployerImportTasks();
  const progress = () => undefined;
  const reading = await timed(() =>
    tasks['employers.read']({ databasePath, dataKey, path, mapping: null }, progress),
  );
  const who = { accountId: 1, accountName: '王敏', at: '2026-09-10T00:00:00.000Z', skipErrors: false };
  const writing = await timed(async () => {
    const { inserted } = await tasks['employers.write']({ databasePath, dataKey, ...who }, progress);
    if (inserted !== count) throw new Error(`${inserted} of ${count} rows were saved`);
  });
  tell({ reading, writing });
  await office.close();
}
