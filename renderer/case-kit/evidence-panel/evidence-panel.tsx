import { messageOf } from '@renderer/lib/app-failure';
import { useMay } from '@renderer/lib/may';
import { useToday } from '@renderer/lib/session';
import { useToasts } from '@renderer/lib/toasts';
import { EmptyState } from '@renderer/ui/empty-state';
import type { EvidenceRow, GivenFacts } from '@shared/contract/evidence';
import { Alert, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { AddingList } from './adding-list';
import { useEvidence, useEvidencePick, useEvidenceReorder } from './api';
import { EvidenceDrawer } from './evidence-drawer';
import './evidence-panel.css';
import { EvidenceTable, type RowAction } from './evidence-table';
import { GivenBar } from './given-bar';
import { RemoveDialog } from './remove-dialog';
import { RemovedDrawer } from './removed-drawer';
import { useAdding } from './use-adding';
import { useOutside } from './use-outside';
import { EvidenceViewer } from './viewer/evidence-viewer';

type EvidencePanelProps = { readonly caseId: number; readonly isReadOnly: boolean };

/** Files of a case: dragged in, picked or pasted; shown in the window; in the order they lie in the dossier. */
export function EvidencePanel({ caseId, isReadOnly }: EvidencePanelProps) {
  const query = useEvidence(caseId);
  const mayWrite = useMay('case.write') && !isReadOnly;
  const mayExport = useMay('document.export');
  const today = useToday();
  const [given, setGiven] = useState<GivenFacts>({ provider: '', obtainedOn: today, isRestricted: false });
  const adding = useAdding(caseId, given, mayWrite);
  const pick = useEvidencePick();
  const reorder = useEvidenceReorder();
  const outside = useOutside();
  const toasts = useToasts();
  const [isOver, setOver] = useState(false);
  const [open, setOpen] = useState<{ readonly row: EvidenceRow; readonly as: RowAction } | null>(null);
  const [isRemovedOpen, setRemovedOpen] = useState(false);

  if (query.isError) return <Alert type="warning" showIcon title={messageOf(query.error)} />;
  if (!query.data) return <Skeleton active />;
  const { rows, removedCount, kinds, mayReadRestricted } = query.data;

  const choose = async () => {
    const result = await pick.run({ caseId });
    if (!result.ok) toasts.refused(result.error);
    else if (result.value) adding.start(result.value);
  };
  const move = async (row: EvidenceRow, step: number) => {
    const ids = rows.map(({ id }) => id);
    const from = ids.indexOf(row.id);
    ids.splice(from + step, 0, ...ids.splice(from, 1));
    const result = await reorder.run({ caseId, ids });
    if (!result.ok) toasts.refused(result.error);
  };
  const act = (row: EvidenceRow, action: RowAction) => {
    if (action === 'up' || action === 'down') void move(row, action === 'up' ? -1 : 1);
    else if (action === 'outside') outside.ask(row);
    else if (action === 'export') void outside.save(row);
    else setOpen({ row, as: action });
  };

  return (
    <section
      className={isOver ? 'evidence-panel evidence-panel-over' : 'evidence-panel'}
      aria-label="证据材料"
      {...(mayWrite ? { 'data-takes-files': true, ...dropHandlers(setOver) } : {})}
    >
      {mayWrite ? (
        <div className="evidence-drop">
          <div className="evidence-drop-line">
            <Button type="primary" loading={pick.isRunning} onClick={() => void choose()}>
              添加材料
            </Button>
            <span className="quiet">
              也可以把照片、扫描件、录音录像等文件拖到这里，或者按 Ctrl+V 粘贴截图。文件在本机加密保存。
            </span>
          </div>
          <GivenBar given={given} onChange={setGiven} />
        </div>
      ) : null}
      <AddingList adding={adding} />
      {rows.length === 0 ? (
        <EmptyState
          title="还没有证据材料"
          detail="照片、扫描件、录音录像和文件放在这里，按顺序编号，归档时列入卷内目录。"
        />
      ) : (
        <EvidenceTable {...{ rows, mayWrite, mayExport, mayReadRestricted }} onAct={act} />
      )}
      {removedCount > 0 ? (
        <Button type="link" className="evidence-removed" onClick={() => setRemovedOpen(true)}>
          已移除的材料 {removedCount} 件
        </Button>
      ) : null}
      {open?.as === 'edit' ? (
        <EvidenceDrawer key={open.row.id} id={open.row.id} kinds={kinds} onClose={() => setOpen(null)} />
      ) : null}
      {open?.as === 'remove' ? <RemoveDialog row={open.row} onClose={() => setOpen(null)} /> : null}
      {open?.as === 'view' ? (
        <EvidenceViewer
          rows={rows.filter((row) => !row.isRestricted || mayReadRestricted)}
          firstId={open.row.id}
          onOutside={mayExport ? outside.ask : null}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {isRemovedOpen ? (
        <RemovedDrawer caseId={caseId} mayWrite={mayWrite} onClose={() => setRemovedOpen(false)} />
      ) : null}
    </section>
  );
}

/** The preload hands the files to the main process; here it only shows that this is the place. */
const dropHandlers = (setOver: (isOver: boolean) => void) => ({
  onDragOver: (event: React.DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy' as const;
    setOver(true);
  },
  onDragLeave: (event: React.DragEvent) => {
    const to = event.relatedTarget;
    if (!(to instanceof Node) || !event.currentTarget.contains(to)) setOver(false);
  },
  onDrop: (event: React.DragEvent) => {
    event.preventDefault();
    setOver(false);
  },
});
