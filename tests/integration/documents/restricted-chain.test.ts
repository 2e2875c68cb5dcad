import type { Role } from '@shared/domain/kernel/permissions';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenSession } from '../../../electron/platform/accounts/session';
import type { TestOffice } from '../../builders/office';
import { type MainCase, openMainCase, paperTools } from './support';

/** A paper that names the complainant goes from desk to desk: each desk can work, and no other opens it. */

type Person = OpenSession['account'];
const STAFF = {
  colleague: ['林晓', ['clerk']],
  signer: ['沈国华', ['signer']],
  secondSigner: ['赵立新', ['signer']],
  standIn: ['程远', ['reader']],
  archivist: ['徐静', ['archivist']],
} as const satisfies Record<string, readonly [string, readonly Role[]]>;

let office: TestOffice;
let main: MainCase;
let noticeId: number;
let handler: Person;
let people: Record<keyof typeof STAFF, Person>;

beforeEach(async () => {
  main = await openMainCase('accept');
  office = main.office;
  handler = office.session.account;
  office.actAs(['clerk']);
  const hire = (who: keyof typeof STAFF) => office.hire(STAFF[who][0], STAFF[who][1]);
  people = {
    colleague: await hire('colleague'),
    signer: await hire('signer'),
    secondSigner: await hire('secondSigner'),
    standIn: await hire('standIn'),
    archivist: await hire('archivist'),
  };
  const notice = { caseId: main.caseId, kind: 'acceptanceNotice', basedOnId: null };
  noticeId = (await office.must('documents.create', notice)).id;
});
afterEach(() => office.close());

const { act, mustAct, todos, offer } = paperTools(
  () => office,
  () => noticeId,
);
const idOf = (who: keyof typeof STAFF) => String(people[who].id);

/** Who of the staff the paper opens to, asked one after the other. */
async function readers(): Promise<string[]> {
  const present = office.session.account;
  const able: string[] = [];
  for (const person of Object.values(people)) {
    office.become(person);
    if ((await office.invoke('documents.get', { id: noticeId })).ok) able.push(person.displayName);
  }
  office.become(present);
  return able;
}

const viewsOf = ({ id }: Person) =>
  office.sqlite
    .prepare("select count(*) from audit_log where account_id = ? and summary like '查看含反映人信息的%'")
    .pluck()
    .get(id);

const lendSigning = async () => {
  const { id: giverId } = people.signer;
  const term = { fromOn: office.clock.today(), toOn: office.clock.today() };
  const lent = { giverId, receiverId: people.standIn.id, role: 'signer' as const, ...term, reason: '出差' };
  office.actAs(['clerk', 'administrator']);
  await office.must('delegations.add', lent);
  office.actAs(['clerk']);
};

const toSigner = () => mustAct('submitApproval', { nextId: idOf('signer') });

describe('a paper that names the complainant', () => {
  it('is not sent on before the next person is named', async () => {
    const field = (await offer('submitApproval'))?.fields.find(({ name }) => name === 'nextId');
    expect(field).toMatchObject({ isRequired: true, help: expect.stringContaining('反映人') });
    expect(await act('submitApproval')).toMatchObject({
      ok: false,
      error: { code: 'BAD_INPUT', fields: [{ field: 'nextId' }] },
    });
    await toSigner();
  });

  it('opens to the one named alone, and each opening stands in the log', async () => {
    await toSigner();
    expect(await readers()).toEqual(['沈国华']);
    expect([viewsOf(people.signer), viewsOf(people.secondSigner)]).toEqual([1, 0]);
  });

  it('opens to who stands in for the one named while the delegation runs, and is signed there', async () => {
    await toSigner();
    await lendSigning();
    expect(await readers()).toEqual(['沈国华', '程远']);
    office.become(people.standIn);
    expect(await todos()).toEqual([`待我签发 ${noticeId}`]);
    await mustAct('approveAndSign', { signerId: main.ground.leaders[0]!, nextId: idOf('archivist') });
    expect(viewsOf(people.standIn)).toBeGreaterThan(0);
    expect(await readers()).toEqual(['徐静']);
  });

  it('is printed and sealed by the archivist it was given to, and closes again with the seal', async () => {
    await toSigner();
    office.become(people.signer);
    const unnamed = await act('approveAndSign', { signerId: main.ground.leaders[0]!, nextId: null });
    expect(unnamed).toMatchObject({ ok: false, error: { fields: [{ field: 'nextId' }] } });
    await mustAct('approveAndSign', { signerId: main.ground.leaders[0]!, nextId: idOf('archivist') });
    office.become(people.archivist);
    expect(await todos()).toEqual([`待用印 ${noticeId}`]);
    await office.must('documents.print', { id: noticeId, html: '<p>告知书</p>' });
    await mustAct('seal', { keeper: '徐静' });
    expect(await readers()).toEqual([]);
    office.become(handler);
    expect((await offer('serve'))?.isEnabled).toBe(true);
  });

  it('does not wait for ever for somebody who can no longer take it: all who have the right may', async () => {
    await toSigner();
    office.become(people.signer);
    office.actAs(['reader']);
    expect(await readers()).toEqual(['赵立新']);
    office.become(people.secondSigner);
    expect(await todos()).toEqual([`待我签发 ${noticeId}`]);
    await mustAct('returnDraft', { reason: '请补充' });
    expect(await readers()).toEqual([]);
    office.become(handler);
    expect(await todos()).toEqual([`退回给我 ${noticeId}`]);
  });
});
