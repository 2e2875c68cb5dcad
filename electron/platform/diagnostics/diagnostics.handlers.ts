import type { Output } from '@shared/contract';
import { strToU8, zipSync } from 'fflate';
import type { Handlers, JobContext } from '../../ipc/context';
import { writeOut } from '../exchange/write-out';
import { loadOffice } from '../settings/office';
import { countsOfTables, schemaVersion } from './diagnostics.repository';

export const diagnosticsHandlers: Handlers<'diagnostics.export'> = {
  'diagnostics.export': exportDiagnostics,
};

const README = `本压缩包由“工会案管”的“导出诊断包”生成，供维护人员查找程序故障。

program*.log   程序日志：出错的位置和代码，不含办案内容
versions.json  程序和操作系统的版本
settings.json  与办案内容无关的设置、数据结构版本和各类记录的条数

其中没有单位名称、人员姓名、证件号码、电话、案件和文书内容，也没有密码和密钥。发送前可以用记事本逐个打开查看。
`;

/** Null when nobody chose a place. */
async function exportDiagnostics(ctx: JobContext): Promise<Output<'diagnostics.export'>> {
  const path = await ctx.ports.saveFile({
    title: '导出诊断包',
    defaultPath: `诊断包${ctx.clock.today()}.zip`,
    extensions: ['zip'],
  });
  if (!path) return null;
  const { logs, versions } = ctx.ports.diagnostics();
  const json = (value: unknown) => strToU8(`${JSON.stringify(value, null, 2)}\n`);
  const zip = zipSync({
    '说明.txt': strToU8(README),
    'versions.json': json(versions),
    'settings.json': json(await settingsOf(ctx)),
    ...Object.fromEntries(logs.map(({ name, text }) => [name, strToU8(text)])),
  });
  const entry = { entity: 'diagnostics', entityId: null, summary: '导出诊断包' };
  await ctx.takeOut(entry, () => writeOut(path, zip));
  return { path };
}

/** Named one by one: a setting that is added later stays out until somebody has looked at it. */
async function settingsOf(ctx: JobContext): Promise<Readonly<Record<string, unknown>>> {
  const { unit } = await loadOffice(ctx.db, ctx.resources, ctx.clock.today());
  const { jurisdiction, geometry, fontProfile, retentionYears } = unit;
  return {
    jurisdiction,
    geometry,
    fontProfile,
    retentionYears,
    schemaVersion: await schemaVersion(ctx.db),
    rows: await countsOfTables(ctx.db),
  };
}
