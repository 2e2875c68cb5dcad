import { open, stat } from 'node:fs/promises';
import { Refusal } from '@shared/contract/result';

/** Where the bytes of a new piece of evidence come from: a file of the office's disk, or a picture of the clipboard. */
export type Source =
  | { readonly type: 'file'; readonly path: string }
  | { readonly type: 'bytes'; readonly bytes: Uint8Array };

export type OpenSource = {
  readonly size: number;
  /** Fills the buffer as far as there are bytes. @returns how many were read */
  readonly read: (buffer: Uint8Array, position: number) => Promise<number>;
  /** Size and time of the last change, as the file system tells them now. */
  readonly stamp: () => Promise<string>;
  readonly close: () => Promise<void>;
};

/** Refuses with FILE_UNREADABLE, in words that tell what to do. */
export async function openSource(source: Source): Promise<OpenSource> {
  if (source.type === 'bytes') return openBytes(source.bytes);
  const { path } = source;
  const about = await stat(path).catch((error: unknown) => {
    throw unreadable(error);
  });
  if (about.isDirectory()) {
    throw new Refusal('REFUSED', '拖入的是文件夹。请打开文件夹，选中其中的文件后再拖入。');
  }
  // A pipe or a device would never end.
  if (!about.isFile()) throw new Refusal('REFUSED', '这不是普通文件，不能作为证据添加。');
  const file = await open(path, 'r').catch((error: unknown) => {
    throw unreadable(error);
  });
  return {
    size: about.size,
    read: async (buffer, position) => {
      let filled = 0;
      while (filled < buffer.length) {
        const { bytesRead } = await file
          .read(buffer, filled, buffer.length - filled, position + filled)
          .catch((error: unknown) => {
            throw unreadable(error);
          });
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return filled;
    },
    // By its path, not its handle: a file put in its place counts as a change too.
    stamp: async () => {
      const now = await stat(path, { bigint: true }).catch(() => null);
      return now === null ? 'gone' : `${now.size}:${now.mtimeNs}:${now.ino}`;
    },
    close: () => file.close(),
  };
}

const openBytes = (bytes: Uint8Array): OpenSource => ({
  size: bytes.length,
  read: async (buffer, position) => {
    const part = bytes.subarray(position, position + buffer.length);
    buffer.set(part);
    return part.length;
  },
  stamp: async () => String(bytes.length),
  close: async () => undefined,
});

/** A stick that was pulled out, a network folder that is gone: Linux and Windows have their own words for it. */
const TORN_OFF = ['EIO', 'ENXIO', 'ENODEV', 'ESTALE', 'ENOTCONN', 'ETIMEDOUT', 'UNKNOWN'];

/** Why a file cannot be read at this moment, in words that tell what to do. */
export function unreadable(error: unknown): Refusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') {
    return new Refusal(
      'FILE_UNREADABLE',
      '找不到该文件，没有添加。U 盘拔出的，请插好后按“重试”；文件已移动的，请重新选择。',
    );
  }
  if (TORN_OFF.includes(code)) {
    return new Refusal(
      'FILE_UNREADABLE',
      '文件没有读完，没有添加。U 盘可能已拔出，或者网络文件夹已断开。请接好后按“重试”。',
    );
  }
  return new Refusal(
    'FILE_UNREADABLE',
    '文件正被其他程序占用，或者没有读取权限，没有添加。请关闭打开它的程序后按“重试”。',
  );
}

/** What was read is not one state of the file; nothing of it is kept. */
export const changedMeanwhile = (): Refusal =>
  new Refusal('FILE_UNREADABLE', '文件在读取过程中被改动，没有添加。请先保存并关闭该文件，再按“重试”。');
