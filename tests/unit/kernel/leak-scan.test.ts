import { checkIdNumber, makeIdNumber } from '@shared/domain/kernel/id-number';
import { isLuhnValid } from '@shared/domain/kernel/leak-patterns';
import { NO_SECRETS, type Secrets, scanForLeaks, warnSmallGroup } from '@shared/domain/kernel/leak-scan';
import { makeUscc, usccCheckCharacter } from '@shared/domain/kernel/uscc';
import { describe, expect, it } from 'vitest';

const idNumber = makeIdNumber({ region: '330282', birthOn: '1986-04-09', sequence: 12 });
const otherId = makeIdNumber({ region: '330282', birthOn: '1990-01-02', sequence: 345 });
const card = '6222020200112233445';
const luhnCard = `${card.slice(0, -1)}${[...'0123456789'].find((digit) => isLuhnValid(card.slice(0, -1) + digit))}`;

const secrets: Secrets = {
  name: '陈晓敏',
  otherNames: ['欧阳建国'],
  idNumber,
  phone: '13800001234',
  address: '浙江省宁波市安溪县城关镇桃源新村12幢301室',
  position: '装配车间 钳工',
  bankAccount: '6222 0202 0011 2233 449',
  publicNames: ['安溪晓敏服饰有限公司', '王志强'],
  allowedNumbers: ['0574-87654321', '13911112222', ''],
};

const scan = (text: string, given: Secrets = secrets) =>
  scanForLeaks([{ text }], given).map(({ severity, code }) => `${severity} ${code}`);

describe('the registered strings', () => {
  it.each([
    ['陈晓敏反映', 'block leak.name'],
    ['陈 晓 敏反映', 'block leak.name'],
    ['陈　晓　敏反映', 'block leak.name'],
    ['陈·晓·敏', 'block leak.name'],
    ['陈-晓-敏', 'block leak.name'],
    ['陈\u200B晓\u200D敏', 'block leak.name'],
    ['陈\n晓\n敏', 'block leak.name'],
    ['代表人欧阳建国', 'block leak.name'],
    [`身份证${idNumber}`, 'block leak.idNumber,block leak.anyIdNumber'],
    [
      `${idNumber.slice(0, 6)} ${idNumber.slice(6, 14)} ${idNumber.slice(14)}`,
      'block leak.idNumber,block leak.anyIdNumber',
    ],
    [
      idNumber.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      'block leak.idNumber,block leak.anyIdNumber',
    ],
    ['电话13800001234', 'block leak.phone,warn leak.anyMobile'],
    ['电话138-0000-1234', 'block leak.phone,warn leak.anyMobile'],
    ['电话138 0000 1234', 'block leak.phone,warn leak.anyMobile'],
    ['电话１３８００００１２３４', 'block leak.phone,warn leak.anyMobile'],
    ['电话1-3-8-0-0-0-0-1-2-3-4', 'block leak.phone,warn leak.anyMobile'],
    ['8613800001234', 'block leak.phone'],
    ['①13800001234', 'block leak.phone,warn leak.anyMobile'],
    ['账号6222020200112233449', 'block leak.bankAccount'],
    ['账号6222-0202-0011-2233-449', 'block leak.bankAccount'],
    ['住浙江省宁波市安溪县城关镇桃源新村12幢301室', 'block leak.address,warn leak.addressTail'],
    ['住浙江省 宁波市 安溪县城关镇桃源新村１２幢３０１室', 'block leak.address,warn leak.addressTail'],
    ['住桃源新村12幢301室', 'warn leak.addressTail'],
    ['装配车间钳工反映', 'block leak.position,warn leak.position,warn leak.position'],
    ['装配车间 钳工', 'block leak.position,warn leak.position,warn leak.position'],
    ['装配车间加班', 'warn leak.position'],
    ['请你单位自查，及时改正', ''],
    ['桃李，明天', ''],
  ])('%j', (text, expected) => {
    expect(scan(text).join()).toBe(expected);
  });

  it.each([
    ['陈某反映', 'block leak.hiddenName'],
    ['陈某某反映', 'block leak.hiddenName'],
    ['陈某敏反映', 'block leak.hiddenName'],
    ['陈XX反映', 'block leak.hiddenName'],
    ['陈××反映', 'block leak.hiddenName'],
    ['陈**反映', 'block leak.hiddenName'],
    ['陈 某反映', 'block leak.hiddenName'],
    ['欧阳某反映', 'block leak.hiddenName'],
    ['陈先生', 'block leak.titledName'],
    ['陈女士', 'block leak.titledName'],
    ['陈师傅', 'block leak.titledName'],
    ['欧阳女士', 'block leak.titledName'],
    ['陈工反映', 'warn leak.familiarName'],
    ['小陈反映', 'warn leak.familiarName'],
    ['老陈反映', 'warn leak.familiarName'],
    ['小陈反映你单位加班', 'warn leak.familiarName'],
    ['陈工作表现', ''],
    ['陈工资未发', ''],
    ['陈某公司', ''],
    ['陈述事实', ''],
  ])('%s', (text, expected) => {
    expect(scan(text).join()).toBe(expected);
  });

  it.each(['对于某些职工', '于某年某月', '限于某项工作', '提高工资'])(
    'a surname that is a word: %s',
    (text) => {
      expect(scan(text, { ...NO_SECRETS, name: '于高' })).toEqual([]);
      expect(scan(text, { ...NO_SECRETS, name: '高明' })).toEqual([]);
    },
  );

  it('names the place', () => {
    expect(
      scanForLeaks([{ text: '无' }, { text: '接陈晓敏投诉', field: 'fact', key: 'p2' }], secrets),
    ).toEqual([
      {
        severity: 'block',
        code: 'leak.name',
        message: '出现反映人（代表人、委托人）的姓名，请删除，或者改用不指向个人的表述。',
        field: 'fact',
        key: 'p2',
        excerpt: '接陈晓敏投诉',
      },
    ]);
  });

  it('looks for nothing when nothing is registered', () => {
    expect(scan('陈晓敏，装配车间钳工', NO_SECRETS)).toEqual([]);
    expect(scan('12', { ...NO_SECRETS, phone: '12' })).toEqual([]);
  });
});

