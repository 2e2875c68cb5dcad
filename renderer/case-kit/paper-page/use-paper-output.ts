import { printHtml } from '@renderer/case-kit/paper-preview/print-html';
import { useChannelCommand } from '@renderer/lib/channel-hooks';
import { invoke } from '@renderer/lib/invoke';
import { useToasts } from '@renderer/lib/toasts';
import type { DocumentDetail } from '@shared/contract/documents';
import { App } from 'antd';
import { useState } from 'react';
import type { PaperEditor } from './use-paper-editor';
import { usePrintSettings } from './use-print-settings';

/** The ways out of a paper: Word file, printer, waste bin. What goes out is what is saved, so unsaved typing is saved first. */
export function usePaperOutput(detail: DocumentDetail, editor: PaperEditor) {
  const { id, revision, title } = detail.document;
  const exporting = useChannelCommand('documents.export');
  const printing = useChannelCommand('documents.print');
  const removing = useChannelCommand('documents.remove');
  const settings = usePrintSettings();
  const toasts = useToasts();
  const { modal } = App.useApp();
  const [isRemoved, setRemoved] = useState(false);

  const saveFirst = async () => {
    const saved = await editor.save();
    if (!saved.ok) toasts.refused(saved.error);
    return saved.ok;
  };

  const exportWord = async () => {
    if (!(await saveFirst())) return;
    const result = await exporting.run({ id, open: true });
    if (!result.ok) toasts.refused(result.error);
    else if (result.value) toasts.done(`已导出：${result.value.path}`);
  };

  const print = async () => {
    if (!(await saveFirst())) return;
    // Read anew: the preview on screen may be a quarter of a second behind what was just saved.
    const saved = await invoke('documents.get', { id });
    if (!saved.ok) {
      toasts.refused(saved.error);
      return;
    }
    const result = await printing.run({ id, html: printHtml(saved.value.model, settings) });
    if (!result.ok) toasts.refused(result.error);
  };

  const remove = (leave: () => void) =>
    void modal.confirm({
      title: `删除《${title}》草稿？`,
      content: '删除后不能恢复。文书尚未编号，不影响发文字号。',
      okText: '删除',
      okButtonProps: { danger: true },
      cancelText: '保留',
      onOk: async () => {
        await editor.draft.discard();
        const result = await removing.run({ id, revision });
        if (!result.ok) {
          toasts.refused(result.error);
          return;
        }
        setRemoved(true);
        leave();
      },
    });

  return {
    exportWord,
    print,
    remove,
    isRemoved,
    isExporting: exporting.isRunning,
    isPrinting: printing.isRunning,
  };
}
