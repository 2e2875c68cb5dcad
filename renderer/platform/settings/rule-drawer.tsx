import type { RuleRow } from '@shared/contract/settings';
import type { Field, FieldValues } from '@shared/domain/kernel/field';
import { Button, Descriptions, Drawer } from 'antd';
import { useChannelCommand } from '../../lib/channel-hooks';
import { longDate } from '../../lib/format';
import { useToasts } from '../../lib/toasts';
import { CheckLocally, needsLocalCheck } from '../../ui/basis-note';
import { RecordDrawer, textOf } from './record-drawer';
import { PERIOD_UNITS, ruleText } from './rule-text';

type RuleDrawerProps = { readonly rule: RuleRow; readonly isReadOnly: boolean; readonly onClose: () => void };

/** One rule: what it says and where from, and the unit's own value with the paper it rests on. */
export function RuleDrawer({ rule, isReadOnly, onClose }: RuleDrawerProps) {
  const toasts = useToasts();
  const override = useChannelCommand('rules.override');
  const reset = useChannelCommand('rules.reset');
  if (isReadOnly) {
    return (
      <Drawer open size={560} title={rule.label} onClose={onClose}>
        <RuleFacts rule={rule} />
      </Drawer>
    );
  }
  const save = (values: FieldValues) =>
    override.run({ key: rule.key, ...readValue(rule, values), basis: textOf(values, 'basis') });
  const putBack = async () => {
    const result = await reset.run({ key: rule.key });
    if (result.ok) {
      toasts.done('已恢复为原规定');
      onClose();
    } else toasts.refused(result.error);
  };
  return (
    <RecordDrawer
      title={rule.label}
      draftKey={`rule:${rule.key}`}
      fields={fieldsOf(rule)}
      initial={initialOf(rule)}
      onSave={save}
      onClose={onClose}
      intro={<RuleFacts rule={rule} />}
      extra={
        rule.isOverridden ? (
          <Button loading={reset.isRunning} onClick={() => void putBack()}>
            恢复为原规定
          </Button>
        ) : null
      }
    />
  );
}

function RuleFacts({ rule }: { readonly rule: RuleRow }) {
  const lines: readonly (readonly [string, string])[] = [
    ['现在的数值', ruleText(rule)],
    ['来自', rule.isOverridden ? '本单位' : rule.origin],
    ['依据', rule.basis],
    // The program's own reminders were never put into force by anybody.
    ['施行', rule.source === 'law' ? longDate(rule.effectiveFrom || null) : ''],
    ['说明', rule.note],
  ];
  return (
    <div className="rule-facts">
      <Descriptions
        bordered
        size="small"
        column={1}
        items={lines
          .filter(([, text]) => text)
          .map(([label, text]) => ({ key: label, label, children: text }))}
      />
      {needsLocalCheck(rule.confidence) ? <CheckLocally /> : null}
    </div>
  );
}

const BASIS: Field = {
  name: 'basis',
  label: '依据文件',
  kind: 'text',
  isRequired: true,
  maxLength: 200,
  help: '填写本地文件的名称和条款，如 《××县工会劳动法律监督办法》第十二条。',
};

function fieldsOf(rule: RuleRow): readonly Field[] {
  if (rule.kind === 'period') {
    return [
      { name: 'n', label: '本单位的期限', kind: 'count', isRequired: true },
      { name: 'unit', label: '单位', kind: 'select', isRequired: true, options: PERIOD_UNITS },
      BASIS,
    ];
  }
  const label = '本单位的规定';
  if (typeof rule.value === 'boolean') {
    const options = [
      { value: 'yes', label: '是' },
      { value: 'no', label: '否' },
    ];
    return [{ name: 'value', label, kind: 'select', isRequired: true, options }, BASIS];
  }
  if (typeof rule.value === 'number')
    return [{ name: 'value', label, kind: 'count', isRequired: true }, BASIS];
  const help = Array.isArray(rule.value) ? '多项之间用顿号隔开。' : undefined;
  return [{ name: 'value', label, kind: 'text', isRequired: true, help }, BASIS];
}

function initialOf(rule: RuleRow): FieldValues {
  const basis = rule.isOverridden ? rule.basis : '';
  if (rule.kind === 'period') return { n: rule.n, unit: rule.unit, basis };
  const { value } = rule;
  if (typeof value === 'boolean') return { value: value ? 'yes' : 'no', basis };
  return { value: Array.isArray(value) ? value.join('、') : value, basis };
}

function readValue(rule: RuleRow, values: FieldValues): Pick<RuleRow, 'n' | 'unit' | 'value'> {
  if (rule.kind === 'period') {
    const unit = PERIOD_UNITS.find(({ value }) => value === values.unit)?.value ?? null;
    return { n: typeof values.n === 'number' ? values.n : null, unit, value: null };
  }
  const none = { n: null, unit: null };
  if (typeof rule.value === 'boolean') return { ...none, value: values.value === 'yes' };
  if (typeof rule.value === 'number')
    return { ...none, value: typeof values.value === 'number' ? values.value : 0 };
  const text = textOf(values, 'value');
  return { ...none, value: Array.isArray(rule.value) ? text.split(/[、,，;；\s]+/).filter(Boolean) : text };
}
