/// <reference types="vite/client" />
import type { AppEvent } from '@shared/contract';
import type { Result } from '@shared/contract/result';

declare global {
  interface Window {
    /** Put there by the preload: the only door to the main process. */
    readonly unionCasework: {
      invoke(channel: string, input: unknown): Promise<Result<unknown>>;
      onChange(callback: (event: AppEvent) => void): () => void;
    };
  }
}
