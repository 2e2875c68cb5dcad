import type { Input, Output, Parsed } from '@shared/contract';
import { Refusal } from '@shared/contract/result';
import type { FieldValues } from '@shared/domain/kernel/field';
import { checkFields, cleanValues } from '@shared/domain/kernel/field-schema';
import { can } from '@shared/domain/kernel/permissions';
import { decideCase } from '@shared/domain/supervision/case-actions';
import { caseStateGroup, isCaseState } from '@shared/domain/supervision/case-state';
import { checkClue } from '@shared/domain/supervision/fields';
import { correctedClocks } from '@shared/domain/supervision/intake-clocks';
import type { CommandContext } from '../../ipc/context';
import { indexAgain } from '../../platform/cases/index-again';
import { refreshNextDue } from '../../platform/deadlines/deadlines.repository';
import { applyDeadlineEffect } from '../../platform/deadlines/deadlines.service';
import type { PaperModule } from '../../platform/documents/paper-module';
import { addToCaseCount, findEmployer } from '../../platform/employers/employers.repository';
import { loadOffice } from '../../platform/settings/office';
import { applyCaseEffects, ownColumns } from './supervision.effects';
import { clueFields } from './supervision.forms';
import { buildContext, type LoadedCase, loadCase } from './supervision.load';
import {
  deleteResult,
  deleteViolation,
  insertCase,
  insertEvent,
  patchOwn,
  patchSpine,
  saveResult,
  saveViolation,
  updateSpine,
  upsertComplainant,
} from './supervision.repository';
import { scopeTitle } from './supervision.title';

const STALE = '该案件刚在另一窗口办理过。请重新打开核对后再办理，您填写的内容仍在。';

/** 登记线索: the case comes to be in C01 and takes its first step at once, so that number and clocks are one decision. */
export async function registerClue(
  ctx: CommandContext,
  module: PaperModule,
  input: Parsed<'supervision.clue.register'>,
): Promise<Output<'supervision.clue.register'>> {
  if (input.complainant && !can(ctx.account.roles, 'complainant.write')) {
    throw new Refusal('FORBIDDEN', '当前账号不能登记反映人信息，请由经办人登记。');
  }
  const office = await loadOffice(ctx.db, ctx.resources, ctx.clock.today());
  const context = await buildContext(ctx, office);
  const fields = clueFields(office.catalogue);
  refuseProblems([...checkFields(fields, input.values), ...checkClue(input.values, context)]);
  const values = cleanValues(fields, input.values);
  const employer = await findEmployer(ctx.db, Number(values.employerId));
  if (!employer || employer.deletedAt !== null) {
    throw new Refusal('BAD_INPUT', '请从单位名册中选择被反映单位。', [
      { field: 'employerId', message: '请选择在册单位' },
    ]);
  }
  const at = ctx.clock.now().toISOString();
  const receivedOn = String(values.receivedOn);
  const id = await insertCase(
    ctx.tx,
    {
      module: 'supervision',
      caseNo: '',
      clueNo: '',
      title: scopeTitle(values, input.violations, office.catalogue),
      state: 'C01',
      stage: 'open',
      jurisdiction: office.unit.jurisdiction,
      employerId: employer.id,
      town: String(values.town ?? '') || employer.town,
      handlerId: ctx.account.id,
      openedOn: receivedOn,
      closedOn: null,
      archivedOn: null,
      nextDueOn: null,
      nextDueLabel: '',
      revision: 1,
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
    },
    {
      ...ownColumns(values),
      receivedOn,
      registeredOn: ctx.clock.today(),
      stateBeforePause: null,
      closeReason: '',
      archiveNo: '',
    },
  );
  if (input.complainant) await upsertComplainant(ctx.tx, id, input.complainant, at);
  for (const violation of input.violations) await saveViolation(ctx.tx, null, toViolationRow(id, violation));
  await addToCaseCount(ctx.tx, employer.id, 1);
  await takeStep(ctx, module, await loadCase(ctx, id), 'register', values);
  const after = await loadCase(ctx, id);
  await indexAgain(ctx.tx, id);
  await ctx.audit({
    entity: 'case',
    entityId: id,
    summary: `登记线索 ${after.row.clueNo}（${employer.name}）`,
  });
  ctx.changed('case', id);
  return { id, revision: after.row.revision, clueNo: after.row.clueNo };
}

