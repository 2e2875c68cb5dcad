import type { Input, Output } from '@shared/contract';
import { Refusal } from '@shared/contract/result';
import type { RuleRow, UnitSettings } from '@shared/contract/settings';
import type { HolidayCalendar } from '@shared/domain/kernel/calendar';
import { isCivilDate, weekday, yearOf } from '@shared/domain/kernel/civil-date';
import { validatePattern } from '@shared/domain/kernel/document-number';
import type { Rule, ValueRule } from '@shared/domain/kernel/rule-profile';
import type { ResolvedRule } from '@shared/domain/kernel/rules';
import type { CommandContext, QueryContext } from '../../ipc/context';
import { loadOffice, loadRules } from './office';
import {
  deleteRuleOverride,
  findSetting,
  listCalendarOverrides,
  listRuleOverrides,
  retireLeader,
  saveLeader,
  saveSetting,
  upsertCalendarOverride,
  upsertRuleOverride,
} from './settings.repository';

/** As the settings page calls them; for the audit log. */
const SETTING_LABELS: Readonly<Record<keyof UnitSettings, string>> = {
  unitName: '单位全称',
  printingOffice: '印发机关',
  issuerCode: '机关代字',
  area: '所在地区',
  contact: '联系人',
  phone: '联系电话',
  address: '通信地址',
  email: '电子邮箱',
  postcode: '邮政编码',
  upperUnion: '上级工会',
  laborDepartment: '人社部门',
  fondsName: '全宗名称',
  jurisdiction: '适用规则',
  geometry: '版面',
  fontProfile: '字体',
  numbering: '编号格式',
  retentionYears: '保管期限',
  exportFolder: '文书存放文件夹',
};

export async function updateSettings(
  ctx: CommandContext,
  input: Input<'settings.update'>,
): Promise<{ revision: number }> {
  const stored = await findSetting<UnitSettings>(ctx.db, 'unit');
  if (!stored) throw new Refusal('NOT_FOUND', '没有找到单位设置。');
  for (const [key, pattern] of Object.entries(input.settings.numbering ?? {})) {
    const problems = validatePattern(pattern, key === 'clue' || key === 'case' ? 'internal' : 'outgoing');
    if (problems.length > 0) {
      throw new Refusal('BAD_INPUT', `文号格式有误：${problems.join('；')}`, [
        { field: `numbering.${key}`, message: problems.join('；') },
      ]);
    }
  }
  if (
    input.settings.jurisdiction &&
    !ctx.resources.profiles.some((profile) => profile.key === input.settings.jurisdiction)
  ) {
    throw new Refusal('BAD_INPUT', '没有这个适用地区。', [
      { field: 'jurisdiction', message: '请从列表中选择适用地区' },
    ]);
  }
  const merged = { ...stored.value, ...input.settings };
  if (!(await saveSetting(ctx.tx, 'unit', merged, input.revision, ctx.clock.now().toISOString()))) {
    throw new Refusal('STALE_REVISION', '设置刚被另一窗口修改过，请重新打开后再改，您填写的内容仍在。');
  }
  await ctx.audit({
    entity: 'setting',
    entityId: null,
    summary: `修改设置：${Object.keys(input.settings)
      .map((key) => SETTING_LABELS[key as keyof UnitSettings])
      .join('、')}`,
  });
  ctx.changed('setting', null);
  return { revision: input.revision + 1 };
}

export async function listRules(ctx: QueryContext): Promise<Output<'rules.list'>> {
  const { rules } = await loadOffice(ctx.db, ctx.resources, ctx.clock.today());
  const rows = Object.entries(rules.rules)
    .map(([key, rule]) => toRuleRow(key, rule))
    .sort((a, b) => a.key.localeCompare(b.key));
  const nearest = ctx.resources.profiles.find((profile) => profile.key === rules.chain[0]?.key);
  return { jurisdictionName: rules.chain[0]?.name ?? '', versionDate: nearest?.versionDate ?? '', rows };
}

function toRuleRow(key: string, rule: ResolvedRule): RuleRow {
  return {
    key,
    label: rule.label,
    kind: rule.kind,
    n: rule.kind === 'period' ? rule.n : null,
    unit: rule.kind === 'period' ? rule.unit : null,
    value: rule.kind === 'value' ? toPlainValue(rule.value) : null,
    basis: rule.basis,
    source: rule.source,
    confidence: rule.confidence,
    note: rule.note ?? '',
    origin: rule.profileName,
    effectiveFrom: rule.effectiveFrom,
    isOverridden: rule.isOverridden,
  };
}

function toPlainValue(value: ValueRule['value']): RuleRow['value'] {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : [...value];
}

