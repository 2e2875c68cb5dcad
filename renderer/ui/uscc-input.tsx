import { Input } from 'antd';

type CodeInputProps = {
  readonly id: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly isDisabled?: boolean;
  readonly describedBy?: string;
  readonly isWrong?: boolean;
};

const LENGTH = 18;

/** 统一社会信用代码 or 身份证号: capitals, no blanks, and how many of the 18 characters are there. */
export function UsccInput({ id, value, onChange, isDisabled, describedBy, isWrong }: CodeInputProps) {
  return (
    <Input
      id={id}
      className="code-input"
      value={value}
      autoComplete="off"
      spellCheck={false}
      disabled={isDisabled}
      status={isWrong ? 'error' : undefined}
      aria-invalid={isWrong || undefined}
      aria-describedby={describedBy}
      suffix={
        <span className={value.length === LENGTH ? 'code-count code-count-full' : 'code-count'}>
          {value.length}/{LENGTH}
        </span>
      }
      onChange={(event) => onChange(event.target.value.normalize('NFKC').replace(/\s/g, '').toUpperCase())}
    />
  );
}
