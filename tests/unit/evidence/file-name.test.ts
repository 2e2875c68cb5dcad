import { exportName, extensionOf, keptName, stemOf, UNNAMED } from '@shared/domain/evidence/file-name';
import { describe, expect, it } from 'vitest';

const JPG = { extensions: ['jpg', 'jpeg'] };

describe('a stranger’s file name', () => {
  it.each([
    ['现场照片.jpg', '现场照片'],
    ['C:\\Users\\王\\..\\现场.jpg', '现场'],
    ['/etc/../passwd', 'passwd'],
    ['..\\..\\x.png', 'x'],
    ['a\u0000b\u0007.png', 'a b'],
    // A mark that turns the reading round: gpj.exe would be shown as exe.jpg.
    ['照片\u202Egpj.exe', '照片 gpj'],
    ['  . 空格 .  .pdf', '空格'],
    ['...', UNNAMED],
    ['', UNNAMED],
    ['<>:"|?*.pdf', UNNAMED],
    ['a'.repeat(300), 'a'.repeat(80)],
    ['👷'.repeat(100), '👷'.repeat(80)],
  ])('%j is titled %j', (raw, stem) => {
    expect(stemOf(raw)).toBe(stem);
  });

  it('keeps an extension that fits its content and loses one that does not', () => {
    expect(keptName('a.JPEG', JPG)).toEqual({ name: 'a.jpeg', isCorrected: false });
    expect(keptName('a.jpg.exe', JPG)).toEqual({ name: 'a.jpg.jpg', isCorrected: true });
    expect(keptName('无扩展名', JPG)).toEqual({ name: '无扩展名.jpg', isCorrected: true });
    expect(extensionOf('.bashrc')).toBe('');
  });

  it.each(['con', 'CON', 'nul', 'com1', 'LPT9', 'con.tar', 'aux '])(
    '%s is no name of ours on Windows',
    (title) => {
      expect(exportName(null, title, 'pdf')).toBe(`_${title.trim()}.pdf`);
    },
  );

  it('leads with the number of the evidence', () => {
    expect(exportName(3, '现场照片', 'jpg')).toBe('证据3 现场照片.jpg');
    expect(exportName(3, 'con', 'jpg')).toBe('证据3 con.jpg');
    expect(exportName(null, '../..', 'jpg')).toBe(`${UNNAMED}.jpg`);
  });
});