/** The unit's own value in place of the profile's; later deadlines use it, old ones keep theirs. */
export async function overrideRule(
  ctx: CommandContext,
  input: Input<'rules.override'>,
): Promise<{ key: string }> {
  const stored = await findSetting<UnitSettings>(ctx.db, 'unit');
  const rules = await loadRules(
    ctx.db,
    ctx.resources,
    stored?.value.jurisdiction ?? 'national',
    ctx.clock.today(),
  );
  const known = rules.rules[input.key];
  if (!known) throw new Refusal('NOT_FOUND', '没有这条规则。');
  const provenance = {
    label: known.label,
    basis: input.basis,
    source: 'practice',
    confidence: 'A',
    note: '本单位设定',
  } as const;
  let rule: Rule;
  if (known.kind === 'period') {
    if (input.n === null || input.unit === null) {
      throw new Refusal('BAD_INPUT', '请填写期限。', [{ field: 'n', message: '请填写天数和单位' }]);
    }
    rule = { kind: 'period', n: input.n, unit: input.unit, ...provenance };
  } else {
    if (input.value === null)
      throw new Refusal('BAD_INPUT', '请填写规则的值。', [{ field: 'value', message: '请填写' }]);
    if (typeof input.value !== typeof known.value) {
      throw new Refusal('BAD_INPUT', '值的类型与原规则不符。', [
        { field: 'value', message: '请按原来的形式填写' },
      ]);
    }
    rule = { kind: 'value', value: input.value, ...provenance };
  }
  await upsertRuleOverride(ctx.tx, input.key, rule, ctx.clock.now().toISOString());
  await ctx.audit({
    entity: 'rule',
    entityId: null,
    summary: `本单位设定规则「${known.label}」，依据：${input.basis}`,
  });
  ctx.changed('rule', null);
  return { key: input.key };
}

export async function resetRule(ctx: CommandContext, key: string): Promise<{ key: string }> {
  const label = (await listRuleOverrides(ctx.db))[key]?.label ?? key;
  await deleteRuleOverride(ctx.tx, key);
  await ctx.audit({ entity: 'rule', entityId: null, summary: `规则恢复默认「${label}」` });
  ctx.changed('rule', null);
  return { key };
}

export async function readCalendarYear(ctx: QueryContext, year: number): Promise<Output<'calendar.year'>> {
  const edited = (await listCalendarOverrides<HolidayCalendar>(ctx.db)).find(
    (calendar) => calendar.year === year,
  );
  const shipped = ctx.resources.calendars.find((calendar) => calendar.year === year);
  const calendar = edited ?? shipped;
  return {
    year,
    status: edited ? 'edited' : (shipped?.status ?? 'missing'),
    source: calendar?.source ?? '',
    holidays: [...(calendar?.holidays ?? [])],
    makeupWorkdays: [...(calendar?.makeupWorkdays ?? [])],
  };
}

/** The State Council's notice, typed in when it is published. Old deadlines keep their day. */
export async function updateCalendar(
  ctx: CommandContext,
  input: Input<'calendar.update'>,
): Promise<{ year: number }> {
  const days = [...input.holidays.map((holiday) => holiday.date), ...input.makeupWorkdays];
  const wrong = days.find((date) => !isCivilDate(date) || yearOf(date) !== input.year);
  if (wrong)
    throw new Refusal('BAD_INPUT', '有日期不在该年度内。', [
      { field: 'holidays', message: `${wrong} 不是 ${input.year} 年的日期` },
    ]);
  const double = input.makeupWorkdays.find((date) => input.holidays.some((holiday) => holiday.date === date));
  if (double)
    throw new Refusal('BAD_INPUT', '同一天不能既放假又上班。', [
      { field: 'makeupWorkdays', message: `${double} 同时列为放假日` },
    ]);
  const weekdayMakeup = input.makeupWorkdays.find((date) => ![0, 6].includes(weekday(date)));
  if (weekdayMakeup) {
    throw new Refusal('BAD_INPUT', '调休上班日应当是周六或周日。', [
      { field: 'makeupWorkdays', message: `${weekdayMakeup} 本来就是工作日` },
    ]);
  }
  await upsertCalendarOverride(
    ctx.tx,
    input.year,
    { ...input, status: 'published' },
    ctx.clock.now().toISOString(),
  );
  await ctx.audit({
    entity: 'calendar',
    entityId: null,
    summary: `更新 ${input.year} 年放假安排，依据：${input.source}`,
  });
  ctx.changed('calendar', null);
  return { year: input.year };
}

export async function storeLeader(
  ctx: CommandContext,
  input: Input<'leaders.save'>,
): Promise<{ id: number }> {
  if (input.validTo !== null && input.validTo < input.validFrom) {
    throw new Refusal('BAD_INPUT', '任期截止日早于开始日。', [
      { field: 'validTo', message: '不能早于任期开始日' },
    ]);
  }
  const id = await saveLeader(ctx.tx, input, ctx.clock.now().toISOString());
  await ctx.audit({ entity: 'leader', entityId: id, summary: `登记签发人 ${input.name}` });
  ctx.changed('leader', id);
  return { id };
}

export async function dropLeader(ctx: CommandContext, id: number): Promise<{ id: number }> {
  await retireLeader(ctx.tx, id);
  await ctx.audit({ entity: 'leader', entityId: id, summary: '移出签发人名册' });
  ctx.changed('leader', id);
  return { id };
}
