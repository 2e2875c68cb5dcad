import type { AppError, ErrorCode, FieldError } from '@shared/contract/result';

/** A refused query on its way through the query cache, which knows thrown errors only. */
export class AppFailure extends Error {
  readonly code: ErrorCode;
  readonly fields: readonly FieldError[];
  constructor(error: AppError) {
    super(error.message);
    this.name = 'AppFailure';
    this.code = error.code;
    this.fields = error.fields ?? [];
  }
}

/** The message for a person, whatever was thrown. */
export const messageOf = (error: unknown): string =>
  error instanceof AppFailure ? error.message : '读取没有完成。请重试；仍不成功时请重新打开程序。';
