import { z } from 'zod';
import { empty } from './common';
import { job } from './define';

export const diagnosticsContract = {
  /** Logs, versions and settings without personal data, as one .zip the person may send to whoever helps. */
  'diagnostics.export': job({
    input: empty,
    output: z.object({ path: z.string() }).nullable(),
    permission: 'session',
    audit: 'export',
  }),
} as const;
