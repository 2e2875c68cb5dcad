import type { z } from 'zod';
import type { Permission } from '../domain/kernel/permissions';

/**
 * One channel of the contract. The zod schema is the type, on both sides.
 * audit: each call of it leaves a row of this nature: 'always' a change (every command), 'sensitive' a view of a restricted
 * record, 'export', 'print', 'login', 'backup' what they say. 'none' of its own accord none: queries, and jobs that change nothing.
 */
export type Channel<
  Kind extends 'query' | 'command' | 'job' = 'query' | 'command' | 'job',
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> = {
  /** query: reads. command: one transaction. job: dialogs, files and workers around zero or more transactions. */
  readonly kind: Kind;
  readonly input: Input;
  readonly output: Output;
  readonly permission: Permission;
  readonly audit: AuditKind;
};

export type AuditKind = 'none' | 'always' | 'sensitive' | 'export' | 'print' | 'login' | 'backup';

type Spec<I extends z.ZodType, O extends z.ZodType> = {
  input: I;
  output: O;
  permission: Permission;
};

export const query = <I extends z.ZodType, O extends z.ZodType>(
  spec: Spec<I, O> & { audit?: 'none' | 'sensitive' },
): Channel<'query', I, O> => ({ kind: 'query', audit: 'none', ...spec });

export const command = <I extends z.ZodType, O extends z.ZodType>(
  spec: Spec<I, O>,
): Channel<'command', I, O> => ({
  kind: 'command',
  audit: 'always',
  ...spec,
});

export const job = <I extends z.ZodType, O extends z.ZodType>(
  spec: Spec<I, O> & { audit?: AuditKind },
): Channel<'job', I, O> => ({ kind: 'job', audit: 'always', ...spec });
