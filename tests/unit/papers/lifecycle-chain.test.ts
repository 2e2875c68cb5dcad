import type { Permission } from '@shared/domain/kernel/permissions';
import { assignNext, chainWarnings, nextFields, nextInitial } from '@shared/domain/papers/lifecycle-chain';
import { describe, expect, it } from 'vitest';
import { context, documentData } from '../supervision/samples';

/** Whom a paper goes to next, in offices of one, two and three people. */

const person = (id: number, name: string, ...rights: Permission[]) => ({
  id,
  name,
  can: (right: Permission) => rights.includes(right),
});
const clerk = person(1, '王敏', 'case.write', 'document.seal');
const reviewer = person(2, '陈静', 'case.approve');
const other = person(3, '周洁', 'case.approve', 'document.seal');
const signer = person(4, '李主席', 'case.sign');

const office = (...colleagues: (typeof clerk)[]) => context({ colleagues });
const draft = documentData({ draftedById: 1 });
const open = { isRestricted: false };

describe('the next person', () => {
  it('is not asked for where only one can be meant', () => {
    expect(nextFields('D02', office(clerk, reviewer), open)).toEqual([]);
    expect(assignNext('D02', {}, office(clerk, reviewer))).toEqual({ type: 'assign', to: 2 });
  });

  it('is asked for among those who may', () => {
    expect(nextFields('D02', office(clerk, reviewer, other), open)).toMatchObject([
      {
        name: 'nextId',
        label: '送交哪位审核',
        options: [
          { value: '2', label: '陈静' },
          { value: '3', label: '周洁' },
        ],
        placeholder: expect.stringContaining('不指定'),
      },
    ]);
  });

  it('has to be named where the paper tells of the complainant', () => {
    const [field] = nextFields('D02', office(reviewer, other), { isRestricted: true });
    expect(field).toMatchObject({ isRequired: true, help: expect.stringContaining('反映人') });
    expect(field).not.toHaveProperty('placeholder');
  });

  it.each([
    ['the one named', { nextId: '3' }, 3],
    ['nobody named: all who may', {}, null],
    ['one who may not', { nextId: '1' }, null],
  ])('%s', (_, values, to) => {
    expect(assignNext('D02', values, office(clerk, reviewer, other))).toEqual({ type: 'assign', to });
  });

  it('is the drafter for the seal, where the drafter may and is not the only one', () => {
    expect(nextInitial('D04', draft, office(clerk, other))).toEqual({ nextId: '1' });
    expect(nextInitial('D04', draft, office(clerk, reviewer))).toEqual({});
    expect(nextInitial('D04', { ...draft, draftedById: 2 }, office(clerk, other, reviewer))).toEqual({});
    expect(nextInitial('D02', draft, office(clerk, reviewer, other))).toEqual({});
  });
});

describe('one person in two parts of the chain', () => {
  const sign = (ctx: ReturnType<typeof office>, document = draft) =>
    chainWarnings(document, 'approveAndSign', { signerId: 1 }, ctx);

  it('is told of the drafter who signs, where another could', () => {
    expect(sign(office(clerk, signer))).toEqual(['您是本文书的拟稿人，现又由您办理签发，请确认']);
    expect(sign(office(clerk, signer), { ...draft, draftedById: 4 })).toEqual([]);
  });

  it('is not told in an office of one', () => {
    expect(sign(office({ ...clerk, can: () => true }))).toEqual([]);
  });

  it('is told of a leader who wrote what is signed in that name, once', () => {
    expect(sign(office(clerk, signer), { ...draft, draftedBy: '李主席' })).toEqual([
      '拟稿人和签发人都是李主席，请确认',
    ]);
  });

  it('is told of the drafter who seals, and of no other step', () => {
    const keeper = { keeper: '王敏' };
    expect(chainWarnings(draft, 'seal', keeper, office(clerk))).toEqual(['拟稿人和用印人都是王敏，请确认']);
    expect(chainWarnings(draft, 'seal', { keeper: '周洁' }, office(clerk))).toEqual([]);
    expect(chainWarnings(draft, 'serve', keeper, office(clerk))).toEqual([]);
  });
});
