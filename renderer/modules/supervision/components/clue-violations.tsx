import { controlId } from '@renderer/case-kit/field-form/control-id';
import { goTo } from '@renderer/ui/error-summary';
import type { FieldError } from '@shared/contract/result';
import type { FieldValues } from '@shared/domain/kernel/field';
import { Button, Popover } from 'antd';
import { useViolationCatalogue } from '../api';
import { CLUE_VIOLATION_FIELDS } from '../forms/violation-fields';
import { ViolationFields } from './violation-fields';
import { ViolationPicker } from './violation-picker';

export type ClueViolation = { readonly code: string; readonly values: FieldValues };

type Props = {
  readonly items: readonly ClueViolation[];
  readonly onChange: (items: readonly ClueViolation[]) => void;
  readonly errors: readonly FieldError[];
};

/** 涉嫌违法事项 of a new clue: one card an item, each with its fact, people, amount and evidence. */
export function ClueViolations({ items, onChange, errors }: Props) {
  const catalogue = useViolationCatalogue();
  const errorAt = (index: number) => (field: string) =>
    errors.find((error) => error.field === `violations.${index}.${field}`)?.message;

  return (
    <section className="sup-section" aria-labelledby="clue-violations-title">
      <h2 id="clue-violations-title">涉嫌违法事项</h2>
      {items.map((item, index) => {
        const row = catalogue.data?.find((candidate) => candidate.code === item.code);
        const name = row?.name ?? item.code;
        return (
          <section key={item.code} className="sup-violation" aria-label={name}>
            <header className="sup-violation-head">
              <strong>
                {index + 1}. {name}
              </strong>
              {row && (
                <Popover
                  trigger="click"
                  title="法律依据"
                  content={<div className="sup-popover-text">{row.basesText || '—'}</div>}
                >
                  <Button size="small" type="link">
                    依据
                  </Button>
                </Popover>
              )}
              <Button
                size="small"
                type="link"
                className="sup-push-right"
                aria-label={`移除事项：${name}`}
                onClick={() => onChange(items.filter((other) => other.code !== item.code))}
              >
                移除
              </Button>
            </header>
            {row?.isImmediate && (
              <p className="sup-danger">属于须即时处置的情形：请当日报告，不等待文书流程。</p>
            )}
            <ViolationFields
              idPrefix={prefixOf(item.code)}
              fields={CLUE_VIOLATION_FIELDS}
              values={item.values}
              catalogue={row}
              errorOf={errorAt(index)}
              onChange={(values) =>
                onChange(items.map((other) => (other.code === item.code ? { ...other, values } : other)))
              }
            />
          </section>
        );
      })}
      <ViolationPicker
        usedCodes={items.map((item) => item.code)}
        onPick={(row) => {
          onChange([...items, { code: row.code, values: { demand: row.demand } }]);
          setTimeout(() => goTo(controlId(prefixOf(row.code), 'fact')));
        }}
      />
      {items.length === 0 && (
        <p className="sup-muted">
          至少选择一项。受理审查、文书内容和统计都按违法类型生成，可以在调查后补充或者调整。
        </p>
      )}
    </section>
  );
}

const prefixOf = (code: string) => `violation-${code}`;
