import { Refusal } from '@shared/contract/result';
import type { EvidenceCatalogue, EvidenceType } from '@shared/domain/evidence/catalogue';
import { keptName, stemOf } from '@shared/domain/evidence/file-name';
import { checkStore, cleanStore } from './check-store';
import { detectType } from './detect';
import { countPages } from './page-count';
import { changedMeanwhile, type OpenSource, openSource, type Source } from './source';
import { hashSource, type StoredFile, writePlain, writeStored } from './store';

type Progress = (phase: string, done: number, total: number) => void;

const MEGABYTE = 1024 * 1024;

export type Inspected = {
  readonly size: number;
  readonly stamp: string;
  readonly sha256: string;
  readonly type: EvidenceType;
  /** Title proposed for it. */
  readonly title: string;
  readonly fileName: string;
  /** The extension said something else than the content. */
  readonly isCorrected: boolean;
};

/** Everything about evidence that takes long, for a thread of its own. */
export function createEvidenceTasks() {
  return {
    /** What the file is and its hash; nothing is written yet. */
    'evidence.inspect': (job: InspectJob, progress: Progress) => inspect(job, progress),
    /** Seals the file, unless it is no longer what was inspected. */
    'evidence.store': (job: StoreJob, progress: Progress) => store(job, progress),
    'evidence.write': async (job: WriteJob, progress: Progress) => {
      await writePlain(job.folder, job.file, job.target, (done, total) => progress('写出', done, total));
      return {};
    },
    'evidence.check': checkStore,
    'evidence.clean': cleanStore,
  };
}

type InspectJob = { source: Source; name: string; catalogue: EvidenceCatalogue };

async function inspect({ source, name, catalogue }: InspectJob, progress: Progress): Promise<Inspected> {
  return withSource(source, async (opened) => {
    if (opened.size === 0) throw new Refusal('REFUSED', '这是空文件，没有内容。请确认文件完整后再添加。');
    if (opened.size > catalogue.maxMegabytes * MEGABYTE) {
      throw new Refusal(
        'REFUSED',
        `文件超过 ${catalogue.maxMegabytes} MB，不能添加。请截取有关部分后再添加。`,
      );
    }
    const stamp = await opened.stamp();
    const type = await detectType(source, opened, name, catalogue);
    const sha256 = await hashSource(opened, (done, total) => progress('读取', done, total));
    if ((await opened.stamp()) !== stamp) throw changedMeanwhile();
    const kept = keptName(name, type);
    return {
      size: opened.size,
      stamp,
      sha256,
      type,
      title: stemOf(name),
      fileName: kept.name,
      isCorrected: kept.isCorrected,
    };
  });
}

type StoreJob = {
  source: Source;
  stamp: string;
  file: StoredFile;
  mediaType: string;
  folder: string;
  /** Where the bytes lie until they are whole. */
  part: string;
};

async function store(job: StoreJob, progress: Progress): Promise<{ pageCount: number | null }> {
  const { source, stamp, file, mediaType, folder, part } = job;
  await withSource(source, async (opened) => {
    if (opened.size !== file.size || (await opened.stamp()) !== stamp) throw changedMeanwhile();
    const report = (done: number, total: number) => progress('加密保存', done, total);
    await writeStored(opened, file, { folder, part, stamp }, report);
  });
  return { pageCount: await countPages(folder, file, mediaType) };
}

async function withSource<T>(source: Source, work: (opened: OpenSource) => Promise<T>): Promise<T> {
  const opened = await openSource(source);
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

type WriteJob = { file: StoredFile; folder: string; target: string };
