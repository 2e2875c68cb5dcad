import type { UnitSettings } from '@shared/contract/settings';
import { type Calendar, createCalendar, type HolidayCalendar } from '@shared/domain/kernel/calendar';
import type { CivilDate } from '@shared/domain/kernel/civil-date';
import { type LocalRules, type ResolvedRules, resolveRules } from '@shared/domain/kernel/rules';
import type { Catalogue, Violation } from '@shared/domain/supervision/catalogue';
import { type OwnLaw, toLaw } from '@shared/domain/supervision/catalogue-edit';
import type { ReadDb } from '../../db/kysely';
import { untilDataChange } from '../../db/memo';
import type { Resources } from '../resources/resources';
import {
  findSetting,
  listCalendarOverrides,
  listCatalogueOverrides,
  listLeaders,
  listRuleOverrides,
} from './settings.repository';

/** What the office works by on one day: its settings, its rules, its calendar, its catalogue with local edits. */
export type OfficeRules = {
  readonly unit: UnitSettings;
  readonly unitRevision: number;
  readonly rules: ResolvedRules;
  readonly calendar: Calendar;
  readonly leaders: Awaited<ReturnType<typeof listLeaders>>;
  readonly catalogue: Catalogue;
};

export type ViolationEdit = Pick<
  Violation,
  'name' | 'demand' | 'checkPoints' | 'evidence' | 'versionDate' | 'bases'
>;

/** A changed type; after 恢复原内容 the count of changes stays, so that an old page is known for one. */
export type StoredViolation = { readonly revision: number; readonly edit: ViolationEdit | null };

export async function loadOffice(db: ReadDb, resources: Resources, today: CivilDate): Promise<OfficeRules> {
  const stored = await findSetting<UnitSettings>(db, 'unit');
  if (!stored) throw new Error('no unit settings');
  const [rules, calendar, leaders, catalogue] = await Promise.all([
    loadRules(db, resources, stored.value.jurisdiction, today),
    loadCalendar(db, resources),
    listLeaders(db),
    loadCatalogue(db, resources),
  ]);
  return { unit: stored.value, unitRevision: stored.revision, rules, calendar, leaders, catalogue };
}

export async function loadRules(
  db: ReadDb,
  resources: Resources,
  jurisdiction: string,
  today: CivilDate,
): Promise<ResolvedRules> {
  const local: LocalRules = { versionDate: today, effectiveFrom: today, rules: await listRuleOverrides(db) };
  return onceFor(resources.profiles, [jurisdiction, local], () =>
    resolveRules(resources.profiles, jurisdiction, today, local),
  );
}

export async function loadCalendar(db: ReadDb, resources: Resources): Promise<Calendar> {
  return untilDataChange(db, 'calendar', async () => {
    const own = await listCalendarOverrides<HolidayCalendar>(db);
    return onceFor(resources.calendars, own, () => createCalendar([...resources.calendars, ...own]));
  });
}

const made = new WeakMap<object, { readonly key: string; readonly value: unknown }>();

/** What is made of a shipped list and the office's own entries: made anew only when the entries have changed. */
function onceFor<T>(shipped: object, own: unknown, make: () => T): T {
  const key = JSON.stringify(own);
  const known = made.get(shipped);
  if (known?.key === key) return known.value as T;
  const value = make();
  made.set(shipped, { key, value });
  return value;
}

export async function loadCatalogue(db: ReadDb, resources: Resources): Promise<Catalogue> {
  const [edits, ownLaws] = await Promise.all([
    listCatalogueOverrides<StoredViolation>(db, 'violations'),
    listCatalogueOverrides<OwnLaw>(db, 'laws'),
  ]);
  if (edits.size === 0 && ownLaws.size === 0) return resources.catalogue;
  const { violations, laws } = resources.catalogue;
  const types = violations.types.map((type) => ({ ...type, ...edits.get(type.code)?.edit }));
  return {
    ...resources.catalogue,
    violations: { ...violations, types },
    laws: { ...laws, laws: [...laws.laws, ...[...ownLaws.values()].map(toLaw)] },
  };
}
