import { Refusal } from '@shared/contract/result';
import { type EvidenceCatalogue, type EvidenceType, findType } from '@shared/domain/evidence/catalogue';
import { extensionOf } from '@shared/domain/evidence/file-name';
import { unzipSync } from 'fflate';
import { fileTypeFromBuffer, fileTypeFromFile } from 'file-type';
import { CHUNK_SIZE } from './chunk-format';
import { type OpenSource, type Source, unreadable } from './source';

/** What a file is, by its content. A name is only believed where the content says nothing: plain text. */

const MEGABYTE = 1024 * 1024;
const LONGEST_TEXT = 5 * MEGABYTE;

/** Refuses with REFUSED what could run, hide or bring along a program. */
export async function detectType(
  source: Source,
  opened: OpenSource,
  name: string,
  catalogue: EvidenceCatalogue,
): Promise<EvidenceType> {
  const mediaType = (await signatureOf(source)) ?? 'text/plain';
  const known = await refine(mediaType, opened, name, catalogue);
  const type = findType(catalogue, known);
  if (!type) throw refused(known);
  return type;
}

const SAME_AS: Readonly<Record<string, string>> = {
  'image/apng': 'image/png',
  'image/heic-sequence': 'image/heic',
  'image/heif-sequence': 'image/heif',
  'video/x-m4v': 'video/mp4',
  'video/3gpp2': 'video/3gpp',
  'video/MP1S': 'video/mpeg',
  'video/MP2P': 'video/mpeg',
  'application/vnd.ms-asf': 'video/x-ms-asf',
};

async function signatureOf(source: Source): Promise<string | undefined> {
  const found =
    source.type === 'file'
      ? await fileTypeFromFile(source.path).catch((error: unknown) => {
          // It opens the file once more: a stick may be pulled out by then.
          throw unreadable(error);
        })
      : await fileTypeFromBuffer(source.bytes);
  // audio/ogg; codecs=opus is audio/ogg all the same.
  const mediaType = found?.mime.split(';')[0];
  return mediaType === undefined ? undefined : (SAME_AS[mediaType] ?? mediaType);
}

async function refine(
  mediaType: string,
  opened: OpenSource,
  name: string,
  catalogue: EvidenceCatalogue,
): Promise<string> {
  if (mediaType === 'text/plain') return requirePlainText(opened, name);
  const isPackage = mediaType === 'application/zip' || /openxmlformats|opendocument/.test(mediaType);
  const isCompound = mediaType === 'application/x-cfb' || mediaType === 'application/vnd.ms-outlook';
  if ((isPackage || isCompound) && opened.size > catalogue.maxOfficeMegabytes * MEGABYTE) {
    throw new Refusal(
      'REFUSED',
      `办公文档超过 ${catalogue.maxOfficeMegabytes} MB，不能逐项检查。请另存为 PDF 后再添加。`,
    );
  }
  if (isPackage) return requireHarmlessPackage(mediaType, await readAll(opened));
  if (isCompound) return requireHarmlessCompound(opened);
  return mediaType;
}

/** Office documents and OFD are zip files; anything else in a zip file cannot be looked at one by one. */
function requireHarmlessPackage(mediaType: string, bytes: Uint8Array): string {
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name);
        return false;
      },
    });
  } catch {
    throw new Refusal('REFUSED', '文件内容不完整或已损坏，请确认能够打开后再添加。');
  }
  if (names.some((name) => /vbaProject\.bin$|^Basic\/|\/activeX\d*\.bin$/i.test(name))) throw refusedMacros();
  if (mediaType !== 'application/zip') return mediaType;
  if (names.some((name) => /^OFD\.xml$/i.test(name))) return 'application/ofd';
  throw refused('application/zip');
}

const COMPOUND_KINDS = [
  { stream: 'WordDocument', mediaType: 'application/msword' },
  { stream: 'Workbook', mediaType: 'application/vnd.ms-excel' },
  { stream: 'PowerPoint Document', mediaType: 'application/vnd.ms-powerpoint' },
] as const;
const LONGEST_STREAM_NAME = 64;

