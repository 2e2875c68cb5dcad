import { Refusal } from '@shared/contract/result';
import { clueInitial } from '@shared/domain/supervision/fields';
import { certificateStanding } from '@shared/domain/supervision/supervisors';
import type { CommandContext, Handlers } from '../../ipc/context';
import { requireComplainant } from '../../platform/accounts/complainant-access';
import { loadOffice } from '../../platform/settings/office';
import { supervisionPapers } from './supervision.documents';
import { clueFields } from './supervision.forms';
import { buildContext } from './supervision.load';
import {
  complainantStanding,
  findCaseRow,
  findComplainant,
  upsertComplainant,
} from './supervision.repository';
import {
  actOnCase,
  dropResult,
  dropViolation,
  registerClue,
  storeResult,
  storeViolation,
  updateBasics,
} from './supervision.service';
import { readCase, readDossier } from './supervision.view';
import {
  findSupervisorByCertificate,
  listSupervisors,
  retireSupervisor,
  saveSupervisor,
} from './supervisors.repository';

type Channels = Extract<keyof import('@shared/contract').Contract, `supervision.${string}`>;

export const supervisionHandlers: Handlers<Channels> = {
  'supervision.clue.form': async (ctx) => {
    const office = await loadOffice(ctx.db, ctx.resources, ctx.clock.today());
    const initial = clueInitial(await buildContext(ctx, office));
    return {
      fields: clueFields(office.catalogue),
      initial: { ...initial, receiver: ctx.account.displayName },
    };
  },
  'supervision.clue.register': (ctx, input) => registerClue(ctx, supervisionPapers, input),
  'supervision.case.get': (ctx, { id }) => readCase(ctx, id),
  'supervision.case.basicsForm': async (ctx, { id }) => {
    const row = await findCaseRow(ctx.db, id);
    if (!row) throw new Refusal('NOT_FOUND', '该案件不存在或已被移除。');
    const office = await loadOffice(ctx.db, ctx.resources, ctx.clock.today());
    return { fields: clueFields(office.catalogue), initial: row.basics };
  },
  'supervision.case.update': (ctx, input) => updateBasics(ctx, input),
  'supervision.case.act': (ctx, input) => actOnCase(ctx, supervisionPapers, input),
  'supervision.complainant.get': async (ctx, { caseId }) => {
    await requireComplainant(ctx, caseId);
    ctx.shown('complainant', caseId, '查看反映人信息');
    return findComplainant(ctx.db, caseId);
  },
  'supervision.complainant.save': (ctx, input) => storeComplainant(ctx, input),
  'supervision.violation.save': (ctx, input) => storeViolation(ctx, input),
  'supervision.violation.remove': (ctx, input) => dropViolation(ctx, input),
  'supervision.result.save': (ctx, input) => storeResult(ctx, input),
  'supervision.result.remove': (ctx, input) => dropResult(ctx, input),
  'supervision.supervisors.list': async ({ db, clock, resources }, { onDate }) => {
    const [rows, { rules }] = await Promise.all([
      listSupervisors(db),
      loadOffice(db, resources, clock.today()),
    ]);
    return rows.map((row) => {
      const supervisor = { ...row, isActive: row.isActive === 1 };
      return { ...supervisor, standing: certificateStanding(supervisor, onDate ?? clock.today(), rules) };
    });
  },
  'supervision.supervisors.save': (ctx, input) => storeSupervisor(ctx, input),
  'supervision.supervisors.remove': async (ctx, { id }) => {
    await retireSupervisor(ctx.tx, id);
    await ctx.audit({ entity: 'supervisor', entityId: id, summary: '停用监督员' });
    ctx.changed('supervisor', id);
    return { id };
  },
  'supervision.dossier': (ctx, { caseId }) => readDossier(ctx, caseId),
};

async function storeComplainant(
  ctx: CommandContext,
  {
    caseId,
    complainant,
  }: { caseId: number; complainant: NonNullable<Awaited<ReturnType<typeof findComplainant>>> },
): Promise<{ caseId: number }> {
  const row = await findCaseRow(ctx.db, caseId);
  if (!row) throw new Refusal('NOT_FOUND', '该案件不存在或已被移除。');
  await requireComplainant(ctx, caseId);
  if (row.stage === 'archived') throw new Refusal('REFUSED', '该案件已归档，内容不能再改。');
  const { exists } = await complainantStanding(ctx.db, caseId);
  await upsertComplainant(ctx.tx, caseId, complainant, ctx.clock.now().toISOString());
  await ctx.audit({
    entity: 'complainant',
    entityId: caseId,
    summary: exists ? '修改反映人信息' : '登记反映人信息',
  });
  ctx.changed('case', caseId);
  return { caseId };
}

type SupervisorInput = Parameters<
  Handlers<'supervision.supervisors.save'>['supervision.supervisors.save']
>[1];

async function storeSupervisor(
  ctx: CommandContext,
  { id, ...supervisor }: SupervisorInput,
): Promise<{ id: number }> {
  if (supervisor.validTo < supervisor.validFrom) {
    throw new Refusal('BAD_INPUT', '证件有效期有误。', [
      { field: 'validTo', message: '有效期截止日早于开始日' },
    ]);
  }
  const twin = await findSupervisorByCertificate(ctx.db, supervisor.certificateNo);
  if (twin && twin.id !== id) {
    throw new Refusal('DUPLICATE', `监督员证号已登记在「${twin.name}」名下。`, [
      { field: 'certificateNo', message: '证号已存在' },
    ]);
  }
  const saved = await saveSupervisor(ctx.tx, id, { ...supervisor, isActive: supervisor.isActive ? 1 : 0 });
  await ctx.audit({ entity: 'supervisor', entityId: saved, summary: `登记监督员 ${supervisor.name}` });
  ctx.changed('supervisor', saved);
  return { id: saved };
}