describe('names that are also something else', () => {
  const common: Secrets = { ...NO_SECRETS, name: '晓敏', publicNames: ['安溪晓敏服饰有限公司'] };

  it('warns where the name stands inside a public name, and blocks elsewhere', () => {
    expect(scan('安溪晓敏服饰有限公司：', common)).toEqual(['warn leak.name']);
    expect(scan('安溪晓敏服饰有限公司的晓敏', common)).toEqual(['block leak.name']);
    expect(scan('晓敏；安溪晓敏服饰有限公司', common)).toEqual(['block leak.name']);
    const [finding] = scanForLeaks([{ text: '安溪晓敏服饰有限公司' }], common);
    expect(finding?.message).toContain('“安溪晓敏服饰有限公司”中含有与反映人姓名相同的字');
  });

  it('warns when a public person has the same name', () => {
    const [finding] = scanForLeaks([{ text: '法定代表人王志强' }], { ...secrets, name: '王志强' });
    expect(finding).toMatchObject({ severity: 'warn', code: 'leak.name' });
    expect(finding?.message).toContain('同名');
  });

  it('only warns of a name of one character', () => {
    expect(scan('陈述事实，陈旧设备', { ...NO_SECRETS, name: '陈' })).toEqual(['warn leak.name']);
    expect(scan('陈某', { ...NO_SECRETS, name: '陈' })).toEqual(['warn leak.name', 'block leak.hiddenName']);
  });

  it('finds names with a dot however they are written', () => {
    const given = { ...NO_SECRETS, name: '买买提·艾力' };
    for (const text of ['买买提·艾力', '买买提艾力', '买买提•艾力', '买买提.艾力']) {
      expect(scan(text, given)).toContain('block leak.name');
    }
  });
});

describe('position', () => {
  it('blocks a post that few people hold', () => {
    const rare = { ...NO_SECRETS, position: '会计', positionHolderCount: 1 };
    const [finding] = scanForLeaks([{ text: '会计反映' }], rare);
    expect(finding).toMatchObject({ severity: 'block', code: 'leak.position' });
    expect(finding?.message).toContain('该岗位只有 1 人');
    expect(scan('会计反映', { ...rare, positionHolderCount: 30 })).toEqual(['warn leak.position']);
    expect(scan('会计反映', { ...rare, positionHolderCount: null })).toEqual(['warn leak.position']);
    expect(scan('财务部有', { ...rare, position: '财务部、会计', positionHolderCount: 2 })).toEqual([
      'block leak.position',
    ]);
  });

  it('does not look for a single character', () => {
    expect(scan('钳', { ...NO_SECRETS, position: '钳' })).toEqual([]);
  });
});

