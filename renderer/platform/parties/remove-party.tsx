import { Button, Popconfirm } from 'antd';
import { useNavigate } from 'react-router';
import { useChannelCommand } from '../../lib/channel-hooks';
import { useToasts } from '../../lib/toasts';

type RemovePartyProps = {
  readonly channel: 'employers.remove' | 'people.remove';
  readonly record: { readonly id: number; readonly revision: number };
  /** What the button does: 移入回收站, 删除. */
  readonly label: string;
  readonly question: string;
  readonly consequence: string;
  /** Said when it is done. */
  readonly done: string;
  /** The list it stood in. */
  readonly list: string;
};

/** Takes an employer or a person out of the register, after asking. */
export function RemoveParty({ channel, record, label, question, consequence, done, list }: RemovePartyProps) {
  const navigate = useNavigate();
  const toasts = useToasts();
  const remove = useChannelCommand(channel);
  const discard = async () => {
    const result = await remove.run(record);
    if (result.ok) {
      toasts.done(done);
      void navigate(list);
    } else toasts.refused(result.error);
  };
  return (
    <Popconfirm title={question} description={consequence} okText={label} onConfirm={() => void discard()}>
      <Button loading={remove.isRunning}>{label}</Button>
    </Popconfirm>
  );
}