/** Every transition: decided by the pure rules, carried out here, remembered as an event with what was typed. */
export async function actOnCase(
  ctx: CommandContext,
  module: PaperModule,
  input: Input<'supervision.case.act'>,
): Promise<Output<'supervision.case.act'>> {
  const loaded = await claim(ctx, input);
  const { state, summary } = await takeStep(ctx, module, loaded, input.action, input.values);
  await indexAgain(ctx.tx, input.id);
  await ctx.audit({
    entity: 'case',
    entityId: input.id,
    summary: `${loaded.row.caseNo || loaded.row.clueNo} ${summary}`,
  });
  ctx.changed('case', input.id);
  return { id: input.id, revision: input.revision + 1, state };
}

async function takeStep(
  ctx: CommandContext,
  module: PaperModule,
  loaded: LoadedCase,
  action: string,
  values: FieldValues,
): Promise<{ state: string; summary: string }> {
  const decision = decideCase(loaded.data, action, values, loaded.context);
  if (!decision.ok) throw new Refusal(decision.code, decision.message, decision.fields);
  const { state } = await applyCaseEffects(ctx, loaded.row.id, decision.effects, {
    office: loaded.office,
    module,
    desk: () => module.open(ctx, loaded.row.id, null),
  });
  if (isCaseState(state)) await patchSpine(ctx.tx, loaded.row.id, { stage: caseStateGroup(state) });
  await insertEvent(ctx.tx, {
    caseId: loaded.row.id,
    action,
    fromState: loaded.row.state,
    toState: state,
    occurredOn: decision.on,
    values: decision.values,
    accountId: ctx.account.id,
    createdAt: ctx.clock.now().toISOString(),
  });
  await refreshNextDue(ctx.tx, loaded.row.id);
  return { state, summary: decision.summary };
}

export async function updateBasics(
  ctx: CommandContext,
  input: Input<'supervision.case.update'>,
): Promise<{ id: number; revision: number }> {
  const loaded = await claim(ctx, input);
  const fields = clueFields(loaded.office.catalogue);
  refuseProblems([...checkFields(fields, input.values), ...checkClue(input.values, loaded.context)]);
  const values = cleanValues(fields, input.values);
  const employer = await findEmployer(ctx.db, Number(values.employerId));
  if (!employer || employer.deletedAt !== null) {
    throw new Refusal('BAD_INPUT', '请从单位名册中选择被反映单位。', [
      { field: 'employerId', message: '请选择在册单位' },
    ]);
  }
  await patchOwn(ctx.tx, input.id, {
    // What steps of the case have added stays.
    ...ownColumns({ ...loaded.row.basics, ...values }),
    receivedOn: String(values.receivedOn),
  });
  for (const effect of correctedClocks(loaded.data, values, loaded.context)) {
    await applyDeadlineEffect(ctx, input.id, effect, loaded.office);
  }
  await patchSpine(ctx.tx, input.id, {
    employerId: employer.id,
    town: String(values.town ?? '') || employer.town,
    title: scopeTitle(values, loaded.data.violations, loaded.office.catalogue),
    openedOn: String(values.receivedOn),
  });
  if (loaded.row.employerId !== employer.id) {
    if (loaded.row.employerId !== null) await addToCaseCount(ctx.tx, loaded.row.employerId, -1);
    await addToCaseCount(ctx.tx, employer.id, 1);
  }
  await indexAgain(ctx.tx, input.id);
  await ctx.audit({
    entity: 'case',
    entityId: input.id,
    summary: `修改基本情况 ${loaded.row.caseNo || loaded.row.clueNo}`,
  });
  ctx.changed('case', input.id);
  return { id: input.id, revision: input.revision + 1 };
}

