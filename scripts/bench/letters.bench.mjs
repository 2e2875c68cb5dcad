import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { capture } from '../lib/exec.mjs';
import { median, milliseconds, table } from './figures.mjs';
import { bundle } from './lib/bundle.mjs';
import { runAsNode, withFolder } from './lib/electron.mjs';

export const name = 'Letters: different letters to .docx files, against a template filler and LibreOffice';

const ROUNDS = 3;
/** LibreOffice makes this many; its time is carried over to the full number. */
const SAMPLE = 100;

export async function run({ isQuick }) {
  const count = isQuick ? 100 : 1000;
  const script = join(await bundle({ letters: 'scripts/bench/workload/letters.mjs' }), 'letters.mjs');
  return withFolder(async (folder) => {
    const [ours, template] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push((await runAsNode(script, { step: 'ours', folder, count })).time);
      template.push((await runAsNode(script, { step: 'template', folder, count })).time);
    }
    const own = median(ours);
    const office = (await libreOfficeTime(script, folder)) * (count / SAMPLE);
    const against = (what, peer, limit) => ({
      what: `${count.toLocaleString('en')} letters against ${what}`,
      value: milliseconds(own),
      peer: milliseconds(peer),
      measured: peer / own,
      limit: -limit,
    });
    return [
      ...table([against('docxtemplater', median(template), 2), against('LibreOffice', office, 20)]),
      `LibreOffice wrote ${SAMPLE} letters to .docx in one run of its own, start included; taken times ${count / SAMPLE}`,
    ];
  });
}

/** Milliseconds in which LibreOffice reads and writes the letters, as its mail merge does for each record. */
async function libreOfficeTime(script, folder) {
  const source = join(folder, 'source');
  mkdirSync(source);
  await runAsNode(script, { step: 'source', folder: source, count: SAMPLE });
  const files = readdirSync(source).map((file) => join(source, file));
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const convert = [
    '--headless',
    profile,
    '--convert-to',
    'docx:MS Word 2007 XML',
    '--outdir',
    join(folder, 'office'),
  ];
  const began = performance.now();
  const { code, stderr } = await capture('soffice', [...convert, ...files]);
  if (code !== 0) throw new Error(`LibreOffice ended with code ${code}: ${stderr}`);
  return performance.now() - began;
}
