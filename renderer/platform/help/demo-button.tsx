import { Button } from 'antd';
import { useSession } from '../../lib/session';

const NOTE = '案件都是虚构的，与正式资料分开存放。正式资料会先锁定，填写中的内容会保留。';

/** Opens 演示; nothing to show where it is open already. */
export function DemoButton({ isLink = false }: { readonly isLink?: boolean }) {
  const { status, changeOffice } = useSession();
  if (status.isDemo) return null;
  const open = () => void changeOffice(true);
  return isLink ? (
    <button type="button" className="link-button" title={NOTE} onClick={open}>
      打开演示资料
    </button>
  ) : (
    <Button title={NOTE} onClick={open}>
      打开演示资料
    </Button>
  );
}
