import { useEffect, useState } from 'react';

export type JobProgress = { readonly phase: string; readonly done: number; readonly total: number };

/** What the main process reports of one running job; null before its first report. */
export function useJobProgress(jobId: string | null): JobProgress | null {
  const [progress, setProgress] = useState<JobProgress | null>(null);
  useEffect(() => {
    setProgress(null);
    if (jobId === null) return;
    return window.unionCasework.onChange((event) => {
      if (event.type !== 'progress' || event.jobId !== jobId) return;
      setProgress({ phase: event.phase, done: event.done, total: event.total });
    });
  }, [jobId]);
  return progress;
}
