import type { Page } from '@playwright/test';
import type { ChannelName, Input, Output } from '../../../shared/contract/index.ts';
import type { Result } from '../../../shared/contract/result.ts';

type Bridge = { invoke: (channel: string, input: unknown) => Promise<Result<unknown>> };

/** A call over the page's own bridge: arranges what a test begins with, and reads what it then sees. */
export async function invoke<C extends ChannelName>(
  page: Page,
  channel: C,
  input: Input<C>,
): Promise<Result<Output<C>>> {
  return page.evaluate(
    ([name, values]) => (Reflect.get(window, 'unionCasework') as Bridge).invoke(name, values),
    [channel, input] as const,
  ) as Promise<Result<Output<C>>>;
}

/** The same; a refusal is an error. */
export async function call<C extends ChannelName>(
  page: Page,
  channel: C,
  input: Input<C>,
): Promise<Output<C>> {
  const result = await invoke(page, channel, input);
  if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
  return result.value;
}
