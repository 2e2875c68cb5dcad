import { messageOf } from '@renderer/lib/app-failure';
import type { Output } from '@shared/contract';
import { Alert, Button, Input, Modal, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { usePaperCreate, usePaperKinds } from '../api';

type Kind = Output<'documents.kinds'>[number];
type Props = { readonly caseId: number; readonly isOpen: boolean; readonly onClose: () => void };

/** Which paper to make: those the present state asks for first; refused ones stay visible with the reason. */
export function NewPaperDialog({ caseId, isOpen, onClose }: Props) {
  const navigate = useNavigate();
  const kinds = usePaperKinds(caseId, isOpen);
  const create = usePaperCreate();
  const [words, setWords] = useState('');

  const make = async (kind: string) => {
    const result = await create.run({ caseId, kind, basedOnId: null });
    if (!result.ok) return;
    onClose();
    navigate(`/supervision/papers/${result.value.id}`);
  };

  return (
    <Modal title="拟制文书" open={isOpen} onCancel={onClose} footer={null} width={720} destroyOnHidden>
      <Input.Search
        aria-label="查找文书"
        placeholder="输入文书名称查找"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        allowClear
        autoFocus
      />
      {create.error && <Alert className="sup-gap" type="error" showIcon title={create.error.message} />}
      {kinds.isError && <Alert className="sup-gap" type="error" showIcon title={messageOf(kinds.error)} />}
      <div className="sup-kinds">
        {kinds.data ? (
          sections(kinds.data, words).map(([group, members]) => (
            <section key={group} aria-label={group}>
              <h3>{group}</h3>
              {members.map((kind) => (
                <KindLine
                  key={kind.kind}
                  kind={kind}
                  isBusy={create.isRunning}
                  onMake={() => make(kind.kind)}
                />
              ))}
            </section>
          ))
        ) : (
          <Skeleton active />
        )}
      </div>
    </Modal>
  );
}

type LineProps = { readonly kind: Kind; readonly isBusy: boolean; readonly onMake: () => void };

function KindLine({ kind, isBusy, onMake }: LineProps) {
  return (
    <div className="sup-kind">
      <div>
        {kind.label} {kind.isSuggested && <Tag color="red">当前应办</Tag>}
        {!kind.isEnabled && <div className="sup-muted">{kind.reason}</div>}
      </div>
      <Button
        type={kind.isSuggested && kind.isEnabled ? 'primary' : 'default'}
        size="small"
        disabled={!kind.isEnabled || isBusy}
        onClick={onMake}
        aria-label={`拟制${kind.label}`}
      >
        拟制
      </Button>
    </div>
  );
}

function sections(kinds: readonly Kind[], words: string): [string, Kind[]][] {
  const found = kinds.filter((kind) => kind.label.includes(words.trim()));
  const groups = new Map<string, Kind[]>();
  const put = (group: string, kind: Kind) => groups.set(group, [...(groups.get(group) ?? []), kind]);
  for (const kind of found) if (kind.isSuggested) put('当前阶段应办', kind);
  for (const kind of found) if (!kind.isSuggested) put(kind.group, kind);
  return [...groups];
}
