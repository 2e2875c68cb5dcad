import { z } from 'zod';
import { civilDate, empty, id, page, revision, searchText, typedText } from './common';
import { command, job, query } from './define';

export const employerInput = z.object({
  name: typedText,
  uscc: typedText,
  address: typedText,
  businessAddress: typedText,
  legalRepresentative: typedText,
  contactName: typedText,
  contactPhone: typedText,
  industry: typedText,
  nature: typedText,
  town: typedText,
  headcount: z.int().nullable(),
  hasUnion: z.enum(['yes', 'no', 'unknown']),
  formerNames: typedText,
  note: typedText,
});
export type EmployerInput = z.infer<typeof employerInput>;

/** An employer nothing is known about yet. */
export const EMPTY_EMPLOYER: EmployerInput = {
  name: '',
  uscc: '',
  address: '',
  businessAddress: '',
  legalRepresentative: '',
  contactName: '',
  contactPhone: '',
  industry: '',
  nature: '',
  town: '',
  headcount: null,
  hasUnion: 'unknown',
  formerNames: '',
  note: '',
};

export const employerRow = employerInput.extend({ id, revision, caseCount: z.int(), updatedAt: z.string() });
export type EmployerRow = z.infer<typeof employerRow>;

const employerFilter = z.object({
  text: searchText,
  town: z.string().max(60),
  industry: z.string().max(10),
  sort: z.enum(['name', 'town', 'headcount', 'updatedAt']),
  isDescending: z.boolean(),
  isDeleted: z.boolean(),
});

/** Every employer of the register, by name. */
export const EVERY_EMPLOYER: z.infer<typeof employerFilter> = {
  text: '',
  town: '',
  industry: '',
  sort: 'name',
  isDescending: false,
  isDeleted: false,
};

/** A possible duplicate, shown while typing. */
const duplicate = z.object({ id, name: z.string(), uscc: z.string(), why: z.string() });

export const personInput = z.object({
  name: typedText,
  idNumber: typedText,
  phone: typedText,
  employerId: id.nullable(),
  post: typedText,
  note: typedText,
});
export type PersonInput = z.infer<typeof personInput>;
export const personRow = z.object({
  id,
  revision,
  name: z.string(),
  /** Masked unless personal detail was asked for. */
  idNumber: z.string(),
  phone: z.string(),
  employerId: id.nullable(),
  employerName: z.string(),
  post: z.string(),
  note: z.string(),
});
export type PersonRow = z.infer<typeof personRow>;

export const relatedCase = z.object({
  id,
  caseNo: z.string(),
  title: z.string(),
  stateLabel: z.string(),
  openedOn: z.string(),
});

const importColumn = z.object({ index: z.int(), header: z.string(), target: z.string() });
export const importPreview = z.object({
  token: z.string(),
  fileName: z.string(),
  sheetName: z.string(),
  rowCount: z.int(),
  validCount: z.int(),
  /** Rows that are already in the register, by USCC: they update it. */
  updateCount: z.int(),
  errorCount: z.int(),
  /** Row of the template's example, which is passed over; null when it was not left in. */
  exampleRow: z.int().nullable(),
  columns: z.array(importColumn),
  /** First rows as read. */
  sample: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
  /** At most 500; errorCount tells all. */
  errors: z.array(z.object({ row: z.int(), column: z.string(), value: z.string(), message: z.string() })),
});
export type ImportPreview = z.infer<typeof importPreview>;

export const employersContract = {
  'employers.list': query({
    input: employerFilter.extend(page.shape),
    output: z.object({ total: z.int(), isTotalCapped: z.boolean(), rows: z.array(employerRow) }),
    permission: 'party.read',
  }),
  'employers.towns': query({ input: empty, output: z.array(z.string()), permission: 'party.read' }),
  'employers.get': query({
    input: z.object({ id }),
    output: z.object({
      employer: employerRow,
      cases: z.array(relatedCase),
      documents: z.array(
        z.object({
          id,
          documentNo: z.string(),
          title: z.string(),
          statusLabel: z.string(),
          date: z.string(),
        }),
      ),
      people: z.array(personRow),
      deadlines: z.array(
        z.object({ label: z.string(), dueOn: civilDate, caseId: id, isOverdue: z.boolean() }),
      ),
    }),
    permission: 'party.read',
  }),
  'employers.check': query({
    input: z.object({ name: z.string().max(200), uscc: z.string().max(40), exceptId: id.nullable() }),
    output: z.object({ usccProblem: z.string(), duplicates: z.array(duplicate) }),
    permission: 'party.read',
  }),
  'employers.save': command({
    input: z.object({ id: id.nullable(), revision, employer: employerInput }),
    output: z.object({ id, revision }),
    permission: 'party.write',
  }),
  'employers.remove': command({
    input: z.object({ id, revision }),
    output: z.object({ id }),
    permission: 'party.write',
  }),
  'employers.restore': command({
    input: z.object({ id }),
    output: z.object({ id }),
    permission: 'party.write',
  }),
  /** Asks for a file, or with a mapping reads the one at hand anew; reads it in a worker, keeps it until committed or discarded. */
  'employers.import.preview': job({
    input: z.strictObject({ mapping: z.record(z.string().max(10), z.string().max(40)).nullable() }),
    output: importPreview.nullable(),
    permission: 'party.write',
    audit: 'none',
  }),
  /** Writes all valid rows in one transaction, or nothing. */
  'employers.import.commit': job({
    input: z.object({ token: z.string().max(60), skipErrors: z.boolean() }),
    output: z.object({ inserted: z.int(), updated: z.int(), skipped: z.int() }),
    permission: 'party.write',
  }),
  'employers.import.discard': job({
    input: z.object({ token: z.string().max(60) }),
    output: z.object({}),
    permission: 'party.write',
    audit: 'none',
  }),
  'employers.import.template': job({
    input: empty,
    output: z.object({ path: z.string() }).nullable(),
    permission: 'party.read',
    audit: 'none',
  }),
  'employers.export': job({
    input: z.object({ text: searchText, town: z.string().max(60), industry: z.string().max(10) }),
    output: z.object({ path: z.string(), count: z.int() }).nullable(),
    permission: 'document.export',
    audit: 'export',
  }),
  'people.list': query({
    input: page.extend({ text: searchText }),
    output: z.object({ total: z.int(), isTotalCapped: z.boolean(), rows: z.array(personRow) }),
    permission: 'party.read',
  }),
  'people.get': query({
    input: z.object({ id }),
    output: z.object({ person: personRow, cases: z.array(relatedCase) }),
    permission: 'party.read',
    audit: 'sensitive',
  }),
  'people.check': query({
    input: z.object({ name: z.string().max(60), idNumber: z.string().max(40), exceptId: id.nullable() }),
    output: z.object({ idNumberProblem: z.string(), duplicates: z.array(duplicate) }),
    permission: 'party.read',
  }),
  'people.save': command({
    input: z.object({ id: id.nullable(), revision, person: personInput }),
    output: z.object({ id, revision }),
    permission: 'party.write',
  }),
  'people.remove': command({
    input: z.object({ id, revision }),
    output: z.object({ id }),
    permission: 'party.write',
  }),
  'search.global': query({
    input: z.object({ text: searchText, limit: z.int().min(1).max(20) }),
    output: z.array(
      z.object({
        entity: z.enum(['case', 'employer', 'person', 'document', 'supervisor']),
        id,
        /** The case to open for a document hit. */
        caseId: id.nullable(),
        title: z.string(),
        detail: z.string(),
      }),
    ),
    permission: 'case.read',
  }),
} as const;
