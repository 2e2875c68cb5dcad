import { EMPTY_EMPLOYER } from '@shared/contract/employers';
import { Refusal } from '@shared/contract/result';
import { judgeUscc } from '@shared/domain/kernel/uscc';
import { documentStatusLabel } from '@shared/domain/papers/lifecycle';
import { shownTotal } from '../../db/counting';
import type { Handlers } from '../../ipc/context';
import { listCasesOfEmployer } from '../cases/cases.repository';
import { listDeadlinesOfEmployer } from '../deadlines/deadlines.repository';
import { listDocumentsOfEmployer } from '../documents/documents.repository';
import { listPeopleOf } from '../people/people.repository';
import { toPersonRow } from '../people/people.service';
import {
  countEmployers,
  findEmployer,
  findEmployerByUscc,
  findSimilarEmployers,
  listEmployers,
  listTowns,
} from './employers.repository';
import { removeEmployer, restoreEmployer, saveEmployer } from './employers.service';
import { normalizeEmployer } from './normalize';

type Channels =
  | 'employers.list'
  | 'employers.towns'
  | 'employers.get'
  | 'employers.check'
  | 'employers.save'
  | 'employers.remove'
  | 'employers.restore';

/** @param stateLabel name of a case's state, from the modules */
export const createEmployersHandlers = (stateLabel: (state: string) => string): Handlers<Channels> => ({
  'employers.list': async ({ db }, input) => {
    const [rows, total] = await Promise.all([listEmployers(db, input, input), countEmployers(db, input)]);
    return { rows, ...shownTotal(total) };
  },
  'employers.towns': ({ db }) => listTowns(db),
  'employers.get': async ({ db, clock }, { id }) => {
    const employer = await findEmployer(db, id);
    if (!employer) throw new Refusal('NOT_FOUND', '该单位不存在或已被移除。');
    const [cases, documents, people, deadlines] = await Promise.all([
      listCasesOfEmployer(db, id),
      listDocumentsOfEmployer(db, id),
      listPeopleOf(db, id),
      listDeadlinesOfEmployer(db, id, clock.today()),
    ]);
    const today = clock.today();
    return {
      employer,
      cases: cases.map(({ state, ...row }) => ({ ...row, stateLabel: stateLabel(state) })),
      documents: documents.map((row) => ({
        id: row.id,
        documentNo: row.documentNo,
        title: row.title,
        statusLabel: documentStatusLabel(row, today),
        date: row.signedOn ?? row.updatedAt.slice(0, 10),
      })),
      people: people.map(toPersonRow),
      deadlines,
    };
  },
  'employers.check': async ({ db }, { name, uscc, exceptId }) => {
    const typed = normalizeEmployer({ ...EMPTY_EMPLOYER, name, uscc });
    const usccProblem = typed.uscc === '' ? '' : judgeUscc(typed.uscc);
    const twin = typed.uscc === '' ? undefined : await findEmployerByUscc(db, typed.uscc);
    const similar = typed.name.length < 2 ? [] : await findSimilarEmployers(db, typed.name, 6);
    const duplicates = [
      ...(twin ? [{ ...twin, why: '统一社会信用代码相同' }] : []),
      ...similar
        .filter((employer) => employer.id !== twin?.id)
        .map((employer) => ({ ...employer, why: employer.name === typed.name ? '名称相同' : '名称相近' })),
    ].filter((employer) => employer.id !== exceptId);
    return {
      usccProblem,
      duplicates: duplicates.map(({ id, name: found, uscc: code, why }) => ({
        id,
        name: found,
        uscc: code,
        why,
      })),
    };
  },
  'employers.save': saveEmployer,
  'employers.remove': removeEmployer,
  'employers.restore': (ctx, { id }) => restoreEmployer(ctx, id),
});
