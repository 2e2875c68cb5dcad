import { makeIdNumber } from '@shared/domain/kernel/id-number';
import { makeUscc } from '@shared/domain/kernel/uscc';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  dropRecord,
  findIds,
  indexRecord,
  type SearchEntity,
} from '../../../electron/platform/search/search.repository';
import { matchOf, type Searchable, tokensOf } from '../../../electron/platform/search/tokens';
import { createTestFile, transact } from '../../builders/file';

const USCC = makeUscc({ serial: 20260, region: '330000' });
const ID = makeIdNumber({ region: '330000', birthOn: '1990-05-06', sequence: 123 });

const EMPLOYERS: Record<string, Searchable> = {
  '1 安溪湾精工机械有限公司': { names: ['安溪湾精工机械有限公司', '安溪机床厂'], codes: [USCC] },
  '2 云州纺织（集团）股份有限公司': { names: ['云州纺织（集团）股份有限公司'], codes: [''] },
  '3 ABC精密(中国)有限公司': { names: ['ABC精密(中国)有限公司'], codes: [makeUscc({ serial: 777 })] },
  '4 3M安溪分公司': { names: ['3M安溪分公司'], codes: [] },
  '5 𠮷野家餐饮店': { names: ['𠮷野家餐饮店'], codes: [] },
};
const PEOPLE: Record<string, Searchable> = {
  '1 张三': { people: ['张三'], idNumbers: [ID], codes: ['13800138000'] },
  '2 单晓曾': { people: ['单晓曾'], idNumbers: [''], codes: [''] },
  '3 欧阳明月': {
    people: ['欧阳明月'],
    idNumbers: [makeIdNumber({ birthOn: '1985-01-01', sequence: 1 })],
    codes: [],
  },
  '4 买买提·阿不都': { people: ['买买提·阿不都'], idNumbers: [], codes: [] },
  '5 张三丰': { people: ['张三丰'], idNumbers: [], codes: [] },
};
const CASES: Record<string, Searchable> = {
  '1': {
    codes: ['（2026）安工劳监案第3号', '安工劳监线〔2026〕12号'],
    names: ['安溪湾精工机械有限公司'],
    words: ['超时加班、加班费'],
  },
  '2': {
    codes: ['（2026）安工劳监案第30号', ''],
    names: ['云州纺织（集团）股份有限公司'],
    words: ['未签订书面劳动合同'],
  },
};
const DOCUMENTS: Record<string, Searchable> = {
  '1': { codes: ['安工劳监函〔2026〕3号'], names: ['安溪湾精工机械有限公司'] },
  '2': { codes: ['安工劳监函〔2025〕3号'], names: ['云州纺织（集团）股份有限公司'] },
};

const file = createTestFile();
beforeAll(async () => {
  await transact(file, async ({ tx, audit }) => {
    const fill = async (entity: SearchEntity, records: Record<string, Searchable>) => {
      for (const [key, record] of Object.entries(records))
        await indexRecord(tx, entity, Number(key.split(' ')[0]), record);
    };
    await fill('employer', EMPLOYERS);
    await fill('person', PEOPLE);
    await fill('case', CASES);
    await fill('document', DOCUMENTS);
    await audit({ entity: 'search', entityId: null, summary: '索引' });
  });
});
afterAll(file.close);

const find = async (entity: SearchEntity, typed: string) =>
  (await findIds(file.kysely, entity, typed, 50)).sort((a, b) => a - b);

describe('an employer is found', () => {
  it.each([
    ['by its whole name', '安溪湾精工机械有限公司', [1]],
    ['by the start', '安溪湾', [1]],
    ['by the middle', '精工机械', [1]],
    ['by the end', '股份有限公司', [2]],
    ['by one character anywhere', '精', [1, 3]],
    ['by the last character', '店', [5]],
    ['by a former name', '机床厂', [1]],
    ['across half- and full-width brackets', '纺织(集团)', [2]],
    ['by two parts in any order', '机械 安溪', [1]],
    ['by pinyin initials of the start', 'axwjg', [1]],
    ['by pinyin initials of a part', 'jgjx', [1]],
    ['by pinyin initials of a middle part', 'wjgj', [1]],
    ['by initials in capitals', 'JGJX', [1]],
    ['by its USCC', USCC, [1]],
    ['by its USCC in small letters', USCC.toLowerCase(), [1]],
    ['by the start of its USCC', USCC.slice(0, 12), [1]],
    ['by Latin letters of its name', 'abc', [3]],
    ['by Latin letters in full width', 'ＡＢＣ', [3]],
    ['by digits and letters', '3m', [4]],
    ['by a rare character beyond the basic plane', '𠮷', [5]],
    ['by a rare character with the next one', '𠮷野', [5]],
    ['not by characters that stand apart', '安精', []],
    ['not by another name', '黄河', []],
  ])('%s: %s', async (_, typed, ids) => {
    expect(await find('employer', typed)).toEqual(ids);
  });
});

