import type { CivilDate } from '../kernel/civil-date';
import type { FieldValues } from '../kernel/field';
import type { LifecycleDocument } from '../papers/lifecycle-data';

/**
 * One supervision case as the pure rules and the papers see it: read once by the repository, never written.
 * Nothing of the restricted complainant block is in here; the few papers that may name the complainant receive it apart.
 */
export type CaseData = {
  readonly id: number;
  readonly revision: number;
  readonly caseNo: string;
  readonly clueNo: string;
  readonly title: string;
  readonly state: string;
  /** State to return to from C90. */
  readonly stateBeforePause: string | null;
  readonly jurisdiction: string;
  readonly openedOn: CivilDate;
  readonly closedOn: CivilDate | null;
  readonly archivedOn: CivilDate | null;
  readonly handlerName: string;
  readonly employer: EmployerData | null;
  /** Everything typed at registration and later: keys as in CLUE_FIELDS (fields.ts). */
  readonly basics: FieldValues;
  readonly hasComplainant: boolean;
  readonly isAnonymous: boolean;
  readonly violations: readonly ViolationData[];
  readonly investigators: readonly InvestigatorData[];
  readonly documents: readonly DocumentData[];
  /** In the order they lie in the file; removed ones are not among them. */
  readonly evidence: readonly EvidenceData[];
  readonly deadlines: readonly DeadlineData[];
  /** Oldest first: what was done, with what was typed. */
  readonly events: readonly CaseEvent[];
  readonly results: readonly ResultData[];
};

export type EmployerData = {
  readonly id: number;
  readonly name: string;
  readonly uscc: string;
  readonly address: string;
  readonly businessAddress: string;
  readonly legalRepresentative: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly industry: string;
  readonly nature: string;
  readonly town: string;
  readonly headcount: number | null;
  readonly hasUnion: 'yes' | 'no' | 'unknown';
};

export type ViolationData = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly fact: string;
  readonly workerCount: number | null;
  readonly amountFen: number | null;
  readonly evidence: string;
  readonly demand: string;
  readonly demandDueOn: CivilDate | null;
  readonly finding: 'pending' | 'established' | 'notEstablished' | 'insufficient';
  readonly rectified: 'pending' | 'promised' | 'partly' | 'done' | 'none' | 'objectionUpheld';
};

export type InvestigatorData = {
  readonly supervisorId: number;
  readonly name: string;
  readonly certificateNo: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate;
  readonly isRecused: boolean;
};

/** A paper of the case, as far as rules need it. */
export type DocumentData = LifecycleDocument & {
  readonly serviceMethod: string;
  readonly pageCount: number;
  /** The paper it is about: what a 送达回证 proves, what a 催办函 duns. */
  readonly basedOnId?: number | null;
};

/** A piece of evidence. One that concerns the complainant bears no name here but a general one. */
export type EvidenceData = {
  readonly number: number;
  readonly name: string;
  readonly kindLabel: string;
  /** 形式 of 证据登记表. */
  readonly form: string | null;
  readonly provider: string;
  readonly obtainedOn: CivilDate | null;
  readonly pageCount: number | null;
  /** false: lies in the file as a disc or stick. */
  readonly isPaged: boolean;
  readonly isRestricted: boolean;
};

export type DeadlineData = {
  readonly id: number;
  readonly kind: string;
  readonly label: string;
  readonly startOn: CivilDate;
  readonly nominalOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly status: 'running' | 'paused' | 'met' | 'missed' | 'cancelled';
  readonly metOn: CivilDate | null;
  readonly documentId: number | null;
};

export type CaseEvent = {
  readonly id: number;
  /** Action key of the case or of a document, e.g. accept, recordTalk, document.serve. */
  readonly action: string;
  readonly fromState: string;
  readonly toState: string;
  readonly on: CivilDate;
  readonly at: string;
  readonly accountName: string;
  readonly documentId: number | null;
  readonly values: FieldValues;
};

export type ResultData = {
  readonly id: number;
  /** Code of resources/catalogues/results.json. */
  readonly kind: string;
  readonly amountFen: number;
  readonly workerCount: number;
  readonly quantity: number;
  readonly evidence: string;
};

/** The restricted block. Only its handler's page and the papers addressed to the complainant see it. */
export type ComplainantData = {
  readonly isAnonymous: boolean;
  readonly name: string;
  readonly sex: string;
  readonly ageBand: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly address: string;
  readonly trade: string;
  readonly bankAccount: string;
  readonly isEmployee: boolean;
  readonly isMember: boolean;
  readonly hiredOn: CivilDate | null;
  readonly allowsIdentity: boolean;
  readonly allowsClaims: boolean;
  readonly representatives: string;
  readonly agent: string;
};

/** What the office is and prints: from settings. */
export type UnitData = {
  readonly unitName: string;
  /** Empty or, in an older file, absent: the unit itself prints. */
  readonly printingOffice?: string;
  readonly issuerCode: string;
  readonly area: string;
  readonly contact: string;
  readonly phone: string;
  readonly address: string;
  readonly email: string;
  readonly postcode: string;
  readonly upperUnion: string;
  readonly laborDepartment: string;
  readonly fondsName: string;
};
