/** Evidence is at app:// only, which never leaves the machine. */
const OWN_SCHEME = 'app:';

/** A part of what stands at an address of ours, `end` not included. The one place of the page that asks for an address. */
export async function readPart(
  url: string,
  { begin, end }: { readonly begin: number; readonly end: number },
  signal: AbortSignal,
): Promise<Uint8Array> {
  if (new URL(url).protocol !== OWN_SCHEME) throw new Error('evidence is at app:// only');
  const response = await fetch(url, { headers: { range: `bytes=${begin}-${end - 1}` }, signal });
  if (response.status !== 206) throw new Error(`status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
