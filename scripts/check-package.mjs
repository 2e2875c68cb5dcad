/** What was packed, not what was asked for: the fuses in the binary, and that nothing but the program lies in the archive. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import asar from '@electron/asar';
import fuses from '@electron/fuses';
import { root } from './lib/paths.mjs';

const { FuseV1Options, getCurrentFuseWire } = fuses;
// As the bytes stand in the binary.
const [OFF, ON] = ['0', '1'].map((sign) => sign.charCodeAt(0));

const wanted = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  GrantFileProtocolExtraPrivileges: false,
};

const folder = join(root, 'dist/linux-unpacked');
const problems = [];
const wire = await getCurrentFuseWire(join(folder, 'union-casework'));
for (const [name, isOn] of Object.entries(wanted)) {
  const state = wire[FuseV1Options[name]];
  const isRight = state === (isOn ? ON : OFF);
  console.log(`${isRight ? 'ok ' : 'BAD'} fuse ${name} ${isOn ? 'on' : 'off'}`);
  if (!isRight) problems.push(name);
}

const archive = join(folder, 'resources/app.asar');
const files = asar.listPackage(archive, { isPack: false });
const strange = files.filter((file) =>
  /\.(?:ts|tsx|map|test\.js)$|[\\/](?:tests|scripts|docs)[\\/]/.test(file),
);
console.log(
  `${strange.length === 0 ? 'ok ' : 'BAD'} ${files.length} entries in app.asar, ${strange.length} that do not belong there`,
);
problems.push(...strange);
// Electron would take a folder of that name before anything else but for the fuse.
if (existsSync(join(folder, 'resources/app'))) problems.push('resources/app beside the archive');
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
