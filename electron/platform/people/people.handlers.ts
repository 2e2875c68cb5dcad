import { Refusal } from '@shared/contract/result';
import { judgeIdNumber } from '@shared/domain/kernel/id-number';
import { maskIdNumber } from '@shared/domain/kernel/masking';
import { can } from '@shared/domain/kernel/permissions';
import { shownTotal } from '../../db/counting';
import type { Handlers } from '../../ipc/context';
import { digitReachOf } from '../search/digit-reach';
import {
  countPeople,
  findPerson,
  findPersonByIdNumber,
  findSimilarPeople,
  listPeople,
} from './people.repository';
import { dropPerson, savePerson, toFullPersonRow, toPersonRow } from './people.service';

type Channels = 'people.list' | 'people.get' | 'people.check' | 'people.save' | 'people.remove';

export const peopleHandlers: Handlers<Channels> = {
  'people.list': async (ctx, { text, offset, limit }) => {
    const sought = { text, reach: digitReachOf(ctx, text) };
    const [rows, total] = await Promise.all([
      listPeople(ctx.db, sought, { offset, limit }),
      countPeople(ctx.db, sought),
    ]);
    return { rows: rows.map(toPersonRow), ...shownTotal(total) };
  },
  'people.get': async ({ db, shown, account }, { id }) => {
    const person = await findPerson(db, id);
    if (!person) throw new Refusal('NOT_FOUND', '该人员不存在或已被移除。');
    if (!can(account.roles, 'party.identify')) {
      shown('person', id, '查看人员信息（证件号码已遮挡）');
      return { person: toPersonRow(person), cases: [] };
    }
    shown('person', id, '查看人员证件信息');
    return { person: toFullPersonRow(person), cases: [] };
  },
  'people.check': async ({ db }, { name, idNumber, exceptId }) => {
    const code = idNumber.normalize('NFKC').replace(/\s/g, '').toUpperCase();
    const twin = code === '' ? undefined : await findPersonByIdNumber(db, code);
    const similar = name.trim() === '' ? [] : await findSimilarPeople(db, name.trim(), 6);
    const duplicates = [
      ...(twin ? [{ ...twin, why: '身份证号相同' }] : []),
      ...similar
        .filter((person) => person.id !== twin?.id)
        .map((person) => ({ ...person, why: '姓名相同或相近' })),
    ].filter((person) => person.id !== exceptId);
    return {
      idNumberProblem: code === '' ? '' : judgeIdNumber(code),
      duplicates: duplicates.map((person) => ({
        id: person.id,
        name: person.name,
        uscc: maskIdNumber(person.idNumber),
        why: person.why,
      })),
    };
  },
  'people.save': savePerson,
  'people.remove': dropPerson,
};
