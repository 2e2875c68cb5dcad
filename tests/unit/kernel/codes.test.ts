import {
  ageOn,
  checkIdNumber,
  idNumberCheckCharacter,
  judgeIdNumber,
  makeIdNumber,
} from '@shared/domain/kernel/id-number';
import { judgePhone, normalizePhone } from '@shared/domain/kernel/phone';
import { checkUscc, judgeUscc, makeUscc, usccCheckCharacter } from '@shared/domain/kernel/uscc';
import { describe, expect, it } from 'vitest';

describe('居民身份证号', () => {
  it('accepts the example of the standard', () => {
    // GB 11643-1999, annex A: 11010519491231002X.
    expect(checkIdNumber('11010519491231002X')).toEqual({
      isValid: true,
      idNumber: '11010519491231002X',
      birthOn: '1949-12-31',
      sex: '女',
    });
    expect(checkIdNumber(' 110105 19491231 002x ').isValid).toBe(true);
    expect(checkIdNumber('１１０１０５１９４９１２３１００２Ｘ').isValid).toBe(true);
  });

  it.each([
    ['', 'length'],
    ['1101051949123100', 'length'],
    ['110105491231002', 'length'],
    ['110105194912310021X', 'length'],
    ['1101051949123100AX', 'characters'],
    ['11010519490231002X', 'birthDate'],
    ['11010518991231002X', 'birthDate'],
    ['110105194912310021', 'check'],
    ['110105194912310120', 'check'],
  ])('%s: %s', (text, reason) => {
    expect(checkIdNumber(text)).toMatchObject({ isValid: false, reason });
    expect(judgeIdNumber(text)).toMatch(/^身份证号/);
  });

  it('tells the old form from a wrong length', () => {
    expect(judgeIdNumber('110105491231002')).toContain('15位旧号');
    expect(judgeIdNumber('11010')).toContain('现在有5位');
    expect(judgeIdNumber('11010519491231002X')).toBe('');
  });

  it('refuses a birth date in the future when it knows today', () => {
    const unborn = makeIdNumber({ birthOn: '2026-12-31', sequence: 1 });
    expect(checkIdNumber(unborn, '2026-09-11')).toMatchObject({ isValid: false, reason: 'future' });
    expect(checkIdNumber(unborn, '2026-12-31').isValid).toBe(true);
    expect(checkIdNumber(unborn).isValid).toBe(true);
    expect(judgeIdNumber(unborn, '2026-09-11')).toContain('出生日期晚于今天');
  });

  it('finds every single wrong digit and every swap of neighbours', () => {
    const valid = makeIdNumber({ region: '330282', birthOn: '1986-04-09', sequence: 217 });
    for (let place = 0; place < 17; place += 1) {
      for (let digit = 0; digit <= 9; digit += 1) {
        const typed = valid.slice(0, place) + digit + valid.slice(place + 1);
        expect(checkIdNumber(typed).isValid).toBe(typed === valid);
      }
      const swapped = valid.slice(0, place) + valid[place + 1] + valid[place] + valid.slice(place + 2);
      expect(checkIdNumber(swapped).isValid).toBe(swapped === valid);
    }
  });

  it('makes valid numbers of either sex', () => {
    for (let sequence = 0; sequence < 1000; sequence += 37) {
      const made = makeIdNumber({ birthOn: '1990-02-28', sequence });
      expect(checkIdNumber(made)).toMatchObject({
        isValid: true,
        birthOn: '1990-02-28',
        sex: sequence % 2 === 1 ? '男' : '女',
      });
      expect(idNumberCheckCharacter(made)).toBe(made[17]);
    }
  });

  it.each([
    { birthOn: '1990-02-30', sequence: 1 },
    { birthOn: '1990-02-28', sequence: 1000 },
    { birthOn: '1990-02-28', sequence: -1 },
    { birthOn: '1990-02-28', sequence: 1.5 },
    { region: '33', birthOn: '1990-02-28', sequence: 1 },
  ])('makes none of %j', (parts) => {
    expect(() => makeIdNumber(parts)).toThrow(RangeError);
  });

  it.each([
    ['1990-09-11', '2026-09-10', 35],
    ['1990-09-11', '2026-09-11', 36],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
  ])('born %s, on %s: %i', (birthOn, onDate, age) => {
    expect(ageOn(birthOn, onDate)).toBe(age);
  });
});