export async function storeViolation(
  ctx: CommandContext,
  input: Parsed<'supervision.violation.save'>,
): Promise<{ id: number; revision: number }> {
  const loaded = await claim(ctx, { id: input.caseId, revision: input.revision });
  if (!loaded.office.catalogue.violations.types.some((type) => type.code === input.item.code)) {
    throw new Refusal('BAD_INPUT', '目录中没有这个违法类型。', [
      { field: 'code', message: '请从目录中选择' },
    ]);
  }
  const id = await saveViolation(ctx.tx, input.id, toViolationRow(input.caseId, input.item));
  await ctx.audit({ entity: 'case', entityId: input.caseId, summary: `登记问题项 ${input.item.code}` });
  ctx.changed('case', input.caseId);
  return { id, revision: input.revision + 1 };
}

export async function dropViolation(
  ctx: CommandContext,
  input: Parsed<'supervision.violation.remove'>,
): Promise<{ revision: number }> {
  await claim(ctx, { id: input.caseId, revision: input.revision });
  await deleteViolation(ctx.tx, input.caseId, input.id);
  await ctx.audit({ entity: 'case', entityId: input.caseId, summary: '删除问题项' });
  ctx.changed('case', input.caseId);
  return { revision: input.revision + 1 };
}

export async function storeResult(
  ctx: CommandContext,
  input: Parsed<'supervision.result.save'>,
): Promise<{ id: number; revision: number }> {
  const { caseId, revision, id, ...result } = input;
  await claim(ctx, { id: caseId, revision });
  const saved = await saveResult(ctx.tx, id, { caseId, ...result, recordedOn: ctx.clock.today() });
  await ctx.audit({ entity: 'case', entityId: caseId, summary: '登记监督成效' });
  ctx.changed('case', caseId);
  return { id: saved, revision: revision + 1 };
}

export async function dropResult(
  ctx: CommandContext,
  input: Parsed<'supervision.result.remove'>,
): Promise<{ revision: number }> {
  await claim(ctx, { id: input.caseId, revision: input.revision });
  await deleteResult(ctx.tx, input.caseId, input.id);
  await ctx.audit({ entity: 'case', entityId: input.caseId, summary: '删除监督成效' });
  ctx.changed('case', input.caseId);
  return { revision: input.revision + 1 };
}

/** Loads the case and takes the next revision: STALE_REVISION when somebody was faster, REFUSED when it is archived. */
async function claim(
  ctx: CommandContext,
  { id, revision }: { id: number; revision: number },
): Promise<LoadedCase> {
  const loaded = await loadCase(ctx, id);
  if (loaded.row.deletedAt !== null) throw new Refusal('REFUSED', '该案件在回收站中，请先恢复。');
  if (loaded.row.stage === 'archived') throw new Refusal('REFUSED', '该案件已归档，内容不能再改。');
  if (!(await updateSpine(ctx.tx, id, revision, { updatedAt: ctx.clock.now().toISOString() })))
    throw new Refusal('STALE_REVISION', STALE);
  return loaded;
}

function refuseProblems(problems: readonly { field?: string; message: string }[]): void {
  if (problems.length === 0) return;
  const fields = problems.flatMap(({ field, message }) => (field === undefined ? [] : [{ field, message }]));
  throw new Refusal('BAD_INPUT', `有 ${problems.length} 处需要修改：${problems[0]?.message ?? ''}`, fields);
}

type ViolationInput = Parsed<'supervision.violation.save'>['item'];

const toViolationRow = (caseId: number, item: ViolationInput) => ({
  caseId,
  code: item.code,
  fact: item.fact.trim(),
  workerCount: item.workerCount,
  amountFen: item.amountFen,
  evidence: item.evidence.trim(),
  demand: item.demand.trim(),
  demandDueOn: item.demandDueOn,
  finding: item.finding ?? 'pending',
  rectified: item.rectified ?? 'pending',
});
