import { Alert, Button } from 'antd';
import { useNavigate } from 'react-router';

type UnreadNoticeProps = {
  readonly message: string;
  /** The list to go back to, and what its button says. */
  readonly list: string;
  readonly label: string;
};

/** In place of a page whose record cannot be read: why, and the way back. */
export function UnreadNotice({ message, list, label }: UnreadNoticeProps) {
  const navigate = useNavigate();
  return (
    <Alert
      type="warning"
      showIcon
      title={message}
      action={<Button onClick={() => void navigate(list)}>{label}</Button>}
    />
  );
}
