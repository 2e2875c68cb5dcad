import type { Field, FieldValues } from '../kernel/field';
import { notAfterToday, notBefore } from '../papers/lifecycle-checks';
import type { Problem } from '../papers/lifecycle-data';
import { dateOf, numberOf, textOf } from '../papers/lifecycle-values';
import type { CaseContext } from './case-context';

/**
 * The clue form: employer, matter, other procedures. The complainant stands apart in a restricted block (contract
 * `complainant`), suspected violations are rows of their own.
 */
export const CLUE_FIELDS: readonly Field[] = [
  {
    name: 'source',
    label: '线索来源',
    kind: 'select',
    isRequired: true,
    options: [],
    catalogue: 'clue-sources',
    group: '来源',
  },
  {
    name: 'clueKind',
    label: '线索类别',
    kind: 'select',
    isRequired: true,
    group: '来源',
    options: [
      { value: 'complaint', label: '投诉（本人权益受侵害）' },
      { value: 'report', label: '举报' },
      { value: 'found', label: '工作中发现' },
      { value: 'assigned', label: '上级交办、移送' },
    ],
  },
  { name: 'sourceNo', label: '来源编号（工单号、来文号）', kind: 'text', maxLength: 60, group: '来源' },
  { name: 'receivedOn', label: '收到日期', kind: 'date', isRequired: true, group: '来源' },
  { name: 'receiver', label: '接收人', kind: 'text', isRequired: true, maxLength: 30, group: '来源' },
  {
    name: 'hotlineDueOn',
    label: '热线工单办结期限',
    kind: 'date',
    group: '来源',
    help: '按工单上的期限填写；不同来源、不同难度的工单期限不同',
  },
  {
    name: 'urgency',
    label: '紧急程度',
    kind: 'select',
    isRequired: true,
    group: '来源',
    options: [
      { value: 'normal', label: '一般' },
      { value: 'urgent', label: '紧急' },
      { value: 'critical', label: '特急' },
    ],
  },
  {
    name: 'sensitiveFlags',
    label: '敏感情形',
    kind: 'multiSelect',
    options: [],
    catalogue: 'sensitive-flags',
    group: '来源',
  },
  { name: 'employerId', label: '被反映单位', kind: 'employer', isRequired: true, group: '被反映单位' },
  {
    name: 'employmentForm',
    label: '用工方式',
    kind: 'select',
    isRequired: true,
    group: '被反映单位',
    help: '派遣和分包中由哪个单位承担责任，法律对不同义务有不同规定；两个单位都有责任的，分别发函',
    options: [
      { value: 'direct', label: '直接用工' },
      { value: 'dispatch', label: '劳务派遣' },
      { value: 'contracting', label: '建设工程承包、分包' },
      { value: 'outsourcing', label: '业务外包' },
      { value: 'platform', label: '平台用工' },
    ],
  },
  {
    name: 'relatedUnits',
    label: '关联单位（派遣、用工、总包、分包、平台）',
    kind: 'text',
    group: '被反映单位',
  },
  { name: 'town', label: '所属乡镇（街道）', kind: 'text', maxLength: 60, group: '被反映单位' },
  {
    name: 'topicSummary',
    label: '主要事项',
    kind: 'longText',
    isRequired: true,
    maxLength: 300,
    group: '反映事项',
    placeholder: '不写反映人的姓名、岗位等能够识别身份的内容',
  },
  { name: 'factsFrom', label: '事实起始', kind: 'date', group: '反映事项' },
  { name: 'factsTo', label: '事实终止', kind: 'date', group: '反映事项' },
  {
    name: 'knewOn',
    label: '知道权利受侵害之日',
    kind: 'date',
    group: '反映事项',
    help: '劳动争议仲裁时效自知道或者应当知道权利被侵害之日起计算',
  },
  {
    name: 'employmentEndedOn',
    label: '劳动关系终止日期',
    kind: 'date',
    group: '反映事项',
    help: '在职期间因拖欠劳动报酬发生的争议，自劳动关系终止之日起计算仲裁时效',
  },
  {
    name: 'injuryOn',
    label: '事故伤害或者职业病诊断日期',
    kind: 'date',
    group: '反映事项',
    help: '工伤认定申请期限自该日起计算',
  },
  { name: 'workersTotal', label: '涉及职工人数', kind: 'count', isRequired: true, group: '反映事项' },
  { name: 'workersFemale', label: '其中女职工', kind: 'count', group: '反映事项' },
  { name: 'workersMigrant', label: '其中农民工', kind: 'count', group: '反映事项' },
  { name: 'workersPlatform', label: '其中新就业形态劳动者', kind: 'count', group: '反映事项' },
  { name: 'amountFen', label: '涉及金额', kind: 'money', group: '反映事项' },
  { name: 'facts', label: '事实经过', kind: 'longText', isRequired: true, group: '反映事项' },
  { name: 'ownEvidence', label: '反映人提供的证据', kind: 'longText', group: '反映事项' },
  { name: 'requests', label: '诉求', kind: 'longText', isRequired: true, group: '反映事项' },
  {
    name: 'otherProcedure',
    label: '该事项是否已由行政机关、仲裁机构或者人民法院受理、立案',
    kind: 'select',
    isRequired: true,
    group: '其他程序',
    help: '已由其他机关受理、立案的投诉，工会不再受理，应当告知反映人',
    options: [
      { value: 'no', label: '否' },
      { value: 'yes', label: '是' },
      { value: 'unknown', label: '待核实' },
    ],
  },
  {
    name: 'otherOrgan',
    label: '受理机关',
    kind: 'text',
    isRequired: true,
    group: '其他程序',
    when: { field: 'otherProcedure', is: ['yes'] },
  },
  {
    name: 'otherNo',
    label: '案号或者文号',
    kind: 'text',
    group: '其他程序',
    when: { field: 'otherProcedure', is: ['yes'] },
  },
  {
    name: 'otherOn',
    label: '受理日期',
    kind: 'date',
    group: '其他程序',
    when: { field: 'otherProcedure', is: ['yes'] },
  },
  {
    name: 'otherStage',
    label: '目前阶段',
    kind: 'text',
    group: '其他程序',
    when: { field: 'otherProcedure', is: ['yes'] },
  },
  {
    name: 'isLimitationTold',
    label: '已告知反映人时效和其他维权渠道',
    kind: 'flag',
    group: '告知',
    help: '向工会反映不影响仲裁、诉讼和工伤认定的期限，须提醒反映人不要等待',
  },
  { name: 'hasTradeSecret', label: '材料含商业秘密', kind: 'flag', group: '告知' },
];

