import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { renderDocx } from '../../../electron/platform/documents/engine/render-docx';
import { reminderLetter } from '../../../tests/documents/engine/samples';
import { employerName, townOf } from './names.mjs';
import { asked, tell, timed } from './tell.mjs';

/** One of: `ours` makes letters from models, `template` fills a .docx, `flat` writes sources for LibreOffice. */

const { step, folder, count } = asked();
const placeholders = { no: '{no}', employer: '{employer}', fact: '{fact}', n: '{n}' };
const valuesOf = (i) => ({
  no: `安工劳监提〔2026〕${i + 1}号`,
  employer: employerName(i + 1),
  fact: `${townOf(i)}第${i + 1}车间排班每日工作时间超过十小时`,
  n: String(10 + (i % 50)),
});

/** The sample letter about somebody else: number, addressee, facts and figures differ from letter to letter. */
function letterOf({ no, employer, fact, n }) {
  const blocks = reminderLetter.blocks.map((block) =>
    block.key === 'fact-1'
      ? { ...block, runs: [{ text: `（一）2026年6月至8月，${fact}，涉及职工${n}人；` }] }
      : block,
  );
  return { ...reminderLetter, documentNo: no, addressee: employer, blocks };
}

const path = (i, extension) => join(folder, `${step}-${i}.${extension}`);

if (step === 'ours') {
  const time = await timed(async () => {
    for (let i = 0; i < count; i += 1)
      writeFileSync(path(i, 'docx'), await renderDocx(letterOf(valuesOf(i))));
  });
  tell({ time });
} else if (step === 'template') {
  // The template is the same letter with the places to fill, as an office would keep it.
  const file = join(folder, 'template.docx');
  writeFileSync(file, await renderDocx(letterOf(placeholders)));
  const template = readFileSync(file);
  const time = await timed(async () => {
    for (let i = 0; i < count; i += 1) {
      const document = new Docxtemplater(new PizZip(template));
      document.render(valuesOf(i));
      writeFileSync(
        path(i, 'docx'),
        document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' }),
      );
    }
  });
  tell({ time });
} else {
  for (let i = 0; i < count; i += 1) writeFileSync(path(i, 'docx'), await renderDocx(letterOf(valuesOf(i))));
  tell({});
}
