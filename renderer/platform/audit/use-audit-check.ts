import type { AuditVerdict } from '@shared/contract/audit';
import { useState } from 'react';
import { useChannelCommand } from '../../lib/channel-hooks';
import { useToasts } from '../../lib/toasts';

/** The check of the whole log: runs beside the window, can be stopped. */
export function useAuditCheck() {
  const toasts = useToasts();
  const [jobId, setJobId] = useState<string | null>(null);
  const [verdict, setVerdict] = useState<AuditVerdict | null>(null);
  const checking = useChannelCommand('audit.verify');

  const run = async () => {
    const id = crypto.randomUUID();
    setJobId(id);
    setVerdict(null);
    const result = await checking.run({ jobId: id });
    setJobId(null);
    if (result.ok) setVerdict(result.value);
    else toasts.refused(result.error);
  };
  return { run, verdict, jobId };
}
