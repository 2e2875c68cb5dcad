/** Errors are values: Electron carries only a message string across invoke, a Result carries what the user needs. */

export const ERROR_CODES = [
  /** Input does not fit the contract or a field is wrong; `fields` names them. */
  'BAD_INPUT',
  /** A rule of the law or the house forbids it now; message says why and what to do. */
  'REFUSED',
  'NOT_FOUND',
  /** Somebody saved in between; message says what changed. */
  'STALE_REVISION',
  /** A unique thing exists already (number, USCC, certificate). */
  'DUPLICATE',
  'LOCKED',
  'FORBIDDEN',
  'WRONG_PASSWORD',
  /** The sender of the call is not our own page. */
  'UNTRUSTED_SENDER',
  'UNKNOWN_CHANNEL',
  'CANCELLED',
  'FILE_UNREADABLE',
  'FILE_UNWRITABLE',
  'DISK_FULL',
  'DATABASE_DAMAGED',
  'DATABASE_NEWER',
  'BUSY',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export type FieldError = { readonly field: string; readonly message: string };

export type AppError = {
  readonly code: ErrorCode;
  /** Chinese: what happened and what to do next. */
  readonly message: string;
  readonly fields?: readonly FieldError[];
};

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AppError };

/** A refusal on its way out of a service; the pipeline rolls back and turns it into a Result. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly fields: readonly FieldError[];
  constructor(code: ErrorCode, message: string, fields: readonly FieldError[] = []) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.fields = fields;
  }
}

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (code: ErrorCode, message: string, fields?: readonly FieldError[]): Result<never> => ({
  ok: false,
  error: fields && fields.length > 0 ? { code, message, fields } : { code, message },
});
