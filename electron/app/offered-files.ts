import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { OfferedFile } from '@shared/contract/evidence';
import { Refusal } from '@shared/contract/result';
import type { Offer } from '../ipc/register';
import type { Source } from '../platform/evidence/source';

type Offered = { readonly source: Source; readonly name: string };

/**
 * What a person picked, dropped or pasted may be read, and nothing else: the page holds tokens and could not name a path
 * if it wanted to.
 */
export type OfferedFiles = {
  /** Refuses all of too many: some of them taken and the others not would be found out too late. */
  readonly offer: (offers: readonly Offer[]) => Promise<OfferedFile[]>;
  readonly find: (token: string) => Offered | null;
  readonly release: (token: string) => void;
  /** At lock: what was offered to one person is not the next one's. */
  readonly clear: () => void;
};

/** More in one go is a mistake of the hand: a whole disk dragged in. */
const MOST_AT_ONCE = 200;
/** A picture of the clipboard tells no name worth keeping. */
const PASTED_NAME = '粘贴的图片.png';

export function createOfferedFiles(): OfferedFiles {
  const files = new Map<string, Offered>();
  return {
    offer: async (offers) => {
      if (offers.length > MOST_AT_ONCE) throw tooMany(offers.length);
      return Promise.all(
        offers.map(async (offer) => {
          const token = randomUUID();
          const offered = toOffered(offer);
          files.set(token, offered);
          return { token, name: offered.name, size: await sizeOf(offered.source) };
        }),
      );
    },
    find: (token) => files.get(token) ?? null,
    release: (token) => void files.delete(token),
    clear: () => files.clear(),
  };
}

const tooMany = (count: number): Refusal =>
  new Refusal(
    'REFUSED',
    `一次最多添加 ${MOST_AT_ONCE} 个文件，这次有 ${count} 个，一个也没有添加。请分几次选择或者拖入。`,
  );

function toOffered(offer: Offer): Offered {
  if ('path' in offer) {
    return { source: { type: 'file', path: offer.path }, name: basename(offer.path) };
  }
  const isNamed = offer.name !== '' && offer.name !== 'image.png';
  return { source: { type: 'bytes', bytes: offer.bytes }, name: isNamed ? offer.name : PASTED_NAME };
}

/** A file that cannot be read is refused when it is added, with its reason. */
async function sizeOf(source: Source): Promise<number> {
  if (source.type === 'bytes') return source.bytes.length;
  return stat(source.path).then(
    (about) => about.size,
    () => 0,
  );
}
