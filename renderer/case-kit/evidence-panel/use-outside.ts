import { useToasts } from '@renderer/lib/toasts';
import type { EvidenceRow } from '@shared/contract/evidence';
import { App } from 'antd';
import { useEvidenceExport, useEvidenceOpenOutside } from './api';

/** Ways out of the program: another program after a question, or a file where the person wants it. */
export function useOutside() {
  const { modal } = App.useApp();
  const open = useEvidenceOpenOutside();
  const write = useEvidenceExport();
  const toasts = useToasts();
  return {
    ask: ({ id, number }: EvidenceRow) =>
      void modal.confirm({
        title: `用其他程序打开证据${number}？`,
        content:
          '将生成一份未加密的临时副本，由其他程序打开。锁定或退出本程序时副本会被清除；在其他程序中所作的修改不会保存到本案。请先关闭那个程序，再锁定或退出。',
        okText: '打开',
        cancelText: '取消',
        onOk: async () => {
          const result = await open.run({ id, jobId: `evidence-open-${id}` });
          if (!result.ok) toasts.refused(result.error);
          else if (!result.value.isOpened) {
            toasts.refused({
              code: 'REFUSED',
              message: '本机没有能打开这种文件的程序。可以用“另存为”保存后，到其他电脑上打开。',
            });
          }
        },
      }),
    save: async ({ id }: EvidenceRow) => {
      const result = await write.run({ id, jobId: `evidence-save-${id}` });
      if (!result.ok) toasts.refused(result.error);
      else if (result.value) toasts.wrote('已另存', result.value.path);
    },
  };
}
