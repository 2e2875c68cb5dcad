import { makeIdNumber } from '@shared/domain/kernel/id-number';
import { makeUscc } from '@shared/domain/kernel/uscc';

/** Invented employers and people in the proportions a county has: most names end in 有限公司, one person in fourteen is a 张. */

const PLACES = ['安溪', '云州', '湾头', '溪口', '和平', '城关', '金桥', '石塘', '东山', '青田'];
const WORDS = '恒鑫泰宏祥顺达盛丰源华瑞兴隆康美佳诚信德安永嘉利通联创新科海天远博景明辉光彩锦绣云龙'.split(
  '',
);
const TRADES = [
  '精工机械',
  '纺织',
  '物流',
  '建设工程',
  '餐饮管理',
  '服饰',
  '电子科技',
  '食品',
  '家居用品',
  '商贸',
  '新材料',
  '劳务派遣',
  '环保科技',
  '汽车配件',
  '塑料制品',
  '教育咨询',
];
const FORMS = [
  '有限公司',
  '有限公司',
  '有限公司',
  '有限公司',
  '有限公司',
  '有限公司',
  '股份有限公司',
  '有限责任公司',
  '厂',
  '合作社',
];
const TOWNS = [
  '城关镇',
  '湾头镇',
  '开发区',
  '溪口镇',
  '石塘乡',
  '东山街道',
  '安溪街道',
  '金桥镇',
  '和平镇',
  '青田乡',
  '云岭乡',
  '白马镇',
];
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤单欧阳'.split(
    '',
  );
const GIVEN =
  '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲建华国红志海波宁凯浩宇轩子涵梓雨欣怡思佳俊雪梅琳晨阳鹏飞龙凤春燕青云山林'.split(
    '',
  );

const at = (list, n) => list[n % list.length];

export const townOf = (i) => at(TOWNS, Math.imul(i, 7) >>> 3);

export const employerName = (i) => {
  const word = at(WORDS, i) + at(WORDS, Math.floor(i / 41) + 3);
  const third = at(WORDS, Math.floor(i / 1763) + 11);
  return `${at(PLACES, Math.floor(i / 7))}${word}${third}${at(TRADES, Math.floor(i / 3))}${at(FORMS, Math.floor(i / 11))}`;
};

/** The first surnames are the frequent ones: the index falls off as it does in the country. */
export const personName = (i) => {
  const spread = ((Math.imul(i, 2654435761) >>> 0) / 2 ** 32) ** 2;
  const surname = SURNAMES[Math.floor(spread * SURNAMES.length)];
  const given = at(GIVEN, i) + (i % 9 === 0 ? '' : at(GIVEN, Math.floor(i / 83) + 5));
  return surname + given;
};

export const usccOf = (i) => makeUscc({ serial: i, region: '330000' });

export const idNumberOf = (i) =>
  makeIdNumber({
    region: '330000',
    birthOn: `${1960 + (i % 45)}-${String((Math.floor(i / 45) % 12) + 1).padStart(2, '0')}-${String((Math.floor(i / 540) % 28) + 1).padStart(2, '0')}`,
    sequence: Math.floor(i / 15120) % 1000,
  });

/** Spread over the numbers as real ones are; every number once. */
export const phoneOf = (i) =>
  `13${String((i * 7_919_777) % 1_000_000_007)
    .padStart(9, '0')
    .slice(0, 9)}`;
