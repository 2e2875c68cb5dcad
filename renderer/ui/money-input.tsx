import { InputNumber } from 'antd';

type MoneyInputProps = {
  readonly id?: string;
  /** Integer 分. */
  readonly value: number | null;
  readonly onChange: (fen: number | null) => void;
  readonly isDisabled?: boolean;
  readonly describedBy?: string;
  readonly isWrong?: boolean;
};

/** An amount: typed and shown in 元, kept as integer 分. */
export function MoneyInput({ id, value, onChange, isDisabled, describedBy, isWrong }: MoneyInputProps) {
  return (
    <InputNumber<string>
      id={id}
      className="money-input"
      stringMode
      precision={2}
      min="0"
      max="99999999999.99"
      controls={false}
      suffix="元"
      disabled={isDisabled}
      aria-describedby={describedBy}
      status={isWrong ? 'error' : undefined}
      aria-invalid={isWrong || undefined}
      value={value === null ? null : fenToText(value)}
      formatter={(text) => `${text ?? ''}`.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')}
      parser={(text) => (text ?? '').normalize('NFKC').replace(/[,\s元¥]/g, '')}
      onChange={(text) => onChange(textToFen(text))}
    />
  );
}

const fenToText = (fen: number) => `${Math.trunc(fen / 100)}.${String(Math.abs(fen % 100)).padStart(2, '0')}`;

/** 12.3 → 1230, by digits and not by floating point. */
function textToFen(text: string | null): number | null {
  const match = /^(\d+)(?:\.(\d{0,2}))?/.exec(String(text ?? ''));
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}
