import type { Handlers } from '../../ipc/context';
import { loadOffice } from './office';
import {
  dropLeader,
  editViolation,
  listRules,
  listViolations,
  overrideRule,
  readCalendarYear,
  resetRule,
  resetViolation,
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
