import type { ErrorCode } from '../../contract/result';

/** Refused for what it is, there already, offered no longer, or not this person's to add: no other next time. */
const FINAL: readonly ErrorCode[] = ['REFUSED', 'DUPLICATE', 'NOT_FOUND', 'FORBIDDEN'];

/** Whether a file that was not taken in may be accepted when it is tried again. */
export const mayTryAgain = (code: ErrorCode): boolean => !FINAL.includes(code);
