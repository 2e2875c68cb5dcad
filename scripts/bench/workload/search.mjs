import { addEmployers, addPeople, inBulk } from './fill.mjs';
import { employerName, idNumberOf, personName, phoneOf, usccOf } from './names.mjs';
import { openOffice } from './office.mjs';
import { asked, tell, timed } from './tell.mjs';

/** Search as somebody types, key by key, and the words that match the most. */

const { folder, resourcesFolder, count, records } = asked();
const office = await openOffice({ folder, resourcesFolder });
const filling = await timed(async () =>
  inBulk(office.sqlite, ['employer', 'person'], () => {
    addEmployers(office.sqlite, count);
    addPeople(office.sqlite, count);
  }),
);

const search = (text) => timed(() => office.must('search.global', { text, limit: 10 }));
/** 张, 张秀, 张秀英: what stands in the box after each key. */
const keys = (text) => [...text].map((_, i, all) => all.slice(0, i + 1).join(''));

const slow = [];
const times = {
  'name of an employer': [],
  'middle of a name': [],
  'name of a person': [],
  initials: [],
  'tail of an ID number': [],
  'phone number': [],
  'credit code': [],
};
for (let i = 0; i < records; i += 1) {
  const id = 1 + ((i * 7_919) % count);
  const typed = {
    'name of an employer': keys(employerName(id)),
    'middle of a name': keys(employerName(id).slice(2, 8)),
    'name of a person': keys(personName(id)),
    initials: keys(
      ['zs', 'wxy', 'lgh', 'axjg', 'yxgs', 'jgjx', 'chenw', 'zhangx', 'wangj', 'ouyang'][i % 10],
    ),
    'tail of an ID number': keys(idNumberOf(id).slice(-(i % 2 === 0 ? 4 : 6))),
    'phone number': keys(phoneOf(id)),
    'credit code': keys(usccOf(id % 1_000_000)),
  };
  for (const [what, texts] of Object.entries(typed))
    for (const text of texts) {
      const time = await search(text);
      times[what].push(time);
      slow.push([text, time]);
    }
}

/** The slowest keys once more: what was slow only because the machine was busy is fast now. */
const slowest = {};
for (const [text] of slow.sort((a, b) => b[1] - a[1]).slice(0, 12)) {
  slowest[text] = [];
  for (let round = 0; round < 10; round += 1) slowest[text].push(await search(text));
}

const HOSTILE = [
  '公',
  '有限公司',
  '张',
  '伟',
  'z',
  'zs',
  'g',
  'yxgs',
  'wang',
  '1',
  '9',
  '91330000',
  '91330000ma0',
  '330000',
  '厂 公司',
  '张 王',
  '安溪 合作社',
  '精工机械有限公司 云州',
];
const hostile = {};
for (const text of HOSTILE) {
  hostile[text] = [];
  for (let round = 0; round < 30; round += 1) hostile[text].push(await search(text));
}
tell({ times, slowest, hostile, filling });
await office.close();
