import type { CivilDate } from '@shared/domain/kernel/civil-date';

/** The only way a service learns the time. */
export type Clock = { readonly now: () => Date; readonly today: () => CivilDate };
