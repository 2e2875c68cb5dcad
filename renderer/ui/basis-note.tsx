import { Button, Popover } from 'antd';
import { Mark } from './mark';

export type Basis = {
  /** e.g. 浙江省工会劳动法律监督条例 第22条 */
  readonly basis: string;
  /** Of the rule, in words: 自送达次日起15个工作日 */
  readonly rule?: string;
  readonly source?: string;
  readonly confidence?: string;
  readonly note?: string;
};

const SOURCES: Readonly<Record<string, string>> = {
  law: '法律、法规、规章',
  practice: '工作惯例',
  design: '本程序的工作提醒，不是法定期限',
};

/** Only what is printed in a law that was read (A) is stated without the request to check. */
export const needsLocalCheck = (confidence: string | undefined): boolean =>
  confidence !== undefined && confidence !== '' && confidence !== 'A';

/** Mark of a rule that the local paper should confirm. */
export function CheckLocally() {
  return <Mark tone="warn">请核对本地文件</Mark>;
}

/** The small 依据 behind a date or number that the law sets. */
export function BasisNote({ basis, rule, source, confidence, note }: Basis) {
  if (!basis && !rule) return null;
  return (
    <Popover
      trigger={['click']}
      title="依据"
      content={
        <dl className="basis-note">
          {rule ? <Line label="规则" text={rule} /> : null}
          {basis ? <Line label="条款" text={basis} /> : null}
          {source ? <Line label="来源" text={SOURCES[source] ?? source} /> : null}
          {note ? <Line label="说明" text={note} /> : null}
          {needsLocalCheck(confidence) ? (
            <>
              <dt>把握</dt>
              <dd>
                <CheckLocally />
              </dd>
            </>
          ) : null}
        </dl>
      }
    >
      <Button type="link" size="small" className="basis-note-button" aria-haspopup="dialog">
        依据
      </Button>
    </Popover>
  );
}

function Line({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </>
  );
}
