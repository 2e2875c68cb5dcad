import { closeSync, existsSync, fsyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs';

const CHUNK = Buffer.alloc(1 << 20);

/** Overwrites a file of ours and its log, then removes them. What an SSD keeps of it is encrypted under a key nobody holds. */
export function wipeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) {
    const file = path + suffix;
    if (!existsSync(file)) continue;
    overwrite(file);
    rmSync(file);
  }
}

function overwrite(path: string): void {
  const { size } = statSync(path);
  const file = openSync(path, 'r+');
  try {
    for (let at = 0; at < size; at += CHUNK.length) {
      writeSync(file, CHUNK, 0, Math.min(CHUNK.length, size - at), at);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
