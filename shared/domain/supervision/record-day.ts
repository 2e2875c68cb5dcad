import type { CivilDate } from '../kernel/civil-date';
import type { LifecycleDocument } from '../papers/lifecycle-data';
import { dateOf } from '../papers/lifecycle-values';

const RECORD_DAYS = [
  'heldOn',
  'investigatedOn',
  'reportedOn',
  'explainedOn',
  'recheckedOn',
  'recusedOn',
  'pausedOn',
  'terminatedOn',
];

/** Day of what a record tells of; the day it is filed when it does not say. */
export const recordedOn = (document: Pick<LifecycleDocument, 'values'>, filedOn: CivilDate): CivilDate =>
  RECORD_DAYS.map((name) => dateOf(document.values, name)).find((on) => on !== null) ?? filedOn;