describe('a person is found', () => {
  it.each([
    ['by the name', '张三', [1, 5]],
    ['by the surname', '张', [1, 5]],
    ['by the last character', '丰', [5]],
    ['by initials', 'zs', [1, 5]],
    ['by initials in full', 'zsf', [5]],
    ['by full pinyin', 'zhangsan', [1, 5]],
    ['by the start of full pinyin', 'zhangsanf', [5]],
    ['by a surname read as a surname, 单 as shàn', 'sxc', [2]],
    ['by full pinyin of that surname', 'shanxiao', [2]],
    ['by a double surname', 'ouyang', [3]],
    ['by the initials of a double surname', 'oymy', [3]],
    ['by part of a name with a dot', '阿不都', [4]],
    ['by the last four of the ID number', ID.slice(-4), [1]],
    ['by the last six of the ID number', ID.slice(-6), [1]],
    ['by the whole ID number', ID, [1]],
    ['by the start of the ID number', ID.slice(0, 10), [1]],
    ['by the phone number', '13800138000', [1]],
    ['by the start of the phone number', '1380013', [1]],
    ['not by the middle of the ID number', ID.slice(6, 10), []],
  ])('%s: %s', async (_, typed, ids) => {
    expect(await find('person', typed)).toEqual(ids);
  });
});

describe('a case or a paper is found by its number', () => {
  it.each<[SearchEntity, string, number[]]>([
    ['case', '〔2026〕12号', [1]],
    ['case', '（2026）安工劳监案第3号', [1]],
    ['case', '(2026)安工劳监案第30号', [2]],
    ['case', '2026 30号', [2]],
    ['case', '安工劳监案', [1, 2]],
    ['case', '加班费', [1]],
    ['case', 'jgjx', [1]],
    ['document', '〔2026〕3号', [1]],
    ['document', '[2026]3号', [1]],
    ['document', '2025', [2]],
    ['document', '安工劳监函〔2025〕3号', [2]],
  ])('%s %s', async (entity, typed, ids) => {
    expect(await find(entity, typed)).toEqual(ids);
  });

  it('while it is being typed', async () => {
    expect(await find('case', '2026 3')).toEqual([1, 2]);
    expect(await find('case', '第3')).toEqual([1, 2]);
    expect(await find('case', '第30')).toEqual([2]);
  });
});

describe('whatever is typed', () => {
  const nasty = [
    '',
    ' ',
    '"',
    "'",
    '*',
    '-',
    '(',
    ')',
    ':',
    '^',
    'AND',
    'OR',
    'NOT',
    'NEAR(a b)',
    '"a" OR "b',
    'tokens:a',
    'a*b',
    '{a}',
    '\\',
    '\0',
    '%',
    '_',
    '〔〕',
    '，。',
    '🙂',
    '\ud800',
    "x' or 1=1 --",
    '张"三',
    'a'.repeat(5000),
    '张'.repeat(2000),
    '张 '.repeat(500),
  ];
  it.each(nasty.map((text) => [text.slice(0, 20), text]))('%j is never an error', async (_, text) => {
    for (const entity of ['employer', 'person', 'case', 'document', 'supervisor'] as const) {
      expect(Array.isArray(await findIds(file.kysely, entity, text, 10))).toBe(true);
    }
  });

  it('marks and spaces alone match nothing instead of everything', () => {
    for (const text of ['', ' ', '〔〕', '*', '"']) expect(matchOf(text)).toBeNull();
  });
});

describe('the index follows the record', () => {
  it('a changed record is found by its new name only, a removed one not at all', async () => {
    await transact(file, async ({ tx, audit }) => {
      await indexRecord(tx, 'employer', 99, { names: ['旧名建材厂'] });
      await indexRecord(tx, 'employer', 99, { names: ['新名建材厂'] });
      await audit({ entity: 'search', entityId: 99, summary: '改名' });
    });
    expect(await find('employer', '旧名')).toEqual([]);
    expect(await find('employer', '新名')).toEqual([99]);
    expect(await find('employer', '建材')).toEqual([99]);
    await transact(file, async ({ tx, audit }) => {
      await dropRecord(tx, 'employer', 99);
      await audit({ entity: 'search', entityId: 99, summary: '移除' });
    });
    expect(await find('employer', '建材')).toEqual([]);
  });

  it('what a rolled-back command indexed is not found', async () => {
    const run = transact(file, async ({ tx }) => {
      await indexRecord(tx, 'employer', 98, { names: ['未提交建材厂'] });
      throw new Error('no');
    });
    await expect(run).rejects.toThrow('no');
    expect(await find('employer', '未提交')).toEqual([]);
  });

  it('newest first, no more than asked for', async () => {
    expect(await findIds(file.kysely, 'employer', '有限公司', 2)).toEqual([3, 2]);
  });
});

describe('tokens', () => {
  it('hold neither a whole name in the clear nor an ID number’s middle part alone', () => {
    const tokens = tokensOf({ people: ['张三丰'], idNumbers: [ID] }).split(' ');
    expect(tokens).toContain('张三');
    expect(tokens).toContain('三丰');
    expect(tokens).toContain('丰');
    expect(tokens).not.toContain('张三丰');
    expect(tokens).toContain(`t${ID.slice(-4).toLowerCase()}`);
    expect(tokens).not.toContain(ID.slice(6, 14));
  });

  it('of an empty record are none', () => {
    expect(tokensOf({})).toBe('');
    expect(tokensOf({ names: [''], people: [''], codes: [''], idNumbers: [''], words: [''] })).not.toMatch(
      /\S{2,}/,
    );
  });
});