/** What a new clue opens with. */
export const clueInitial = (ctx: Pick<CaseContext, 'today'>): FieldValues => ({
  receivedOn: ctx.today,
  urgency: 'normal',
  employmentForm: 'direct',
  sensitiveFlags: [],
  isLimitationTold: false,
  hasTradeSecret: false,
});

/** What no single field can judge: dates in their order, parts not above the whole, the hotline's own term. */
export function checkClue(values: FieldValues, ctx: CaseContext): Problem[] {
  const pastDates = CLUE_FIELDS.filter((field) => field.kind === 'date' && field.name !== 'hotlineDueOn');
  const problems = pastDates.flatMap((field) => notAfterToday(values, field.name, field.label, ctx.today));
  problems.push(...notBefore(values, 'factsTo', '事实终止', dateOf(values, 'factsFrom'), '事实起始'));
  problems.push(...notBefore(values, 'hotlineDueOn', '热线期限', dateOf(values, 'receivedOn'), '收到日期'));
  const total = numberOf(values, 'workersTotal') ?? 0;
  for (const name of ['workersFemale', 'workersMigrant', 'workersPlatform']) {
    if ((numberOf(values, name) ?? 0) > total) {
      problems.push({ field: name, message: `不能多于涉及职工人数（${total} 人）` });
    }
  }
  const source = ctx.catalogue.options['clue-sources'].items.find(
    (item) => item.code === textOf(values, 'source'),
  );
  if (source?.needsHotlineDue && dateOf(values, 'hotlineDueOn') === null) {
    problems.push({ field: 'hotlineDueOn', message: `来源为“${source.label}”的，请按工单填写办结期限` });
  }
  return problems;
}
