import { z } from 'zod';
import { actionOffer, civilDate, empty, fieldValues, id, nullableDate, revision, text } from './common';
import { complainant, complainantInput } from './complainant';
import { command, query } from './define';
import { documentRow } from './documents';

export type { Complainant } from './complainant';

/** One item of a case: a suspected violation with its fact, evidence, basis and demand. */
export const violationItem = z.object({
  id,
  code: z.string(),
  name: z.string(),
  /** 事实: time, what, how many, without any complainant data. */
  fact: z.string(),
  workerCount: z.int().nullable(),
  amountFen: z.int().nullable(),
  evidence: z.string(),
  citation: z.string(),
  demand: z.string(),
  demandDueOn: nullableDate,
  finding: z.enum(['pending', 'established', 'notEstablished', 'insufficient']),
  rectified: z.enum(['pending', 'promised', 'partly', 'done', 'none', 'objectionUpheld']),
});
export type ViolationItem = z.infer<typeof violationItem>;

export const violationInput = violationItem
  .omit({ id: true, name: true, citation: true })
  .extend({
    code: z.string().max(10),
    fact: text('事实', 2000, true),
    evidence: text('已有证据', 500, true),
    demand: text('整改要求', 2000, true),
    workerCount: z.int().min(0).max(99_999_999).nullable(),
    amountFen: z.int().min(0).nullable(),
  })
  .partial({ finding: true, rectified: true });

export const supervisorRow = z.object({
  id,
  name: z.string(),
  unit: z.string(),
  certificateNo: z.string(),
  issuedBy: z.string(),
  validFrom: civilDate,
  validTo: civilDate,
  phone: z.string(),
  isActive: z.boolean(),
  /** valid | expiring (60 days) | expired | notYet */
  standing: z.enum(['valid', 'expiring', 'expired', 'notYet', 'inactive']),
});
export type SupervisorRow = z.infer<typeof supervisorRow>;

const deadlineRow = z.object({
  id,
  kind: z.string(),
  label: z.string(),
  ruleText: z.string(),
  basis: z.string(),
  source: z.string(),
  confidence: z.string(),
  startEvent: z.string(),
  startOn: civilDate,
  nominalOn: civilDate,
  dueOn: civilDate,
  /** e.g. 9月26日、27日休息，顺延 */
  skippedText: z.string(),
  status: z.enum(['running', 'paused', 'met', 'missed', 'cancelled']),
  metOn: nullableDate,
  daysLeft: z.int().nullable(),
  isProjected: z.boolean(),
  documentId: id.nullable(),
});
export type DeadlineRow = z.infer<typeof deadlineRow>;

export const supervisionCase = z.object({
  id,
  revision,
  caseNo: z.string(),
  clueNo: z.string(),
  title: z.string(),
  state: z.string(),
  stateLabel: z.string(),
  /** The status bar of the page: done, current and coming steps. */
  steps: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      status: z.enum(['done', 'current', 'coming', 'skipped']),
    }),
  ),
  nextDeadline: deadlineRow.nullable(),
  actions: z.array(actionOffer),
  /** Basic facts as the form shows them (restricted block not among them). */
  basics: fieldValues,
  employerId: id.nullable(),
  employerName: z.string(),
  hasComplainant: z.boolean(),
  isAnonymous: z.boolean(),
  violations: z.array(violationItem),
  investigators: z.array(
    z.object({
      supervisorId: id,
      name: z.string(),
      certificateNo: z.string(),
      validTo: civilDate,
      standing: z.string(),
      isRecused: z.boolean(),
    }),
  ),
  deadlines: z.array(deadlineRow),
  limitations: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      expiresOn: nullableDate,
      daysLeft: z.int().nullable(),
      note: z.string(),
      basis: z.string(),
      isUrgent: z.boolean(),
    }),
  ),
  documents: z.array(documentRow),
  /** Papers that wait for a step; isNext: the case waits for this one before anything else. */
  openPapers: z.array(z.object({ documentId: id, label: z.string(), isNext: z.boolean() })),
  timeline: z.array(
    z.object({
      id,
      at: z.string(),
      on: civilDate,
      /** Key of the action, document.* for a step of a paper. */
      action: z.string(),
      title: z.string(),
      detail: z.string(),
      accountName: z.string(),
      details: z.array(z.object({ label: z.string(), value: z.string() })),
    }),
  ),
  results: z.array(
    z.object({
      id,
      kind: z.string(),
      kindLabel: z.string(),
      amountFen: z.int(),
      workerCount: z.int(),
      quantity: z.int(),
      evidence: z.string(),
    }),
  ),
  related: z.array(z.object({ id, caseNo: z.string(), title: z.string(), why: z.string() })),
  warnings: z.array(z.object({ level: z.enum(['info', 'warn', 'danger']), text: z.string() })),
  isDeleted: z.boolean(),
  isReadOnly: z.boolean(),
});
export type SupervisionCase = z.infer<typeof supervisionCase>;

