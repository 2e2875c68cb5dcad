import { characterCount, cleanText, compactText, judgeText } from '@shared/domain/kernel/text-input';
import { describe, expect, it } from 'vitest';

const longText = { label: '事实经过', maxLength: 50, isMultiline: true };
const shortText = { label: '单位名称', maxLength: 10, isMultiline: false };

describe('typed and pasted text', () => {
  it.each([
    ['工资未发。\n加班未付。', '工资未发。\n加班未付。'],
    ['  两端空格 \u3000', '两端空格'],
    ['一\r\n二\r三\u2028四\v五\f六\u0085七', '一\n二\n三\n四\n五\n六\n七'],
    ['行末空格  \n下一行', '行末空格\n下一行'],
    ['零\u200B宽\u200D字\uFEFF符\u2060', '零宽字符'],
    ['反\u202E转\u2066向\u200F', '反转向'],
    ['软\u00AD连字', '软连字'],
    ['控\u0000制\u0007字\u001B符\u007F\u0090', '控制字符'],
    ['不\u00A0换\u2009行\u202F空', '不 换 行 空'],
    ['制表\t保留', '制表\t保留'],
    ['𠮷姓与emoji👍', '𠮷姓与emoji👍'],
    ['工资<2000元，人数>3', '工资<2000元，人数>3'],
    ['a < b 和 R&D 部门', 'a < b 和 R&D 部门'],
    ['', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(judgeText(text, longText)).toEqual({ isOk: true, text: expected });
  });

  it('puts a short text on one line', () => {
    expect(judgeText('安溪\n机械\t厂', shortText)).toEqual({ isOk: true, text: '安溪 机械 厂' });
    expect(cleanText('一 \n\n 二', false)).toBe('一 二');
  });

  it.each([
    '<o:p></o:p>工资',
    '<w:p w:rsidR="0">',
    '</m:t>',
    '<span style="color:red">工资</span>',
    '<SPAN>工资',
    '<p class=MsoNormal>工资</p>',
    'mso-fareast-language:ZH-CN',
    'mso-spacerun: yes',
    '<br/>',
    '<div\nid="a">',
    '<!--[if gte mso 9]>',
    '<?xml version="1.0"?>',
    '工资&nbsp;未发',
    '工资&#160;未发',
    '<b>重要</b>',
  ])('refuses markup: %s', (text) => {
    expect(judgeText(text, longText)).toEqual({
      isOk: false,
      message: expect.stringContaining('「事实经过」中带有'),
    });
  });

  it.each(['乱\uFFFD码', '半\uD83D个', '半\uDC4D个', '\uD83D'])('refuses broken characters: %j', (text) => {
    expect(judgeText(text, longText)).toEqual({
      isOk: false,
      message: expect.stringContaining('无法识别的字符'),
    });
  });

  it('counts characters as people do, after cleaning', () => {
    expect(judgeText('一二三四五六七八九十', shortText)).toMatchObject({ isOk: true });
    expect(judgeText('𠮷二三四五六七八九十', shortText)).toMatchObject({ isOk: true });
    expect(judgeText('一二三四五\u200B六七八九十  ', shortText)).toMatchObject({ isOk: true });
    expect(judgeText('一二三四五六七八九十多', shortText)).toEqual({
      isOk: false,
      message: '「单位名称」最多填写 10 个字，现在有 11 个字，请精简',
    });
    expect(characterCount('👍𠮷a')).toBe(3);
  });

  it('compacts codes', () => {
    expect(compactText(' １３８ 0000\u200B\u00A01234\n')).toBe('13800001234');
  });
});
