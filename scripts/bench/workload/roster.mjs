import { writeFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import { employerName, phoneOf, townOf, usccOf } from './names.mjs';

const HEADERS = [
  '单位名称',
  '统一社会信用代码',
  '住所',
  '乡镇（街道）',
  '联系人',
  '联系电话',
  '职工人数',
  '是否建会',
];

/** An Excel roster as offices have them, as many rows as asked. */
export function writeRoster(path, count) {
  const rows = Array.from({ length: count }, (_, i) => [
    employerName(i + 1),
    usccOf(i),
    `安溪县${townOf(i)}工业路${i + 1}号`,
    townOf(i),
    '王经理',
    phoneOf(i),
    10 + (i % 900),
    i % 3 === 0 ? '是' : '否',
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([HEADERS, ...rows]), 'Sheet1');
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }));
}