describe('numbers of anybody', () => {
  const scanAny = (text: string, allowedNumbers: readonly string[] = []) =>
    scan(text, { ...NO_SECRETS, allowedNumbers });

  it.each([
    [`职工${otherId}`, 'block leak.anyIdNumber'],
    [`职工${otherId.toLowerCase()}`, 'block leak.anyIdNumber'],
    ['职工330282199001023450', 'warn leak.anyIdNumber'],
    ['联系13700001111', 'warn leak.anyMobile'],
    ['联系137 0000 1111。', 'warn leak.anyMobile'],
    ['1 13700001111', 'warn leak.anyMobile'],
    [`卡号${luhnCard}`, 'block leak.anyBankCard'],
    [`卡号${luhnCard.replace(/(\d{4})(?=\d)/g, '$1 ')}`, 'block leak.anyBankCard'],
    [`卡号${card.slice(0, -1)}${luhnCard.endsWith('1') ? '2' : '1'}`, ''],
    ['2026年9月11日，涉及12人，金额123450.00元', ''],
    ['电话0574-87654321', ''],
    ['订单1234567890123456789012', ''],
    ['12345678901', ''],
  ])('%s', (text, expected) => {
    expect(scanAny(text).join()).toBe(expected);
  });

  it('lets the allowed ones pass in any writing', () => {
    expect(scanAny('联系137-0000-1111', ['13700001111'])).toEqual([]);
    expect(scanAny(`账户${luhnCard}`, [luhnCard.replace(/(\d{4})/g, '$1 ')])).toEqual([]);
    expect(scanAny(`职工${otherId}`, [otherId])).toEqual([]);
    expect(scan('电话0574-87654321，13911112222')).toEqual([]);
  });

  it('knows an employer’s code from an identity number and a card', () => {
    const codes = Array.from({ length: 400 }, (_, serial) => makeUscc({ region: '330282', serial }));
    for (const code of codes) expect(scanAny(code)).toEqual([]);
    // Codes of old registers may consist of digits alone; then they have the shape of an identity number or a card.
    const digitCodes = Array.from({ length: 2000 }, (_, n) => `91330282${704_885_000 + n}`)
      .map((code) => code + usccCheckCharacter(code))
      .filter((code) => /^\d{18}$/.test(code) && !checkIdNumber(code).isValid);
    expect(digitCodes.some(isLuhnValid)).toBe(true);
    for (const code of digitCodes) expect(scanAny(code)).toEqual([]);
  });

  it('reports the gravest of several hits', () => {
    expect(scanAny(`甲330282199001023450，乙${otherId}`)).toEqual(['block leak.anyIdNumber']);
    expect(scanAny('330282199001023450、330282199001023452')).toEqual(['warn leak.anyIdNumber']);
  });

  it.each([
    ['4111111111111111', true],
    ['4111111111111112', false],
    ['0', true],
    ['', false],
  ])('Luhn of %s', (digits, expected) => {
    expect(isLuhnValid(digits)).toBe(expected);
  });
});

describe('small groups', () => {
  it.each([
    [1, true],
    [3, true],
    [4, false],
    [0, false],
    [null, false],
  ])('%s workers', (workerCount, isWarned) => {
    const finding = warnSmallGroup(workerCount);
    expect(finding !== null).toBe(isWarned);
    if (finding) expect(finding).toMatchObject({ severity: 'warn', code: 'leak.smallGroup' });
  });

  it('takes another limit', () => {
    expect(warnSmallGroup(5, 5)?.message).toContain('只涉及 5 名职工');
  });
});

describe('speed', () => {
  it('takes as long as the letter is, not as its square', () => {
    const body =
      '请你单位自收到本函之日起15个工作日内，将自查情况及改正措施以书面形式回复我会，并加盖单位印章。'.repeat(
        3,
      );
    const letterOf = (length: number) => Array.from({ length }, () => ({ text: body }));
    const timeOf = (length: number) => {
      const letter = letterOf(length);
      const times = Array.from({ length: 7 }, () => {
        const before = performance.now();
        for (let n = 0; n < 20; n += 1) scanForLeaks(letter, secrets);
        return performance.now() - before;
      });
      return Math.min(...times);
    };
    timeOf(10);
    // Ten times the letter: about ten times the work, not a hundred.
    expect(timeOf(100) / timeOf(10)).toBeLessThan(40);
  });
});
