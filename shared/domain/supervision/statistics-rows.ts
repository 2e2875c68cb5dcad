import type { CivilDate } from '../kernel/civil-date';

/** Plain rows the indicators are computed from; the repository fills them, nothing else is read. */

export type StatisticsDocument = {
  readonly id: number;
  readonly caseId: number | null;
  readonly employerId: number | null;
  readonly kind: string;
  readonly status: string;
  readonly signedOn: CivilDate | null;
  readonly servedOn: CivilDate | null;
  readonly serviceOutcome: 'served' | 'refused' | 'left' | 'returned' | 'published' | null;
  readonly dueOn: CivilDate | null;
  readonly repliedOn: CivilDate | null;
};

export type StatisticsItem = { readonly code: string; readonly finding: string; readonly rectified: string };

export type StatisticsCase = {
  readonly id: number;
  readonly employerId: number | null;
  readonly state: string;
  readonly source: string;
  readonly town: string;
  readonly industry: string;
  readonly nature: string;
  readonly openedOn: CivilDate;
  readonly acceptedOn: CivilDate | null;
  readonly closedOn: CivilDate | null;
  /** Code of resources/catalogues/close-reasons.json; empty while open. */
  readonly closeReason: string;
  readonly workersTotal: number;
  readonly workersFemale: number;
  readonly workersMigrant: number;
  readonly workersPlatform: number;
  readonly items: readonly StatisticsItem[];
  /** Newest answer of the complainant: satisfied, fair, dissatisfied; empty when not asked. */
  readonly satisfaction: string;
  /** Newest word of the department: filed, declined, result; empty when none. */
  readonly departmentOutcome: string;
};

export type StatisticsResult = {
  readonly caseId: number;
  /** Code of resources/catalogues/results.json. */
  readonly kind: string;
  readonly on: CivilDate;
  readonly amountFen: number;
  readonly workerCount: number;
  readonly quantity: number;
  readonly evidence: string;
};

export type StatisticsSupervisor = {
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate;
  readonly isActive: boolean;
};

export type StatisticsInput = {
  /** First and last day of the period; events count by their own day. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** 统计时点. */
  readonly asOf: CivilDate;
  readonly documents: readonly StatisticsDocument[];
  readonly cases: readonly StatisticsCase[];
  readonly results: readonly StatisticsResult[];
  readonly supervisors: readonly StatisticsSupervisor[];
};

/** One indicator: numerator and denominator are shown beside it, because superiors count differently. */
export type Indicator = {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly definition: string;
};
