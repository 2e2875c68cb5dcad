import type { Input } from '@shared/contract';
import { Refusal } from '@shared/contract/result';
import type { LawRow, ViolationRow } from '@shared/contract/settings';
import {
  type Basis,
  type Catalogue,
  citationOf,
  findLaw,
  lawsText,
  type Violation,
} from '@shared/domain/supervision/catalogue';
import { articleKey, type OwnLaw, toBases, toBasisEdit } from '@shared/domain/supervision/catalogue-edit';
import type { CommandContext, QueryContext } from '../../ipc/context';
import { loadCatalogue, type StoredViolation } from './office';
import {
  deleteCatalogueOverride,
  listCatalogueOverrides,
  upsertCatalogueOverride,
} from './settings.repository';

/** The catalogue of violations and of the laws they rest on, as shipped and as the office changed it. */

type Reading = Pick<QueryContext, 'db'>;

export async function listViolations(ctx: QueryContext): Promise<ViolationRow[]> {
  const [catalogue, stored] = await Promise.all([
    loadCatalogue(ctx.db, ctx.resources),
    listCatalogueOverrides<StoredViolation>(ctx.db, 'violations'),
  ]);
  const groups = new Map(catalogue.violations.groups.map((group) => [group.code, group.label]));
  const departments = new Map(
    catalogue.departments.departments.map((department) => [department.code, department.label]),
  );
  return catalogue.violations.types.map((type: Violation) => ({
    code: type.code,
    name: type.name,
    group: groups.get(type.group) ?? type.group,
    basesText: lawsText([type.code], catalogue),
    bases: type.bases.map((basis) => ({
      ...toBasisEdit(basis),
      citation: citationOf(basis),
      confidence: basis.confidence,
    })),
    evidence: [...type.evidence],
    checkPoints: type.checkPoints,
    demand: type.demand,
    questions: [...type.questions],
    documentsToRequest: [...type.documentsToRequest],
    departments: type.departments.map((code) => departments.get(code) ?? code),
    versionDate: type.versionDate,
    isImmediate: type.flags.immediate,
    isEdited: (stored.get(type.code)?.edit ?? null) !== null,
    revision: stored.get(type.code)?.revision ?? 0,
  }));
}

export async function editViolation(
  ctx: CommandContext,
  input: Input<'catalogue.violation.update'>,
): Promise<{ code: string }> {
  const { code, revision, bases: typed, ...wording } = input;
  const shipped = ctx.resources.catalogue;
  const type = shipped.violations.types.find((known) => known.code === code);
  if (!type) throw new Refusal('NOT_FOUND', '目录中没有这个类型。');
  const before = await storedViolation(ctx, code);
  if (before.revision !== revision) {
    throw new Refusal(
      'STALE_REVISION',
      '这个违法类型刚在另一窗口修改过。请载入最新内容核对后再保存，您填写的内容仍在。',
    );
  }
  const { laws } = await loadCatalogue(ctx.db, ctx.resources);
  const { bases, problems } = toBases(typed, type, shipped, laws.laws);
  if (problems.length > 0) {
    const fields = problems.map(({ place, field, message }) => ({
      field: `bases.${place}.${field}`,
      message: `第${place + 1}条法律依据：${message}`,
    }));
    throw new Refusal('BAD_INPUT', fields.map(({ message }) => message).join('；'), fields);
  }
  await keepViolation(ctx, code, { revision: revision + 1, edit: { ...wording, bases } });
  await ctx.audit({ entity: 'catalogue', entityId: null, summary: `修改违法类型 ${code} ${wording.name}` });
  ctx.changed('catalogue', null);
  return { code };
}

export async function resetViolation(ctx: CommandContext, code: string): Promise<{ code: string }> {
  const { revision, edit } = await storedViolation(ctx, code);
  if (edit !== null) await keepViolation(ctx, code, { revision: revision + 1, edit: null });
  await ctx.audit({ entity: 'catalogue', entityId: null, summary: `违法类型恢复默认 ${code}` });
  ctx.changed('catalogue', null);
  return { code };
}

async function storedViolation({ db }: Reading, code: string): Promise<StoredViolation> {
  const stored = await listCatalogueOverrides<StoredViolation>(db, 'violations');
  return stored.get(code) ?? { revision: 0, edit: null };
}

const keepViolation = (ctx: CommandContext, code: string, kept: StoredViolation) =>
  upsertCatalogueOverride(ctx.tx, 'violations', code, kept, ctx.clock.now().toISOString());

export async function listLaws(ctx: QueryContext): Promise<LawRow[]> {
  const [{ laws }, own] = await Promise.all([loadCatalogue(ctx.db, ctx.resources), ownLaws(ctx)]);
  const checked = checkedArticles(ctx.resources.catalogue);
  return laws.laws.map((law) => ({
    name: law.name,
    docNo: law.docNo ?? '',
    effectiveOn: law.versionDate ?? '',
    isOwn: own.has(law.name),
    checkedArticles: [...(checked.get(law.name) ?? [])],
  }));
}

/** Articles the shipped catalogue cites and vouches for, by law. */
function checkedArticles({ violations, generalBases }: Catalogue): ReadonlyMap<string, ReadonlySet<string>> {
  const checked = new Map<string, Set<string>>();
  const bases: readonly Basis[] = [...violations.types.flatMap((type) => type.bases), ...generalBases.bases];
  for (const basis of bases.filter(({ confidence }) => confidence === 'A')) {
    const known = checked.get(basis.law) ?? new Set();
    for (const article of basis.articles) known.add(articleKey(article));
    checked.set(basis.law, known);
  }
  return checked;
}

const ownLaws = ({ db }: Reading) => listCatalogueOverrides<OwnLaw>(db, 'laws');

export async function saveLaw(
  ctx: CommandContext,
  input: Input<'catalogue.law.save'>,
): Promise<{ name: string }> {
  const law = { ...input, name: input.name.replace(/^《|》$/g, '') };
  const twin = findLaw(law.name, ctx.resources.catalogue);
  if (twin) {
    throw new Refusal('BAD_INPUT', `目录中已有《${twin.name}》。`, [
      { field: 'name', message: '目录中已有这个文件，请直接选用' },
    ]);
  }
  await upsertCatalogueOverride(ctx.tx, 'laws', law.name, law, ctx.clock.now().toISOString());
  await ctx.audit({ entity: 'catalogue', entityId: null, summary: `登记法律文件《${law.name}》` });
  ctx.changed('catalogue', null);
  return { name: law.name };
}

export async function removeLaw(ctx: CommandContext, name: string): Promise<{ name: string }> {
  if (!(await ownLaws(ctx)).has(name)) throw new Refusal('NOT_FOUND', '没有找到本单位添加的这个文件。');
  const { violations } = await loadCatalogue(ctx.db, ctx.resources);
  const users = violations.types.filter((type) => type.bases.some((basis) => basis.law === name));
  if (users.length > 0) {
    throw new Refusal(
      'REFUSED',
      `《${name}》是${users.map((type) => `“${type.name}”`).join('、')}的法律依据，请先修改这些违法类型。`,
    );
  }
  await deleteCatalogueOverride(ctx.tx, 'laws', name);
  await ctx.audit({ entity: 'catalogue', entityId: null, summary: `删除法律文件《${name}》` });
  ctx.changed('catalogue', null);
  return { name };
}
