import { readPart } from '@renderer/case-kit/evidence-panel/viewer/read-part';
import { expect, it } from 'vitest';

it.each(['http://127.0.0.1/evidence/x', 'https://example.org/x', 'file:///etc/passwd', 'data:text/plain,x'])(
  'a part is asked of no address but ours: %s',
  async (url) => {
    const part = readPart(url, { begin: 0, end: 1 }, new AbortController().signal);
    await expect(part).rejects.toThrow('app:// only');
  },
);
