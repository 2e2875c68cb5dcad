import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type OpenSource, openSource } from '../../../electron/platform/evidence/source';
import { hashSource, judgeStored, writeStored } from '../../../electron/platform/evidence/store';
import { bundleForNode } from '../../builders/bundle';
import { temporaryFolder } from '../../builders/file';
import { RESOURCES_FOLDER } from '../../builders/office';
import { writeSource } from './support';

/** Films of hundreds of megabytes: memory does not grow with them. `npm run bench -- film` measures 500 MB. */

describe('a large film', () => {
  it('is hashed, sealed and read back with a few chunks in memory, not the whole of it', async () => {
    const size = 16 * 1024 * 1024;
    const folder = temporaryFolder();
    const path = writeSource('film.mp4', Buffer.alloc(0));
    truncateSync(path, size);
    const opened = await openSource({ type: 'file', path });
    const buffers = new Set<ArrayBufferLike>();
    let inFlight = 0;
    const source: OpenSource = {
      ...opened,
      read: async (buffer, position) => {
        buffers.add(buffer.buffer);
        inFlight += 1;
        expect(inFlight).toBe(1);
        const count = await opened.read(buffer, position);
        inFlight -= 1;
        return count;
      },
    };
    try {
      const sha256 = await hashSource(source, () => undefined);
      const file = { fileKey: randomBytes(32), sha256, size, storeName: 'b'.repeat(64) };
      const places = { folder, part: join(folder, 'incoming', 'x.part'), stamp: await source.stamp() };
      await writeStored(source, file, places, () => undefined);
      expect(await judgeStored(folder, file)).toBe('sound');
    } finally {
      await source.close();
    }
    // One buffer to hash it and one to seal it, used over and over, whatever the size.
    expect(buffers.size).toBe(2);
  });

  // Only Linux tells how large a process was at its largest.
  it.runIf(process.platform === 'linux')(
    'takes no more memory on any of its ways than a small one',
    async () => {
      const workload = await bundleForNode('scripts/bench/workload/film.mjs');
      const small = await growthOf(workload, 32);
      const large = await growthOf(workload, 256);
      expect(Object.keys(large)).toHaveLength(6);
      for (const [step, megabytes] of Object.entries(large)) {
        // 224 MB more of film; what a collector leaves from one run to the next is far below that.
        expect([step, megabytes - (small[step] ?? 0) < 48]).toEqual([step, true]);
      }
    },
    120_000,
  );
});

/** MB by which a process of its own grew in each step of a film's way. */
async function growthOf(workload: string, megabytes: number): Promise<Record<string, number>> {
  const folder = temporaryFolder();
  const input = JSON.stringify({ folder, resourcesFolder: RESOURCES_FOLDER, megabytes });
  // It collects as it goes: what is measured is what it holds.
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', workload, input]);
  rmSync(folder, { recursive: true });
  return z.record(z.string(), z.number()).parse(JSON.parse(stdout.slice(stdout.indexOf('{'))));
}
