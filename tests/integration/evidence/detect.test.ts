import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { detectType } from '../../../electron/platform/evidence/detect';
import { openSource } from '../../../electron/platform/evidence/source';
import { loadResources } from '../../../electron/platform/resources/resources';
import { RESOURCES_FOLDER } from '../../builders/office';
import { makePdf, PNG } from '../../builders/sample-files';
import { writeSource } from './support';

/** What a file is, told by its content: names lie. */

const catalogue = loadResources(RESOURCES_FOLDER).evidence;

async function typeOf(name: string, bytes: Uint8Array): Promise<string> {
  const source = { type: 'file', path: writeSource('x', bytes) } as const;
  const opened = await openSource(source);
  try {
    return (await detectType(source, opened, name, catalogue)).mediaType;
  } finally {
    await opened.close();
  }
}

const ascii = (text: string) => Buffer.from(text, 'latin1');
const wide = (text: string) => Buffer.from(text, 'utf16le');
const office = (kind: string, extra: Record<string, Uint8Array> = {}) =>
  zipSync({
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="${kind}"/></Types>`,
    ),
    ...extra,
  });
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** An old Office file as far as anybody looks: its head, and names of streams. */
const compound = (...streams: string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    ...streams.flatMap((stream) => [wide(stream), Buffer.alloc(40)]),
  ]);

describe('is taken in', () => {
  it.each([
    ['a.png', PNG, 'image/png'],
    ['a.exe', PNG, 'image/png'],
    ['a.pdf', makePdf(1), 'application/pdf'],
    ['a.jpg', Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(40)]), 'image/jpeg'],
    ['a.docx', office(`${DOCX}.main+xml`), DOCX],
    ['a.doc', compound('Root Entry', 'WordDocument'), 'application/msword'],
    ['a.xls', compound('Root Entry', 'Workbook'), 'application/vnd.ms-excel'],
    ['a.ofd', zipSync({ 'OFD.xml': strToU8('<ofd/>') }), 'application/ofd'],
    ['聊天记录.txt', strToU8('9月3日 14:02 王某：请提交工资表\r\n'), 'text/plain'],
    ['记事本.txt', Buffer.from('c4e3bac3cac0bde7', 'hex'), 'text/plain'],
    ['a.amr', ascii('#!AMR\n'.padEnd(60)), 'audio/amr'],
    [
      'a.wav',
      Buffer.concat([ascii('RIFF'), Buffer.alloc(4), ascii('WAVEfmt '), Buffer.alloc(40)]),
      'audio/wav',
    ],
    [
      'a.mp4',
      Buffer.concat([Buffer.from('00000018', 'hex'), ascii('ftypisom'), Buffer.alloc(60)]),
      'video/mp4',
    ],
  ])('%s', async (name, bytes, mediaType) => {
    expect(await typeOf(name, bytes)).toBe(mediaType);
  });
});

describe('is refused, with the reason', () => {
  const exe = Buffer.concat([ascii('MZ'), Buffer.alloc(200)]);
  it.each([
    ['photo.jpg', exe, '程序'],
    ['a.exe', exe, '程序'],
    ['a.png', Buffer.concat([Buffer.from('7f454c46', 'hex'), Buffer.alloc(200)]), '程序'],
    ['照片.lnk', Buffer.from('4c0000000114020000000000c000000000000046'.padEnd(200, '0'), 'hex'), '快捷方式'],
    ['a.msi', compound('Root Entry', 'Property'), '程序'],
    ['a.doc', compound('WordDocument', 'Macros', '_VBA_PROJECT'), '宏'],
    ['a.doc', compound('EncryptedPackage', 'WordDocument'), '打开密码'],
    ['a.docm', office('application/vnd.ms-word.document.macroEnabled.main+xml'), '宏'],
    ['a.docx', office(`${DOCX}.main+xml`, { 'word/vbaProject.bin': new Uint8Array(9) }), '宏'],
    ['a.zip', zipSync({ 'a.exe': exe }), '压缩包'],
    ['a.pdf', zipSync({ 'a.pdf': makePdf(1) }), '压缩包'],
    ['a.7z', Buffer.from('377abcaf271c0004'.padEnd(80, '0'), 'hex'), '压缩包'],
    ['a.rar', Buffer.from('526172211a0700'.padEnd(80, '0'), 'hex'), '压缩包'],
    ['a.html', strToU8('<!doctype html><script>1</script>'), '类型'],
    ['a.txt', strToU8('<html><script>1</script>'), '网页'],
    ['a.txt', strToU8('#!/bin/sh\nrm -rf /\n'), '网页'],
    ['a.svg', strToU8('<svg xmlns="http://www.w3.org/2000/svg"/>'), '类型'],
    ['a.svg', strToU8('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), '网页'],
    ['a.bat', strToU8('@echo off\r\ndel *.*\r\n'), '类型'],
    ['a.vbs', strToU8('MsgBox 1'), '类型'],
    ['a.ps1', strToU8('Get-Process'), '类型'],
    ['a.txt', Buffer.from([0x41, 0, 1, 2, 3]), '不是文字'],
    ['a.jpg', strToU8('只是文字'), '类型'],
  ])('%s', async (name, bytes, reason) => {
    await expect(typeOf(name, bytes)).rejects.toMatchObject({
      code: 'REFUSED',
      message: expect.stringContaining(reason),
    });
  });

  it('a mark that lies across two readings', async () => {
    for (const shift of [-30, -20, -10, 0]) {
      const bytes = Buffer.concat([
        compound('WordDocument'),
        Buffer.alloc(256 * 1024 - compound('WordDocument').length + shift),
        wide('_VBA_PROJECT'),
        Buffer.alloc(1000),
      ]);
      await expect(typeOf('a.doc', bytes)).rejects.toMatchObject({ message: expect.stringContaining('宏') });
    }
  });
});
