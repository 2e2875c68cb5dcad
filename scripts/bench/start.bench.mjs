import { median, rounded, table } from './figures.mjs';
import { withFolder } from './lib/electron.mjs';
import { EMPTY, OURS, paintedAt, unlock, withWindow } from './lib/window.mjs';

export const name = 'Start: from the command to the first data on the screen';

/** Compares the application with an Electron window that shows one word, each started alone and in turn. */
export async function run({ isQuick }) {
  const rounds = isQuick ? 2 : 5;
  const times = { empty: [], login: [], data: [] };
  await withFolder(async (folder) => {
    // The first round makes the sample data and fills the disk cache: it is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      const empty = await withWindow(
        EMPTY,
        `${folder}/empty`,
        async ({ page, began }) => (await paintedAt(page)) - began,
      );
      const [login, opening] = await withWindow(OURS, `${folder}/ours`, async ({ page, began }) => [
        (await paintedAt(page)) - began,
        await unlock(page),
      ]);
      if (round === 0) continue;
      times.empty.push(empty);
      times.login.push(login);
      times.data.push(login + opening);
    }
  });
  const against = (what, values) => ({
    what,
    value: rounded(values),
    peer: `empty window ${rounded(times.empty)}`,
    measured: median(values) / median(times.empty),
    limit: 1.4,
  });
  return [
    ...table([
      against('login page painted', times.login),
      against('login page, unlocking and first data painted', times.data),
    ]),
    'the time a person takes to type the password is left out; deriving the key from it is not',
  ];
}