describe('统一社会信用代码', () => {
  it('accepts published codes', () => {
    // Codes widely published as examples.
    for (const code of ['91350100M000100Y43', '9144030071526726XG']) {
      expect(checkUscc(code)).toEqual({ isValid: true, uscc: code, region: code.slice(2, 8) });
    }
    expect(checkUscc('9144 0300 7152 6726xg').isValid).toBe(true);
    expect(checkUscc('９１４４０３００７１５２６７２６ＸＧ').isValid).toBe(true);
    expect(judgeUscc('9144030071526726XG')).toBe('');
  });

  it.each([
    ['', 'length'],
    ['9144030071526726X', 'length'],
    ['9144030071526726OG', 'characters'],
    ['9144030071526726S5', 'characters'],
    ['9144030071526726×G', 'characters'],
    ['914403A071526726XG', 'region'],
    ['9144030071526726XH', 'check'],
    ['9144030071562726XG', 'check'],
  ])('%s: %s', (text, reason) => {
    expect(checkUscc(text)).toMatchObject({ isValid: false, reason });
    expect(judgeUscc(text)).toMatch(/^统一社会信用代码/);
  });

  it('names the letter that does not exist', () => {
    expect(judgeUscc('9144030071526726OG')).toContain('“O”');
    expect(judgeUscc('123')).toContain('现在有3位');
  });

  it('makes valid codes, the organisation code included', () => {
    expect(makeUscc({ region: '330282', serial: 1 })).toMatch(/^91330282MA000001[0-9X][0-9A-Z]$/);
    const made = new Set<string>();
    for (let serial = 0; serial < 500; serial += 1) {
      const code = makeUscc({ serial, prefix: '52' });
      expect(checkUscc(code).isValid).toBe(true);
      expect(usccCheckCharacter(code)).toBe(code[17]);
      made.add(code);
    }
    expect(made.size).toBe(500);
  });

  it.each([{ serial: -1 }, { serial: 1.5 }, { serial: 1_000_000 }, { serial: 1, region: '33028' }])(
    'makes none of %j',
    (parts) => {
      expect(() => makeUscc(parts)).toThrow(RangeError);
    },
  );
});

describe('telephone numbers', () => {
  it.each([
    ['13800001234', '13800001234'],
    ['138 0000 1234', '13800001234'],
    ['+86 13800001234', '13800001234'],
    ['008613800001234', '13800001234'],
    ['１３８００００１２３４', '13800001234'],
    ['0574-87654321', '0574-87654321'],
    ['0574—87654321', '0574-87654321'],
    ['（0574）87654321', '0574-87654321'],
    ['057487654321', '057487654321'],
    ['87654321', '87654321'],
    ['0574-87654321-8012', '0574-87654321-8012'],
    ['400-820-8820', '400-820-8820'],
    ['4008208820', '4008208820'],
    ['12351', '12351'],
    ['95588', '95588'],
  ])('%s is one', (text, normalized) => {
    expect(judgePhone(text)).toBe('');
    expect(normalizePhone(text)).toBe(normalized);
  });

  it.each([
    ['1380000123', '现在有10位'],
    ['138000012345', '现在有12位'],
    ['12800001234', '不是有效的电话号码'],
    ['0574-123', '不是有效的电话号码'],
    ['电话', '不是有效的电话号码'],
    ['', '不是有效的电话号码'],
  ])('%s is none', (text, message) => {
    expect(judgePhone(text)).toContain(message);
  });
});
