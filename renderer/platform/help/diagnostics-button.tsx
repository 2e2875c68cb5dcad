import { Button } from 'antd';
import { useChannelCommand } from '../../lib/channel-hooks';
import { useToasts } from '../../lib/toasts';

/** What a helper needs to find a fault of the program, without anything of the office's work. */
export function DiagnosticsButton() {
  const toasts = useToasts();
  const exporting = useChannelCommand('diagnostics.export');
  const run = async () => {
    const result = await exporting.run({});
    if (!result.ok) toasts.refused(result.error);
    else if (result.value) toasts.wrote('诊断包已保存', result.value.path);
  };
  return (
    <Button
      loading={exporting.isRunning}
      title="程序日志、版本和设置，不含单位名称、人员信息和办案内容"
      onClick={() => void run()}
    >
      导出诊断包
    </Button>
  );
}
