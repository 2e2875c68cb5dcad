import { maskBankCard, maskIdNumber, maskName, maskPhone } from '@shared/domain/kernel/masking';
import { surnameOf } from '@shared/domain/kernel/surname';
import { describe, expect, it } from 'vitest';

describe('masking', () => {
  it.each([
    [maskIdNumber, '11010519491231002X', '110***********002X'],
    [maskIdNumber, '1101052', '*******'],
    [maskIdNumber, '', ''],
    [maskPhone, '13800001234', '138****1234'],
    [maskPhone, '0574-87654321', '0574-****4321'],
    [maskPhone, '02187654321', '021****4321'],
    [maskPhone, '12351', '*****'],
    [maskPhone, '', ''],
    [maskName, '张三', '张*'],
    [maskName, ' 张三丰 ', '张**'],
    [maskName, '欧阳修', '欧阳*'],
    [maskName, '欧阳', '欧*'],
    [maskName, '张', '张*'],
    [maskName, '买买提·艾力', '买*****'],
    [maskName, '𠮷三', '𠮷*'],
    [maskName, '', ''],
    [maskBankCard, '6222021234567890123', '**** **** **** 0123'],
    [maskBankCard, '6222 0212 3456 7890', '**** **** **** 7890'],
    [maskBankCard, '123', '***'],
  ] as const)('%o %s', (mask, text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    ['诸葛亮', '诸葛'],
    ['司马', '司'],
    ['李白', '李'],
    ['', ''],
  ])('surname of %s', (name, surname) => {
    expect(surnameOf(name)).toBe(surname);
  });
});
