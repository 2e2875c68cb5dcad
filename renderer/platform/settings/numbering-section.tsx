import type { Output } from '@shared/contract';
import type { UnitSettings } from '@shared/contract/settings';
import type { Field, FieldValues } from '@shared/domain/kernel/field';
import { Alert, Spin } from 'antd';
import { useMemo } from 'react';
import { useChannelQuery } from '../../lib/channel-hooks';
import { useToday } from '../../lib/session';
import { pickOptions } from '../employers/employer-fields';
import { exampleNumber, keepMarks, showMarks } from './number-marks';
import { SettingsForm } from './settings-form';

const fieldsOf = (patterns: UnitSettings['numbering'], options: Output<'catalogue.options'> | undefined) => {
  const kinds = pickOptions(options, 'numbering');
  return Object.keys(patterns).map(
    (key): Field => ({
      name: key,
      label: kinds.find(({ value }) => value === key)?.label ?? key,
      kind: 'text',
      isRequired: true,
      maxLength: 60,
    }),
  );
};

/** Number patterns, one a kind of paper, each with the number it will make. */
export function NumberingSection() {
  const year = useToday().slice(0, 4);
  const catalogue = useChannelQuery('catalogue.options', {});
  const { data, error } = useChannelQuery('settings.get', {});
  const patterns = data?.settings.numbering;
  const fields = useMemo(() => fieldsOf(patterns ?? {}, catalogue.data), [patterns, catalogue.data]);
  const initial = useMemo(() => mapValues(patterns ?? {}, showMarks), [patterns]);
  if (error) return <Alert type="error" showIcon title={error.message} />;
  if (!data) return <Spin delay={300} />;
  const { issuerCode } = data.settings;
  return (
    <>
      <p className="settings-intro">
        {`{代字} 在文书上换成机关代字“${issuerCode}”，{年份} 换成年份，{顺序号} 换成顺序号。按 GB/T 9704，年份用六角括号〔〕括入，顺序号不编虚位、不加“第”。每类每年从1号开始，签发时自动取号，作废的号不再使用。`}
      </p>
      <SettingsForm
        name="numbering"
        fields={fields}
        initial={initial}
        revision={data.revision}
        toSettings={toSettings}
        readError={showMarks}
        noteOf={(name, value) =>
          value ? (
            <p className="field-help field-note">
              {`如 ${exampleNumber(value, issuerCode, year)}${name === 'clue' || name === 'case' ? '（内部编号）' : ''}`}
            </p>
          ) : null
        }
      />
    </>
  );
}

const mapValues = (values: Readonly<Record<string, string>>, change: (text: string) => string) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));

const toSettings = (values: FieldValues): Partial<UnitSettings> => ({
  numbering: Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, keepMarks(String(value ?? ''))]),
  ),
});
