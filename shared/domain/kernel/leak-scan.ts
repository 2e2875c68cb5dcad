import { type CheckedText, excerptAround, type Finding, type Severity } from './finding';
import { checkIdNumber } from './id-number';
import {
  BANK_CARD,
  familiarName,
  hiddenName,
  ID_NUMBER,
  isLuhnValid,
  MOBILE,
  spacedCode,
  spacedWords,
  titledName,
} from './leak-patterns';
import { stripInvisible } from './text-input';
import { checkUscc } from './uscc';

export type { Finding } from './finding';

/** The restricted block of a case, and what may stand in the paper all the same. Empty text: nothing to protect. */
export type Secrets = {
  readonly name: string;
  /** Representatives, agents and others who must not be named. */
  readonly otherNames?: readonly string[];
  readonly idNumber: string;
  readonly phone: string;
  readonly address: string;
  /** 工种、部门, as registered. */
  readonly position: string;
  /** How many people of the employer hold that position, when known. */
  readonly positionHolderCount?: number | null;
  readonly bankAccount: string;
  /** Texts that are public by themselves and may contain the name: employer, legal representative, union staff. */
  readonly publicNames?: readonly string[];
  /** Numbers that may be printed: the union's telephones and account, the employer's code. */
  readonly allowedNumbers?: readonly string[];
};

export const NO_SECRETS: Secrets = {
  name: '',
  idNumber: '',
  phone: '',
  address: '',
  position: '',
  bankAccount: '',
};

/** A group this small shows the person (only accountant, only pregnant worker). Chosen by this project. */
export const SMALL_GROUP = 3;
/** Shorter tails of an address (3号, 一楼) say nothing. */
const SHORTEST_ADDRESS_TAIL = 5;

/** Fewer digits are no telephone, account or identity number. */
const SHORTEST_NUMBER = 5;

type Probe = {
  readonly pattern: RegExp;
  readonly code: string;
  readonly judge: (hit: Hit) => Verdict | null;
};
type Verdict = { readonly severity: Severity; readonly message: string };
type Hit = { readonly text: string; readonly start: number; readonly end: number; readonly match: string };

/**
 * Where texts that leave the house would show who complained: the registered strings in any width, spacing or with
 * separators, 张某 and 张师傅, and any identity number, card or mobile number that is not allowed. Also for file names and
 * document properties. One finding a text and code. 浙江省工会劳动法律监督条例第13条; 个人信息保护法第51条.
 */
export function scanForLeaks(texts: readonly CheckedText[], secrets: Secrets): readonly Finding[] {
  const probes = [...secretProbes(secrets), ...patternProbes(secrets.allowedNumbers ?? [])];
  return texts.flatMap((checked) => {
    const text = comparable(checked.text);
    return probes.flatMap((probe) => firstFinding(probe, text, checked));
  });
}

/** A warning when the facts concern so few workers that they are recognisable; null otherwise. */
export function warnSmallGroup(workerCount: number | null, limit = SMALL_GROUP): Finding | null {
  if (workerCount === null || workerCount < 1 || workerCount > limit) return null;
  return {
    severity: 'warn',
    code: 'leak.smallGroup',
    message: `只涉及 ${workerCount} 名职工，单位可能据此认出反映人。建议改用概括表述，或者以专项检查名义核查。`,
    excerpt: '',
  };
}

/** The gravest hit of the probe in the text. */
function firstFinding(probe: Probe, text: string, { field, key }: CheckedText): readonly Finding[] {
  let gravest: Finding | null = null;
  for (const match of text.matchAll(probe.pattern)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const verdict = probe.judge({ text, start, end, match: match[0] });
    if (!verdict) continue;
    const finding = { ...verdict, code: probe.code, field, key, excerpt: excerptAround(text, start, end) };
    if (finding.severity === 'block') return [finding];
    gravest ??= finding;
  }
  return gravest ? [gravest] : [];
}

function secretProbes(secrets: Secrets): readonly Probe[] {
  const always = (severity: Severity, message: string) => () => ({ severity, message });
  const probes: Probe[] = [secrets.name, ...(secrets.otherNames ?? [])].flatMap((name) =>
    nameProbes(plain(name), (secrets.publicNames ?? []).map(plain)),
  );
  const add = (pattern: RegExp, code: string, severity: Severity, message: string) =>
    probes.push({ pattern, code, judge: always(severity, message) });

  for (const [value, code, label] of [
    [secrets.idNumber, 'leak.idNumber', '身份证号'],
    [secrets.phone, 'leak.phone', '电话'],
    [secrets.bankAccount, 'leak.bankAccount', '银行账号'],
  ] as const) {
    const digits = plain(value).replace(/[^\dA-Za-z]/g, '');
    if (digits.length >= SHORTEST_NUMBER)
      add(spacedCode(digits), code, 'block', `出现反映人的${label}，请删除。`);
  }
  const address = plain(secrets.address);
  if (address !== '') add(spacedWords(address), 'leak.address', 'block', '出现反映人的住址，请删除。');
  const tail = address.replace(/^.*(?:[省市县区]|街道|[镇乡])(?=.)/u, '');
  if (tail !== address && [...tail].length >= SHORTEST_ADDRESS_TAIL) {
    add(spacedWords(tail), 'leak.addressTail', 'warn', '与反映人住址的末段相同，请核对，必要时删除。');
  }
  for (const { words, severity, message } of positionWords(secrets)) {
    add(spacedWords(words), 'leak.position', severity, message);
  }
  return probes;
}

