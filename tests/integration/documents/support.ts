import { addDays } from '@shared/domain/kernel/civil-date';
import type { FieldValues } from '@shared/domain/kernel/field';
import { createTeller, type Ground } from '../../../electron/platform/demo/story';
import {
  arrangeClue,
  arrangeEmployer,
  arrangeRegisters,
  FIRST_DAY,
  nameOf,
  readMainJob,
} from '../../builders/main-job';
import { createTestOffice, type TestOffice } from '../../builders/office';

export const mainJob = readMainJob();

export type MainCase = { readonly office: TestOffice; readonly caseId: number; readonly ground: Ground };

/** The main case in an office of its own, up to and with the named step, each step on its day. */
export async function openMainCase(last: string): Promise<MainCase> {
  const office = await createTestOffice({ today: FIRST_DAY });
  const { must, clock } = office;
  const ground = await arrangeRegisters(must, mainJob);
  const { id: caseId } = await arrangeClue(
    must,
    mainJob,
    ground,
    await arrangeEmployer(must, mainJob.employer),
  );
  const end = mainJob.steps.findIndex((step) => nameOf(step) === last);
  if (end < 0) throw new Error(`the story has no ${last}`);
  const takeStep = createTeller(must, caseId, ground);
  for (const step of mainJob.steps.slice(0, end + 1)) {
    clock.set(addDays(FIRST_DAY, step.day));
    await takeStep(step);
  }
  return { office, caseId, ground };
}

/** What a person does on the page of one paper, and sees on the to-do page. */
export function paperTools(office: () => TestOffice, id: () => number) {
  const paper = () => office().must('documents.get', { id: id() });
  const act = async (action: string, values: FieldValues = {}) => {
    const { document, actions } = await paper();
    const initial = actions.find(({ key }) => key === action)?.initial ?? {};
    const input = { id: id(), revision: document.revision, action, values: { ...initial, ...values } };
    return office().invoke('documents.act', input);
  };
  return {
    paper,
    act,
    offer: async (key: string) => (await paper()).actions.find((action) => action.key === key),
    todos: async () =>
      (await office().must('todo.board', {})).waiting
        .filter(({ kind }) => kind === 'approval')
        .map(({ what, documentId }) => `${what} ${documentId}`),
    /** The same as act; a refusal is thrown. */
    mustAct: async (action: string, values: FieldValues = {}) => {
      const result = await act(action, values);
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      return result.value;
    },
    /** Changes the facts and saves. */
    write: async (change: (facts: string) => string) => {
      const { document, values, edits } = await paper();
      const changed = { ...values, facts: change(String(values.facts)) };
      return office().invoke('documents.save', {
        id: id(),
        revision: document.revision,
        values: changed,
        edits,
      });
    },
  };
}
