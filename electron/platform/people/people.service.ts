import type { PersonInput, PersonRow } from '@shared/contract/employers';
import { Refusal } from '@shared/contract/result';
import type { Field } from '@shared/domain/kernel/field';
import { checkFields } from '@shared/domain/kernel/field-schema';
import { maskIdNumber, maskPhone } from '@shared/domain/kernel/masking';
import { cleanText, compactText } from '@shared/domain/kernel/text-input';
import type { CommandContext } from '../../ipc/context';
import {
  type findPerson,
  findPersonByIdNumber,
  insertPerson,
  removePerson,
  updatePerson,
} from './people.repository';

const PERSON_FIELDS: readonly Field[] = [
  { name: 'name', label: '姓名', kind: 'text', isRequired: true, maxLength: 50 },
  { name: 'idNumber', label: '居民身份证号', kind: 'idNumber' },
  { name: 'phone', label: '联系电话', kind: 'text', maxLength: 40 },
  { name: 'post', label: '职务（岗位）', kind: 'text', maxLength: 60 },
  { name: 'note', label: '备注', kind: 'longText', maxLength: 1000 },
];

type FoundPerson = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

/** A row for lists: the ID number is masked. */
export function toPersonRow(person: FoundPerson): PersonRow {
  return {
    ...toFullPersonRow(person),
    idNumber: maskIdNumber(person.idNumber),
    phone: maskPhone(person.phone),
  };
}

export function toFullPersonRow(person: FoundPerson): PersonRow {
  const { id, revision, name, idNumber, phone, employerId, employerName, post, note } = person;
  return { id, revision, name, idNumber, phone, employerId, employerName, post, note };
}

/** Refuses with BAD_INPUT, DUPLICATE (the ID number is in the register) or STALE_REVISION. */
export async function savePerson(
  ctx: CommandContext,
  input: { id: number | null; revision: number; person: PersonInput },
): Promise<{ id: number; revision: number }> {
  const person: PersonInput = {
    ...input.person,
    name: cleanText(input.person.name, false).replace(/\s+/g, ''),
    idNumber: compactText(input.person.idNumber).toUpperCase(),
    phone: cleanText(input.person.phone, false).normalize('NFKC'),
    post: cleanText(input.person.post, false),
    note: cleanText(input.person.note, true),
  };
  const { employerId, ...typed } = person;
  const problems = checkFields(PERSON_FIELDS, typed);
  if (problems.length > 0) throw new Refusal('BAD_INPUT', '人员信息有内容需要修改。', problems);
  const twin = person.idNumber === '' ? undefined : await findPersonByIdNumber(ctx.db, person.idNumber);
  if (twin && twin.id !== input.id) {
    throw new Refusal('DUPLICATE', `该身份证号已登记在「${twin.name}」名下，请打开该人员修改。`, [
      { field: 'idNumber', message: `已登记：${twin.name}` },
    ]);
  }
  const at = ctx.clock.now().toISOString();
  if (input.id === null) {
    const id = await insertPerson(ctx.tx, person, at);
    await ctx.audit({ entity: 'person', entityId: id, summary: '登记人员' });
    ctx.changed('person', id);
    return { id, revision: 1 };
  }
  if (!(await updatePerson(ctx.tx, input.id, person, input.revision, at))) {
    throw new Refusal(
      'STALE_REVISION',
      '该人员信息刚被另一窗口修改过，请重新打开核对后再保存，您填写的内容仍在。',
    );
  }
  await ctx.audit({ entity: 'person', entityId: input.id, summary: '修改人员' });
  ctx.changed('person', input.id);
  return { id: input.id, revision: input.revision + 1 };
}

export async function dropPerson(ctx: CommandContext, input: { id: number; revision: number }) {
  if (!(await removePerson(ctx.tx, input.id, input.revision, ctx.clock.now().toISOString()))) {
    throw new Refusal('STALE_REVISION', '该人员信息刚被另一窗口修改过，请重新打开后再试。');
  }
  await ctx.audit({ entity: 'person', entityId: input.id, summary: '人员移入回收站' });
  ctx.changed('person', input.id);
  return { id: input.id };
}
