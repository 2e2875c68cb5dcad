import type { Input } from '@shared/contract';
import { EMPTY_EMPLOYER } from '@shared/contract/employers';
import type { Field, FieldValue, FieldValues } from '@shared/domain/kernel/field';
import { makeIdNumber } from '@shared/domain/kernel/id-number';
import { makeUscc } from '@shared/domain/kernel/uscc';
import type { TestOffice } from './office';

/** What an office has after its first days. All of it is invented. */
export type Story = {
  readonly employerIds: readonly number[];
  readonly personId: number;
  readonly leaderId: number;
  readonly supervisorIds: readonly number[];
  /** A registered clue with a complainant and one suspected violation. */
  readonly caseId: number;
  readonly documentId: number;
};

export const COMPLAINANT: NonNullable<Input<'supervision.clue.register'>['complainant']> = {
  isAnonymous: false,
  name: '钱小满',
  sex: '女',
  ageBand: '30-39',
  idNumber: makeIdNumber({ region: '330000', birthOn: '1991-03-04', sequence: 26 }),
  phone: '13900000001',
  address: '安溪县城关镇和平路9号',
  trade: '操作工',
  bankAccount: '',
  isEmployee: true,
  isMember: false,
  hiredOn: '2024-03-01',
  allowsIdentity: false,
  allowsClaims: true,
  representatives: '',
  agent: '',
};

/** Fills an office through its own channels. */
export async function tellStory(office: TestOffice): Promise<Story> {
  const { must } = office;
  const today = office.clock.today();
  const employerIds: number[] = [];
  for (const [i, name] of [
    '安溪湾精工机械有限公司',
    '云州纺织（集团）股份有限公司',
    '安溪湾物流有限公司',
  ].entries()) {
    const employer = {
      ...EMPTY_EMPLOYER,
      name,
      uscc: makeUscc({ serial: 100 + i, region: '330000' }),
      town: '城关镇',
      headcount: 120,
    };
    employerIds.push((await must('employers.save', { id: null, revision: 0, employer })).id);
  }
  const employerId = employerIds[0] as number;
  const person = {
    name: '张三',
    idNumber: makeIdNumber({ region: '330000', birthOn: '1990-05-06', sequence: 123 }),
    phone: '13800138000',
    employerId,
    post: '班组长',
    note: '',
  };
  const personId = (await must('people.save', { id: null, revision: 0, person })).id;
  const leaderId = (
    await must('leaders.save', {
      id: null,
      name: '陈立',
      post: 'chair',
      validFrom: '2025-01-01',
      validTo: null,
    })
  ).id;
  const supervisorIds: number[] = [];
  for (const [i, name] of ['李军', '周宁'].entries()) {
    const saved = await must('supervision.supervisors.save', {
      id: null,
      name,
      unit: '安溪县总工会',
      certificateNo: `ZJ-2025-00${i + 1}`,
      issuedBy: '云州市总工会',
      validFrom: '2025-01-01',
      validTo: '2029-12-31',
      phone: '',
      isActive: true,
    });
    supervisorIds.push(saved.id);
  }
  const clueForm = await must('supervision.clue.form', {});
  const values = fillForm(
    clueForm.fields,
    { ...clueForm.initial, employerId, receivedOn: today, topicSummary: '超时加班、未支付加班费' },
    today,
  );
  const code = (await must('catalogue.violations', {}))[0]?.code ?? '';
  const violation = {
    code,
    fact: '2026年7月安排职工每月加班50小时',
    workerCount: 12,
    amountFen: 1_200_000,
    evidence: '考勤表',
    demand: '改正',
    demandDueOn: null,
  };
  const { id: caseId } = await must('supervision.clue.register', {
    values,
    complainant: COMPLAINANT,
    violations: [violation],
  });
  const kind = (await must('documents.kinds', { caseId })).find((offer) => offer.isEnabled)?.kind ?? '';
  const { id: documentId } = await must('documents.create', { caseId, kind, basedOnId: null });
  await must('views.save', { list: 'supervision', name: '我的在办', query: '{}' });
  await must('drafts.save', { key: 'clue:new', payload: '{}' });
  return { employerIds, personId, leaderId, supervisorIds, caseId, documentId };
}

/** Begins every paper the case is offered. */
export async function beginEveryPaper({ must, invoke }: TestOffice, caseId: number): Promise<void> {
  for (const { kind, isEnabled } of await must('documents.kinds', { caseId })) {
    if (isEnabled) await invoke('documents.create', { caseId, kind, basedOnId: null });
  }
}

/** A form filled as far as it is required; what is given stays. */
export function fillForm(fields: readonly Field[], given: FieldValues, today: string): FieldValues {
  const filled: Record<string, FieldValue> = { ...given };
  for (const field of fields) {
    if (field.isRequired && (filled[field.name] ?? null) === null)
      filled[field.name] = plausible(field, today);
  }
  return filled;
}

function plausible(field: Field, today: string): FieldValue {
  switch (field.kind) {
    case 'date':
      return today;
    case 'count':
      return 12;
    case 'money':
      return 100_000;
    case 'flag':
      return true;
    case 'multiSelect':
      return field.options?.[0] ? [field.options[0].value] : [];
    case 'select':
      return field.options?.[0]?.value ?? '';
    case 'employer':
    case 'leader':
    case 'document':
      return 1;
    default:
      return '示例内容';
  }
}
