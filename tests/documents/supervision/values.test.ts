import type { FieldValues } from '@shared/domain/kernel/field';
import type {
  CaseData,
  ComplainantData,
  DocumentData,
  EmployerData,
  ViolationData,
} from '@shared/domain/supervision/case-data';
import type { PaperInput } from '@shared/domain/supervision/papers';
import { describe, expect, it } from 'vitest';
import { sampleCase, sampleComplainant, sampleEmployer, sampleUnit } from '../../builders/supervision-case';
import { printed, rules } from './inputs';

/** What papers print of the case, its parties and its course, also where little is known. */

const [overtime, pay] = sampleCase.violations as readonly [ViolationData, ViolationData];
const opinion = sampleCase.documents.find(({ kind }) => kind === 'opinionLetter') as DocumentData;

const file = (over: Partial<CaseData>): Partial<PaperInput> => ({ case: { ...sampleCase, ...over } });
const basics = (over: FieldValues): Partial<PaperInput> =>
  file({ basics: { ...sampleCase.basics, ...over } });
const employer = (over: Partial<EmployerData>): Partial<PaperInput> =>
  file({ employer: { ...sampleEmployer, ...over } });
const complainant = (over: Partial<ComplainantData>): Partial<PaperInput> => ({
  complainant: { ...sampleComplainant, ...over },
});
const rulesBut = (...keys: readonly string[]): Partial<PaperInput> => ({
  rules: {
    ...rules,
    rules: Object.fromEntries(Object.entries(rules.rules).filter(([key]) => !keys.includes(key))),
  },
});

const NOBODY_COUNTED = { workersFemale: 0, workersMigrant: 0, workersPlatform: 0 };
const demand = (text: string) => file({ violations: [{ ...pay, demand: text, amountFen: null }] });

describe('the registration form prints', () => {
  it.each<[string, Partial<PaperInput>, Readonly<Record<string, string>>]>([
    [
      'its own name for a fonds without one',
      { unit: { ...sampleUnit, fondsName: '' } },
      { fonds_name: '安溪县总工会' },
    ],
    [
      'one address for two that are the same',
      employer({ businessAddress: '' }),
      { business_address: sampleEmployer.address },
    ],
    ['an industry the catalogue does not know by its code', employer({ industry: 'Z9' }), { industry: 'Z9' }],
    ['no industry where none was given', employer({ industry: '' }), { industry: '' }],
    [
      'another procedure with what is known of it',
      basics({ otherProcedure: 'yes', otherOrgan: '安溪县劳动人事争议仲裁院', otherNo: '安劳仲〔2026〕8号' }),
      { other_procedure: '是：安溪县劳动人事争议仲裁院，安劳仲〔2026〕8号' },
    ],
    ['no other procedure', basics({ otherProcedure: 'no' }), { other_procedure: '否' }],
    ['people in groups', {}, { workers_detail: '86人（其中女职工31人、农民工40人）' }],
    ['people without groups', basics(NOBODY_COUNTED), { workers_detail: '86人' }],
    ['nobody', basics({ workersTotal: null }), { workers_detail: '' }],
    [
      'the people and the money of the items',
      file({ basics: {}, violations: [{ ...overtime, workerCount: null }, pay] }),
      { workers: '86', amount: '236800' },
    ],
    [
      'the money of the clue where the items tell of none',
      file({ basics: { amountFen: 50_000 }, violations: [overtime] }),
      { amount: '500' },
    ],
    ['no money', file({ basics: {}, violations: [overtime] }), { amount: '' }],
    [
      'nobody by name who wants to stay unknown',
      complainant({ isAnonymous: true }),
      { complainant_name: '匿名', complainant_call: '' },
    ],
    ['no way of address without a name', complainant({ name: '' }), { complainant_call: '' }],
    ['林秀禾 as a woman', {}, { complainant_call: '林秀禾女士' }],
    ['林秀禾 as a man', complainant({ sex: '男' }), { complainant_call: '林秀禾先生' }],
    ['林秀禾 as neither', complainant({ sex: '' }), { complainant_call: '林秀禾同志' }],
  ])('%s', (_, over, expected) => {
    expect(printed('registrationForm', over).texts).toMatchObject(expected);
  });
});

