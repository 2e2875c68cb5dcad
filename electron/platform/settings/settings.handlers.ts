import type { Handlers } from '../../ipc/context';
import {
  editViolation,
  listLaws,
  listViolations,
  removeLaw,
  resetViolation,
  saveLaw,
} from './catalogue.service';
import { loadOffice } from './office';
import {
  dropLeader,
  listRules,
  overrideRule,
  readCalendarYear,
  resetRule,
  storeLeader,
  updateCalendar,
  updateSettings,
} from './settings.service';

type Channels =
  | 'settings.get'
  | 'settings.update'
  | 'rules.list'
  | 'rules.override'
  | 'rules.reset'
  | 'catalogue.violations'
  | 'catalogue.violation.update'
  | 'catalogue.violation.reset'
  | 'catalogue.laws'
  | 'catalogue.law.save'
  | 'catalogue.law.remove'
  | 'calendar.year'
  | 'calendar.update'
  | 'leaders.list'
  | 'leaders.save'
  | 'leaders.remove';

export const settingsHandlers: Handlers<Channels> = {
  'settings.get': async (ctx) => {
    const { unit, unitRevision } = await loadOffice(ctx.db, ctx.resources, ctx.clock.today());
    const patterns = ctx.resources.catalogue.numbering.patterns.map(({ key, pattern }) => [
      key,
      unit.numbering[key] ?? pattern,
    ]);
    return {
      settings: { ...unit, numbering: Object.fromEntries(patterns) as Record<string, string> },
      revision: unitRevision,
    };
  },
  'settings.update': updateSettings,
  'rules.list': (ctx) => listRules(ctx),
  'rules.override': overrideRule,
  'rules.reset': (ctx, { key }) => resetRule(ctx, key),
  'catalogue.violations': (ctx) => listViolations(ctx),
  'catalogue.violation.update': editViolation,
  'catalogue.violation.reset': (ctx, { code }) => resetViolation(ctx, code),
  'catalogue.laws': (ctx) => listLaws(ctx),
  'catalogue.law.save': saveLaw,
  'catalogue.law.remove': (ctx, { name }) => removeLaw(ctx, name),
  'calendar.year': (ctx, { year }) => readCalendarYear(ctx, year),
  'calendar.update': updateCalendar,
  'leaders.list': async (ctx) => {
    const { leaders, catalogue } = await loadOffice(ctx.db, ctx.resources, ctx.clock.today());
    const posts = new Map(catalogue.options['leader-posts'].items.map((post) => [post.code, post.label]));
    return leaders.map((leader) => ({ ...leader, postLabel: posts.get(leader.post) ?? leader.post }));
  },
  'leaders.save': storeLeader,
  'leaders.remove': (ctx, { id }) => dropLeader(ctx, id),
};
