import { makeAuditWorkbook, verifyAudit } from '../platform/audit/audit.tasks';
import { backupTasks } from '../platform/backup/backup.tasks';
import { mergePapers, renderPapers } from '../platform/documents/render.task';
import { createEvidenceTasks } from '../platform/evidence/evidence.tasks';
import { createEmployerImportTasks } from '../platform/exchange/employer-import.tasks';
import { writeWorkbook } from '../platform/exchange/workbook.task';
import { rekeyDatabase, wipeFormer } from '../platform/vault/rekey.task';

export type Progress = (phase: string, done: number, total: number) => void;

/** Everything a worker can do, by name. State (a workbook read for preview) lives as long as the worker. */
export function createTasks() {
  return {
    ...createEmployerImportTasks(),
    ...createEvidenceTasks(),
    ...backupTasks,
    'papers.render': renderPapers,
    'papers.merge': mergePapers,
    'workbook.write': writeWorkbook,
    'audit.verify': verifyAudit,
    'audit.workbook': makeAuditWorkbook,
    'keys.rekey': rekeyDatabase,
    'keys.wipe': wipeFormer,
  };
}

type Tasks = ReturnType<typeof createTasks>;
export type TaskName = keyof Tasks;
export type TaskInput<K extends TaskName> = Parameters<Tasks[K]>[0];
export type TaskOutput<K extends TaskName> = Awaited<ReturnType<Tasks[K]>>;
