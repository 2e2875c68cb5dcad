import { useNavigate } from 'react-router';
import { EmptyState } from '../ui/empty-state';

/** An address that leads nowhere, e.g. of a case that was removed. */
export function NotFoundPage() {
  const navigate = useNavigate();
  return (
    <EmptyState
      title="没有找到这一页"
      detail="它可能已经移入回收站，或者地址有误。"
      action={{ label: '回到今日待办', onClick: () => navigate('/') }}
    />
  );
}
