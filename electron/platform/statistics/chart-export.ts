import type { Output, Parsed } from '@shared/contract';
import { Refusal } from '@shared/contract/result';
import { auditHeadText } from '@shared/domain/kernel/audit-head';
import type { JobContext } from '../../ipc/context';
import { auditHead } from '../audit/audit.repository';
import { takeOutWorkbook } from '../exchange/take-workbook';
import type { SheetSpec } from '../exchange/workbook.task';
import { writeOut } from '../exchange/write-out';

type Input = Parsed<'statistics.chart.export'>;
type Numbers = Extract<Input['content'], { type: 'table' }>;

/** A chart leaves the program as picture or workbook: by a place that was chosen, and with a row in the log. */
export async function exportChart(
  ctx: JobContext,
  { title, content }: Input,
): Promise<Output<'statistics.chart.export'>> {
  const extension = content.type === 'picture' ? 'png' : 'xlsx';
  const path = await ctx.ports.saveFile({
    title: content.type === 'picture' ? '图表存为图片' : '图表存为表格',
    defaultPath: `${fileNameOf(title)}.${extension}`,
    extensions: [extension],
  });
  if (!path) return null;
  const entry = (shape: string) => ({
    entity: 'statistics',
    entityId: null,
    summary: `图表“${title}”存为${shape}`,
  });
  if (content.type === 'picture') {
    const picture = pictureOf(content.png);
    await ctx.takeOut(entry('图片'), () => writeOut(path, picture));
  } else {
    const note = auditHeadText(await auditHead(ctx.db));
    await takeOutWorkbook(ctx, entry('表格'), { path, sheets: [sheetOf(title, note, content)] });
  }
  return { path };
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Nothing but a picture is written under the name of one. */
function pictureOf(base64: string): Uint8Array {
  const bytes = Buffer.from(base64, 'base64');
  if (!bytes.subarray(0, PNG.length).equals(PNG)) throw new Refusal('REFUSED', '图表没有画好，请稍后再存。');
  return bytes;
}

const sheetOf = (title: string, note: string, numbers: Numbers): SheetSpec => ({
  name: '图表',
  title,
  note,
  columns: [
    { label: '项目', isNumber: false, width: 28 },
    ...numbers.series.map((label) => ({ label, isNumber: true })),
  ],
  rows: numbers.rows.map(({ label, values }) => [label, ...values]),
});

const fileNameOf = (title: string): string => title.replaceAll(/[\\/:*?"<>|]/g, '');
