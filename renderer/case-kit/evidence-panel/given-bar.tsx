import { DateInput } from '@renderer/ui/date-input';
import { Labelled } from '@renderer/ui/labelled';
import type { GivenFacts } from '@shared/contract/evidence';
import { Checkbox, Input } from 'antd';

type GivenBarProps = { readonly given: GivenFacts; readonly onChange: (given: GivenFacts) => void };

/** What all files added next have in common, so that it is typed once. */
export function GivenBar({ given, onChange }: GivenBarProps) {
  return (
    <div className="evidence-given">
      <Labelled htmlFor="evidence-given-provider" label="提供人（来源）">
        <Input
          id="evidence-given-provider"
          value={given.provider}
          autoComplete="off"
          onChange={(event) => onChange({ ...given, provider: event.target.value })}
        />
      </Labelled>
      <Labelled htmlFor="evidence-given-obtainedOn" label="取得日期">
        <DateInput
          id="evidence-given-obtainedOn"
          value={given.obtainedOn}
          onChange={(obtainedOn) => onChange({ ...given, obtainedOn })}
        />
      </Labelled>
      <Checkbox
        checked={given.isRestricted}
        onChange={(event) => onChange({ ...given, isRestricted: event.target.checked })}
      >
        涉及反映人（限制查看）
      </Checkbox>
    </div>
  );
}
