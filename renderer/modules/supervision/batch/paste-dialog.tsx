import type { EmployerRow } from '@shared/contract/employers';
import { Alert, Button, Input, Modal, Progress } from 'antd';
import { useState } from 'react';
import { type Match, pastedEntries } from './selection';
import { lookUp } from './use-register';

type Props = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onTake: (employers: readonly EmployerRow[]) => void;
};

/** A column pasted from Excel: names or credit codes; what the register does not know is named, not guessed. */
export function PasteDialog({ isOpen, onClose, onTake }: Props) {
  const [text, setText] = useState('');
  const [matches, setMatches] = useState<readonly Match[] | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const [problem, setProblem] = useState('');
  const entries = pastedEntries(text);

  const check = async () => {
    setDone(0);
    const result = await lookUp(entries, setDone);
    setDone(null);
    setProblem(result.ok ? '' : result.error.message);
    if (result.ok) setMatches(result.value);
  };
  const leave = () => {
    setText('');
    setMatches(null);
    onClose();
  };
  const found = (matches ?? []).flatMap((match) => (match.kind === 'found' ? [match.employer] : []));
  const take = () => {
    onTake(found);
    leave();
  };

  return (
    <Modal
      title="粘贴名单"
      open={isOpen}
      onCancel={leave}
      width={680}
      footer={
        matches ? (
          <>
            <Button onClick={() => setMatches(null)}>返回修改</Button>
            <Button type="primary" disabled={found.length === 0} onClick={take}>
              加入已找到的 {found.length} 家
            </Button>
          </>
        ) : (
          <Button type="primary" disabled={entries.length === 0} loading={done !== null} onClick={check}>
            在单位库中查找（{entries.length} 条）
          </Button>
        )
      }
    >
      {problem && <Alert type="error" showIcon title={problem} />}
      {matches ? (
        <Outcome matches={matches} foundCount={found.length} />
      ) : (
        <>
          <label htmlFor="paste-list">从 Excel 复制单位名称或者统一社会信用代码，一行一个：</label>
          <Input.TextArea
            id="paste-list"
            rows={12}
            value={text}
            onChange={(event) => setText(event.target.value)}
            placeholder={'安溪湾精工机械有限公司\n91330523MA2B4C5D6E'}
            autoFocus
          />
          {done !== null && <Progress percent={Math.round((done / Math.max(1, entries.length)) * 100)} />}
        </>
      )}
    </Modal>
  );
}

function Outcome({
  matches,
  foundCount,
}: {
  readonly matches: readonly Match[];
  readonly foundCount: number;
}) {
  const rest = matches.filter((match) => match.kind !== 'found');
  return (
    <>
      <Alert
        type={rest.length === 0 ? 'success' : 'warning'}
        showIcon
        title={`找到 ${foundCount} 家${rest.length > 0 ? `，另有 ${rest.length} 条没有对应的单位` : ''}`}
        description={
          rest.length > 0 ? '未找到的单位不会发函。请核对登记名称，或者先到“单位”中登记后再粘贴。' : undefined
        }
      />
      <ul className="sup-list sup-scroll-list">
        {rest.map((match) => (
          <li key={match.entry}>
            {match.entry}
            <span className="sup-muted">
              　
              {match.kind === 'several'
                ? `单位库中有 ${match.count} 家同名，请按信用代码查找`
                : '单位库中没有'}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
