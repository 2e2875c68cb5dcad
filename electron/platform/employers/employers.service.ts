import type { EmployerInput, EmployerRow } from '@shared/contract/employers';
import { Refusal } from '@shared/contract/result';
import type { CommandContext } from '../../ipc/context';
import {
  countCasesOf,
  findEmployer,
  findEmployerByUscc,
  insertEmployer,
  setEmployerDeleted,
  updateEmployer,
} from './employers.repository';
import { judgeEmployer } from './judge';
import { normalizeEmployer } from './normalize';

/** Refuses with BAD_INPUT (naming the fields), DUPLICATE (the USCC stands in the register) or STALE_REVISION. */
export async function saveEmployer(
  ctx: CommandContext,
  input: { id: number | null; revision: number; employer: EmployerInput },
): Promise<{ id: number; revision: number }> {
  const employer = normalizeEmployer(input.employer);
  const problems = judgeEmployer(employer);
  if (problems.length > 0) throw new Refusal('BAD_INPUT', '单位信息有内容需要修改。', problems);
  const twin = employer.uscc === '' ? undefined : await findEmployerByUscc(ctx.db, employer.uscc);
  if (twin && twin.id !== input.id) {
    throw new Refusal(
      'DUPLICATE',
      `统一社会信用代码已登记在「${twin.name}」名下，请打开该单位修改，不要重复建档。`,
      [{ field: 'uscc', message: `已登记：${twin.name}` }],
    );
  }
  const at = ctx.clock.now().toISOString();
  if (input.id === null) {
    const id = await insertEmployer(ctx.tx, employer, at);
    await ctx.audit({ entity: 'employer', entityId: id, summary: `登记单位 ${employer.name}` });
    ctx.changed('employer', id);
    return { id, revision: 1 };
  }
  const before = await findEmployer(ctx.db, input.id);
  if (!before || before.deletedAt !== null)
    throw new Refusal('NOT_FOUND', '该单位已不在册，可能已被移入回收站。');
  if (!(await updateEmployer(ctx.tx, input.id, employer, input.revision, at))) {
    throw new Refusal(
      'STALE_REVISION',
      `该单位刚被另一窗口修改过：${differences(before, employer)}。请核对后再保存，您填写的内容仍在。`,
    );
  }
  await ctx.audit({ entity: 'employer', entityId: input.id, summary: `修改单位 ${employer.name}` });
  ctx.changed('employer', input.id);
  return { id: input.id, revision: input.revision + 1 };
}

export async function removeEmployer(ctx: CommandContext, input: { id: number; revision: number }) {
  const employer = await findEmployer(ctx.db, input.id);
  if (!employer) throw new Refusal('NOT_FOUND', '该单位不存在。');
  const cases = await countCasesOf(ctx.db, input.id);
  if (cases > 0) throw new Refusal('REFUSED', `「${employer.name}」还有 ${cases} 件案件，不能移入回收站。`);
  if (employer.deletedAt !== null) throw new Refusal('REFUSED', `「${employer.name}」已在回收站中。`);
  if (!(await setEmployerDeleted(ctx.tx, input.id, input.revision, ctx.clock.now().toISOString()))) {
    throw new Refusal('STALE_REVISION', `「${employer.name}」刚被另一窗口修改过，请核对后再移入回收站。`);
  }
  await ctx.audit({ entity: 'employer', entityId: input.id, summary: `单位移入回收站 ${employer.name}` });
  ctx.changed('employer', input.id);
  return { id: input.id };
}

export async function restoreEmployer(ctx: CommandContext, id: number) {
  const employer = await findEmployer(ctx.db, id);
  if (!employer) throw new Refusal('NOT_FOUND', '该单位不存在。');
  const twin = employer.uscc === '' ? undefined : await findEmployerByUscc(ctx.db, employer.uscc);
  if (twin) throw new Refusal('DUPLICATE', `统一社会信用代码现登记在「${twin.name}」名下，不能恢复。`);
  if (employer.deletedAt === null)
    throw new Refusal('REFUSED', `「${employer.name}」不在回收站中，不用恢复。`);
  await setEmployerDeleted(ctx.tx, id, employer.revision, null);
  await ctx.audit({ entity: 'employer', entityId: id, summary: `恢复单位 ${employer.name}` });
  ctx.changed('employer', id);
  return { id };
}

function differences(before: Pick<EmployerRow, 'name' | 'uscc' | 'address'>, typed: EmployerInput): string {
  const labels = {
    name: '单位名称',
    uscc: '统一社会信用代码',
    address: '住所',
    contactPhone: '联系电话',
    town: '乡镇（街道）',
  } as const;
  const changed = Object.entries(labels).filter(
    ([key]) => Reflect.get(before, key) !== Reflect.get(typed, key),
  );
  return changed.length === 0
    ? '其他内容有变化'
    : changed.map(([key, label]) => `${label}现为「${String(Reflect.get(before, key))}」`).join('，');
}
