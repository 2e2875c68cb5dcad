import type { CivilDate } from '../kernel/civil-date';
import type { ResolvedRules } from '../kernel/rules';
import type { DocumentContext } from '../papers/lifecycle-data';
import type { Catalogue } from './catalogue';

/** 基层工会 < 县级 < 市级 < 省级. */
export const UNIT_LEVELS = ['grassroots', 'county', 'city', 'province'] as const;
export type UnitLevel = (typeof UNIT_LEVELS)[number];

/** A person of the supervisor registry. */
export type SupervisorData = {
  readonly id: number;
  readonly name: string;
  readonly unit: string;
  readonly certificateNo: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate;
  readonly isActive: boolean;
};

/** Everything a rule needs besides the case; read once by the service. */
export type CaseContext = DocumentContext & {
  readonly supervisors: readonly SupervisorData[];
  /** Rules as the profiles above see them (province above city): a letter gives the longer period of the two. */
  readonly upperRules?: readonly ResolvedRules[];
  readonly unitLevel: UnitLevel;
  readonly roles: readonly string[];
  readonly catalogue: Pick<Catalogue, 'violations' | 'departments' | 'options'>;
};