/** Word, Excel and PowerPoint before 2007, and WPS: told by the names of the streams, which stand there in UTF-16. */
async function requireHarmlessCompound(opened: OpenSource): Promise<string> {
  const marks = [...COMPOUND_KINDS.map(({ stream }) => stream), '_VBA_PROJECT', 'EncryptedPackage'];
  const found = await findMarks(opened, marks);
  if (found.has('_VBA_PROJECT')) throw refusedMacros();
  if (found.has('EncryptedPackage')) {
    throw new Refusal('REFUSED', '文件设有打开密码，不能检查内容。请取消密码后另存，再添加。');
  }
  const kind = COMPOUND_KINDS.find(({ stream }) => found.has(stream));
  if (!kind) throw refused('application/x-cfb');
  return kind.mediaType;
}

async function findMarks(opened: OpenSource, marks: readonly string[]): Promise<ReadonlySet<string>> {
  const needles = marks.map((mark) => ({ mark, bytes: Buffer.from(mark, 'utf16le') }));
  const found = new Set<string>();
  const buffer = Buffer.alloc(CHUNK_SIZE);
  // Windows overlap, so that a name lying across two of them is seen.
  for (let position = 0; position < opened.size; position += CHUNK_SIZE - LONGEST_STREAM_NAME) {
    const part = buffer.subarray(0, await opened.read(buffer, position));
    for (const { mark, bytes } of needles) if (part.includes(bytes)) found.add(mark);
  }
  return found;
}

/** A script is plain text under another name: only .txt is taken for text. */
async function requirePlainText(opened: OpenSource, name: string): Promise<string> {
  if (extensionOf(name) !== 'txt') throw refused('');
  if (opened.size > LONGEST_TEXT) throw new Refusal('REFUSED', '文本文件超过 5 MB。请另存为 PDF 后再添加。');
  const text = decode(await readAll(opened));
  if (text === null || /(?![\t\n\r\f])\p{Cc}/u.test(text)) {
    throw new Refusal('REFUSED', '扩展名是 .txt，但内容不是文字，可能是改了扩展名的其他文件，没有添加。');
  }
  if (/^\s*(#!|<[!?a-z])/i.test(text)) throw refused('text/html');
  return 'text/plain';
}

/** UTF-8, or what Windows Notepad writes; null: no text at all. */
function decode(bytes: Uint8Array): string | null {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  for (const encoding of isUtf16 ? ['utf-16le'] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      // A TypeError says that the bytes are none of this encoding: the next one is tried.
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return null;
}

async function readAll(opened: OpenSource): Promise<Uint8Array> {
  const bytes = Buffer.alloc(opened.size);
  return bytes.subarray(0, await opened.read(bytes, 0));
}

const refusedMacros = () =>
  new Refusal('REFUSED', '文件含有宏（自动运行的程序），不能添加。请另存为不含宏的文件或者 PDF 后再添加。');

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/macroenabled/, '文件含有宏（自动运行的程序），不能添加。请另存为不含宏的文件或者 PDF 后再添加。'],
  [
    /msdownload|x-elf|mach-binary|x-msi|shortcut|x-cfb|regedit|htmlhelp|ms-cab|java|wasm|apk|debian|rpm/,
    '这是程序、安装包或者快捷方式，不是证据材料，不能添加。',
  ],
  [
    /zip|x-7z|x-rar|gzip|bzip|tar|xz|lzip|zstd|compress|diskimage|iso/,
    '这是压缩包，其中的内容不能逐项检查和预览。请先解压，再逐个添加其中的文件。',
  ],
  [/html|xml|svg/, '网页、脚本一类的文件可能自动运行程序，不能添加。请另存为 PDF 或者截图后再添加。'],
];

function refused(mediaType: string): Refusal {
  const reason = REASONS.find(([pattern]) => pattern.test(mediaType))?.[1];
  return new Refusal(
    'REFUSED',
    reason ??
      '无法识别该文件的类型，不能添加。可以添加图片、PDF、Word、Excel、录音和录像；其他文件请另存为 PDF。',
  );
}
