import { useEffect, useState } from 'react';
import { onAppEvent } from './invoke';

export type Progress = { readonly phase: string; readonly done: number; readonly total: number };

/** What the main process reports of one job; null before the first report. An empty id listens to any job. */
export function useProgress(jobId: string, isActive: boolean): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => {
    if (!isActive) return;
    setProgress(null);
    return onAppEvent((event) => {
      if (event.type === 'progress' && (jobId === '' || event.jobId === jobId)) setProgress(event);
    });
  }, [jobId, isActive]);
  return progress;
}
