import { Alert } from 'antd';

type Duplicate = { readonly id: number; readonly name: string; readonly uscc?: string; readonly why: string };

type DuplicateNoticeProps = {
  readonly duplicates: readonly Duplicate[];
  /** What a click does: 打开查看, 选用这一家. */
  readonly verb: string;
  readonly onPick: (id: number) => void;
};

/** While typing: the register may hold this one already. */
export function DuplicateNotice({ duplicates, verb, onPick }: DuplicateNoticeProps) {
  if (duplicates.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="duplicate-notice"
      title="可能已经登记过"
      description={
        <ul>
          {duplicates.map(({ id, name, why }) => (
            <li key={id}>
              {name}（{why}）
              <button type="button" className="link-button" onClick={() => onPick(id)}>
                {verb}
              </button>
            </li>
          ))}
        </ul>
      }
    />
  );
}