const named = <T extends z.ZodType>(fields: T) => z.object({ fields, initial: fieldValues });
const fieldList = z.array(
  z.custom<import('../domain/kernel/field').Field>((v) => typeof v === 'object' && v !== null),
);

export const supervisionContract = {
  /** The form of a new clue: descriptors and defaults. */
  'supervision.clue.form': query({ input: empty, output: named(fieldList), permission: 'case.read' }),
  'supervision.clue.register': command({
    input: z.object({
      values: fieldValues,
      complainant: complainantInput.nullable(),
      violations: z.array(violationInput).max(61),
    }),
    output: z.object({ id, revision, clueNo: z.string() }),
    permission: 'case.write',
  }),
  'supervision.case.get': query({
    input: z.object({ id }),
    output: supervisionCase,
    permission: 'case.read',
  }),
  'supervision.case.basicsForm': query({
    input: z.object({ id }),
    output: named(fieldList),
    permission: 'case.read',
  }),
  'supervision.case.update': command({
    input: z.object({ id, revision, values: fieldValues }),
    output: z.object({ id, revision }),
    permission: 'case.write',
  }),
  /** Every transition of the case goes through here. */
  'supervision.case.act': command({
    input: z.object({ id, revision, action: z.string().max(40), values: fieldValues }),
    output: z.object({ id, revision, state: z.string() }),
    permission: 'case.write',
  }),
  'supervision.complainant.get': query({
    input: z.object({ caseId: id }),
    output: complainant.nullable(),
    permission: 'complainant.read',
    audit: 'sensitive',
  }),
  'supervision.complainant.save': command({
    input: z.object({ caseId: id, complainant: complainantInput }),
    output: z.object({ caseId: id }),
    permission: 'complainant.write',
  }),
  'supervision.violation.save': command({
    input: z.object({ caseId: id, revision, id: id.nullable(), item: violationInput }),
    output: z.object({ id, revision }),
    permission: 'case.write',
  }),
  'supervision.violation.remove': command({
    input: z.object({ caseId: id, revision, id }),
    output: z.object({ revision }),
    permission: 'case.write',
  }),
  'supervision.result.save': command({
    input: z.object({
      caseId: id,
      revision,
      id: id.nullable(),
      kind: z.string().max(40),
      amountFen: z.int().min(0),
      workerCount: z.int().min(0),
      quantity: z.int().min(0),
      evidence: z.string().trim().min(1, '请填写凭证编号或说明：没有凭证的成效不计入统计').max(500),
    }),
    output: z.object({ id, revision }),
    permission: 'case.write',
  }),
  'supervision.result.remove': command({
    input: z.object({ caseId: id, revision, id }),
    output: z.object({ revision }),
    permission: 'case.write',
  }),
  'supervision.supervisors.list': query({
    input: z.object({ onDate: civilDate.nullable() }),
    output: z.array(supervisorRow),
    permission: 'case.read',
  }),
  'supervision.supervisors.save': command({
    input: z.object({
      id: id.nullable(),
      name: z.string().trim().min(1, '请填写姓名').max(30),
      unit: z.string().trim().max(60),
      certificateNo: z.string().trim().min(1, '请填写监督员证号').max(40),
      issuedBy: z.string().trim().max(60),
      validFrom: civilDate,
      validTo: civilDate,
      phone: z.string().trim().max(30),
      isActive: z.boolean(),
    }),
    output: z.object({ id }),
    permission: 'settings.write',
  }),
  'supervision.supervisors.remove': command({
    input: z.object({ id }),
    output: z.object({ id }),
    permission: 'settings.write',
  }),
  /** 卷内目录 as it stands: rows with page numbers, what is missing. */
  'supervision.dossier': query({
    input: z.object({ caseId: id }),
    output: z.object({
      rows: z.array(
        z.object({
          documentId: id.nullable(),
          documentNo: z.string(),
          author: z.string(),
          title: z.string(),
          date: z.string(),
          pageFrom: z.int().nullable(),
          pageTo: z.int().nullable(),
          hasPersonalData: z.boolean(),
          note: z.string(),
        }),
      ),
      pageCount: z.int(),
      missing: z.array(z.string()),
    }),
    permission: 'case.read',
  }),
} as const;
