import { onAppEvent } from '@renderer/lib/invoke';
import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import './copies-notice.css';

/** Stands on every page, also before the login, while another program holds a plain copy of evidence. */
export function CopiesNotice() {
  const [count, setCount] = useState(0);
  useEffect(() => onAppEvent((event) => event.type === 'copiesLeft' && setCount(event.count)), []);
  if (count === 0) return null;
  return (
    <div className="copies-notice" role="status">
      <Alert
        type="warning"
        showIcon
        title={`有 ${count} 份证据副本还没有清除`}
        description="副本没有加密，仍被其他程序占用。请关闭打开它的程序，副本随后自动清除。"
      />
    </div>
  );
}