function positionWords(secrets: Secrets): readonly (Verdict & { readonly words: string })[] {
  const parts = secrets.position
    .normalize('NFKC')
    .split(/[\s、,，;；/]+/)
    .filter((part) => [...part].length > 1);
  const isRare = (secrets.positionHolderCount ?? Number.POSITIVE_INFINITY) <= SMALL_GROUP;
  const whole = parts.join('');
  const rare = isRare ? `（该岗位只有 ${secrets.positionHolderCount} 人）` : '';
  const block = { severity: 'block', message: `出现反映人的部门、岗位${rare}，请改为概括说法。` } as const;
  const warn = {
    severity: 'warn',
    message: '提到反映人所在的部门或者岗位，请核对不会据此认出反映人。',
  } as const;
  if (parts.length < 2) return parts.map((words) => ({ words, ...(isRare ? block : warn) }));
  return [{ words: whole, ...block }, ...parts.map((words) => ({ words, ...(isRare ? block : warn) }))];
}

/** `name` and `publicNames` plain; a name of one character is only looked for with a title or 某. */
function nameProbes(name: string, publicNames: readonly string[]): readonly Probe[] {
  if (name === '') return [];
  const isOneCharacter = [...name].length === 1;
  const judgeName = ({ text, start, end }: Hit): Verdict => {
    const namesake = publicNames.find((other) => other === name);
    if (namesake !== undefined) {
      return {
        severity: 'warn',
        message: `反映人与“${namesake}”（公开信息中的姓名）同名，请核对这里指的不是反映人。`,
      };
    }
    const around = publicNames.find((other) => other.includes(name) && isInside(text, other, start, end));
    if (around !== undefined) {
      return {
        severity: 'warn',
        message: `“${around}”中含有与反映人姓名相同的字，请核对这里指的不是反映人。`,
      };
    }
    if (isOneCharacter)
      return { severity: 'warn', message: '出现登记的反映人姓名（单字），请核对指的不是反映人。' };
    return {
      severity: 'block',
      message: '出现反映人（代表人、委托人）的姓名，请删除，或者改用不指向个人的表述。',
    };
  };
  const block = (message: string) => (): Verdict => ({ severity: 'block', message });
  return [
    { pattern: spacedWords(name), code: 'leak.name', judge: judgeName },
    {
      pattern: hiddenName(name),
      code: 'leak.hiddenName',
      judge: block('“姓+某”仍会让单位认出反映人，请改用不指向个人的表述，如“有关职工”。'),
    },
    {
      pattern: titledName(name),
      code: 'leak.titledName',
      judge: block('“姓+称呼”仍会让单位认出反映人，请改用不指向个人的表述，如“有关职工”。'),
    },
    {
      pattern: familiarName(name),
      code: 'leak.familiarName',
      judge: () => ({ severity: 'warn', message: '可能是对反映人的称呼，请核对，必要时改为“有关职工”。' }),
    },
  ];
}

function patternProbes(allowedNumbers: readonly string[]): readonly Probe[] {
  const allowed = new Set(allowedNumbers.map(codeOf).filter((code) => code !== ''));
  const unlessAllowed =
    (judge: (code: string) => Verdict | null) =>
    ({ match }: Hit) => {
      const code = codeOf(match);
      return allowed.has(code) ? null : judge(code);
    };
  return [
    {
      pattern: ID_NUMBER,
      code: 'leak.anyIdNumber',
      judge: unlessAllowed((code) => {
        if (checkIdNumber(code).isValid) return { severity: 'block', message: '出现居民身份证号，请删除。' };
        if (checkUscc(code).isValid) return null;
        return { severity: 'warn', message: '出现形似身份证号的数字（校验位不符），请核对，必要时删除。' };
      }),
    },
    {
      pattern: MOBILE,
      code: 'leak.anyMobile',
      judge: unlessAllowed(() => ({
        severity: 'warn',
        message: '出现不是本单位联系电话的手机号，请核对不是职工个人的号码。',
      })),
    },
    {
      pattern: BANK_CARD,
      code: 'leak.anyBankCard',
      judge: unlessAllowed((code) => {
        const isOther = checkIdNumber(code).isValid || checkUscc(code).isValid || !isLuhnValid(code);
        return isOther ? null : { severity: 'block', message: '出现形似银行卡号的数字，请删除。' };
      }),
    },
  ];
}

function isInside(text: string, other: string, start: number, end: number): boolean {
  for (let at = text.indexOf(other); at >= 0; at = text.indexOf(other, at + 1)) {
    if (at <= start && at + other.length >= end) return true;
  }
  return false;
}

/** Half-width, nothing invisible; ① and the like become a gap so that they do not lengthen the number behind them. */
const comparable = (text: string) => stripInvisible(text.replace(/[\u2460-\u24FF]/g, ' ').normalize('NFKC'));

const plain = (text: string) => stripInvisible(text.normalize('NFKC')).replace(/\s/g, '');

const codeOf = (text: string) =>
  plain(text)
    .replace(/[^\dA-Za-z]/g, '')
    .toUpperCase();