describe('a letter prints', () => {
  it.each<[string, string, string]>([
    ['with its amount open', '补发{{amount}}元。', '补发【金额】元'],
    ['with its period', '补发{{period}}工资', '补发2026年6月1日至2026年8月31日工资'],
    ['with a word nobody knows', '提供{{papers}}', '提供【papers】'],
  ])('a demand %s', (_, text, expected) => {
    expect(printed('opinionLetter', demand(text)).lists.items?.[0]?.demand).toBe(expected);
  });

  it.each<[string, FieldValues, string]>([
    ['in working days', { replyN: 15, replyUnit: 'workday' }, '15个工作日'],
    ['in no unit there is', { replyN: 15, replyUnit: 'week' }, ''],
    ['without a number', { replyN: null, replyUnit: 'day' }, ''],
  ])('a term %s', (_, values, expected) => {
    expect(printed('reminderLetter', { values }).texts.reply_period).toBe(expected);
  });

  it('the usual titles and no local rule where the place has none', () => {
    const { texts } = printed(
      'opinionLetter',
      rulesBut(
        'supervision.localRuleName',
        'supervision.reminderTitle',
        'supervision.opinionTitle',
        'supervision.recommendationTitle',
      ),
    );
    expect(texts).toMatchObject({
      local_rule: '',
      opinion_basis: '',
      reminder_title: '工会劳动法律监督提示函',
      opinion_title: '工会劳动法律监督意见书',
      recommendation_title: '工会劳动法律监督建议书',
    });
  });

  it('a word of law once, however many matters rest on it', () => {
    const [line = ''] =
      printed('reminderLetter', { values: { violationCodes: ['V21', 'V13'] } }).lists.law_lines?.map(
        ({ line: text = '' }) => text,
      ) ?? [];
    const gists = line.split(/[（）；]/).filter((part) => part !== '' && !/[《第、]/.test(part));
    expect(gists).toEqual([...new Set(gists)]);
  });

  it('no word of law for a matter the catalogue does not know', () => {
    expect(printed('publicReminder', { values: { violationCodes: ['V99'] } }).lists.law_points).toEqual([]);
  });
});

describe('the register of seals', () => {
  const served = (over: Partial<DocumentData>): string | undefined =>
    printed('sealRegister', { basedOn: { ...opinion, ...over } }).lists.sealed_letters?.[0]?.letter_served_on;

  it('is of one letter, or of all that bear a number', () => {
    expect(printed('sealRegister', { basedOn: opinion }).lists.sealed_letters).toHaveLength(1);
    expect(printed('sealRegister').lists.sealed_letters).toHaveLength(
      sampleCase.documents.filter(({ documentNo }) => documentNo !== '').length,
    );
    expect(printed('sealRegister', { case: null }).lists.sealed_letters).toEqual([]);
  });

  it.each<[Partial<DocumentData>, string]>([
    [{}, '2026年\n10月13日'],
    [{ serviceOutcome: 'refused' }, '2026年\n10月13日（拒收）'],
    [{ serviceOutcome: 'left' }, '2026年\n10月13日（拒收，留置）'],
    [{ serviceOutcome: null }, '2026年\n10月13日'],
    [{ servedOn: null, serviceOutcome: null }, ''],
  ])('says how it was served: %j', (over, expected) => {
    expect(served(over)).toBe(expected);
  });
});

describe('the course of the case', () => {
  const course = (over: Partial<DocumentData>): string | undefined =>
    printed('closingReport', file({ events: [], documents: [{ ...opinion, repliedOn: null, ...over }] }))
      .texts.process;
  const issued = '2026年10月12日，制发《工会劳动法律监督意见书》（安工劳监意〔2026〕1号）';

  it.each<[string, Partial<DocumentData>, string]>([
    ['served', {}, `${issued}，10月13日送达`],
    ['served in another year', { servedOn: '2027-01-04' }, `${issued}，2027年1月4日送达`],
    ['refused', { serviceOutcome: 'refused' }, `${issued}，10月13日送达时安溪湾精工机械有限公司拒绝接收`],
    ['not served yet', { servedOn: null, serviceOutcome: null }, issued],
    [
      'answered',
      { repliedOn: '2026-11-20' },
      `${issued}，10月13日送达；11月20日，收到对《工会劳动法律监督意见书》的书面答复`,
    ],
    ['withdrawn', { status: 'D99' }, ''],
    ['without a number', { documentNo: '' }, ''],
  ])('tells of a letter %s', (_, over, expected) => {
    expect(course(over)).toBe(expected);
  });
});

describe('results', () => {
  const [result] = sampleCase.results;
  const told = (over: Partial<NonNullable<typeof result>>): string | undefined =>
    result && printed('closingReport', file({ results: [{ ...result, ...over }] })).texts.results_text;

  it.each([
    ['money and people', {}, '补发加班费236800元，涉及86人（证据19：银行代发回单）'],
    ['a number of things', { amountFen: 0, quantity: 3, workerCount: 0, evidence: '' }, '补发加班费3项'],
    [
      'a kind nobody knows',
      { kind: 'cake', amountFen: 0, quantity: 2, workerCount: 0, evidence: '' },
      'cake2项',
    ],
  ])('are told with %s', (_, over, expected) => {
    expect(told(over)).toBe(expected);
  });

  it('are not given without a reason for the closing', () => {
    const { texts } = printed('closingReport', { ...file({ events: [] }), values: {} });
    expect(texts.close_reason).toBe('');
  });
});

describe('an answer', () => {
  it.each([
    ['2026-11-03', '2026-11-03', '按期'],
    ['2026-11-04', '2026-11-03', '逾期'],
    ['2026-11-04', null, ''],
    [null, '2026-11-03', ''],
  ])('of %s to a letter due on %s is %s', (repliedOn, dueOn, expected) => {
    const input = { values: { repliedOn }, basedOn: { ...opinion, dueOn } };
    expect(printed('replyReview', input).texts.in_time).toBe(expected);
  });
});

it('the proof of service ticks the way that was chosen', () => {
  const boxes = printed('proofOfService', { values: { method: 'post' } }).texts.method_boxes;
  expect(boxes).toContain('☑邮寄送达');
  expect(boxes).toContain('□直接送达');
});
