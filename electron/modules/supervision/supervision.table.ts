import type { Generated } from 'kysely';

/** Row types of the module's tables; JSON columns are text here and parsed once, in the repository. */

export interface SupervisionCaseTable {
  caseId: number;
  source: string;
  receivedOn: string;
  registeredOn: string | null;
  acceptedOn: string | null;
  stateBeforePause: string | null;
  basics: string;
  topic: string;
  workerCount: number;
  amountFen: number;
  closeReason: string;
  archiveNo: string;
}
export interface SupervisionComplainantTable {
  caseId: number;
  isAnonymous: number;
  details: string;
  updatedAt: string;
}
export interface SupervisionViolationTable {
  id: Generated<number>;
  caseId: number;
  code: string;
  fact: string;
  workerCount: number | null;
  amountFen: number | null;
  evidence: string;
  demand: string;
  demandDueOn: string | null;
  finding: 'pending' | 'established' | 'notEstablished' | 'insufficient';
  rectified: 'pending' | 'promised' | 'partly' | 'done' | 'none' | 'objectionUpheld';
}
export interface SupervisorTable {
  id: Generated<number>;
  name: string;
  unit: string;
  certificateNo: string;
  issuedBy: string;
  validFrom: string;
  validTo: string;
  phone: string;
  isActive: number;
}
export interface SupervisionInvestigatorTable {
  caseId: number;
  supervisorId: number;
  assignedOn: string;
  recusedOn: string | null;
  recusalReason: string;
}
export interface SupervisionEventTable {
  id: Generated<number>;
  caseId: number;
  /** Among the events of the case, those of its papers included. */
  place: number;
  action: string;
  fromState: string;
  toState: string;
  occurredOn: string;
  fieldValues: string;
  accountId: number;
  createdAt: string;
}
export interface SupervisionResultTable {
  id: Generated<number>;
  caseId: number;
  kind: string;
  amountFen: number;
  workerCount: number;
  quantity: number;
  evidence: string;
  recordedOn: string;
}

export interface SupervisionTables {
  supervisionCase: SupervisionCaseTable;
  supervisionComplainant: SupervisionComplainantTable;
  supervisionViolation: SupervisionViolationTable;
  supervisor: SupervisorTable;
  supervisionInvestigator: SupervisionInvestigatorTable;
  supervisionEvent: SupervisionEventTable;
  supervisionResult: SupervisionResultTable;
}
