import { afterAll, beforeAll, expect, it } from 'vitest';
import { PNG } from '../../builders/sample-files';
import { type MainCase, openMainCase, paperTools } from '../documents/support';
import { addFile, writeSource } from './support';

/** 影像编号 on a letter that was served: proposed from the evidence of the case, and from then on that piece stays. */

let main: MainCase;
let letterId = 0;
beforeAll(async () => {
  main = await openMainCase('reminderLetter.seal');
  const { documents } = await main.office.must('supervision.case.get', { id: main.caseId });
  letterId = documents.find(({ kind }) => kind === 'reminderLetter')?.id ?? 0;
});
afterAll(() => main.office.close());
const letter = paperTools(
  () => main.office,
  () => letterId,
);
const add = async (name: string, tail: string) => {
  const path = writeSource(name, Buffer.concat([PNG, Buffer.from(tail)]));
  const added = await addFile(main.office, main.caseId, path);
  if (!added.ok) throw new Error(added.error.message);
  return added.value;
};

it('proposes the pieces of the case, takes one, and keeps it', async () => {
  const { office } = main;
  const photo = await add('送达照片.png', '1');
  const other = await add('无关照片.png', '2');
  for (const key of ['serve', 'refuse']) {
    const field = (await letter.offer(key))?.fields.find(({ name }) => name === 'photoNo');
    expect(field?.options?.map(({ value }) => value)).toEqual(['证据1 送达照片', '证据2 无关照片']);
  }
  await letter.mustAct('refuse', {
    servedOn: office.clock.today(),
    place: '安溪湾精工机械有限公司门卫室',
    refusedBy: '赵强',
    receiverPost: '办公室主任',
    refusalReason: '称须请示法定代表人',
    photoNo: '证据1 送达照片',
    serverA: '王敏',
    serverB: '陈静',
  });
  expect(await office.must('evidence.citations', { id: photo.id })).toMatchObject([
    { id: letterId, isFixed: true },
  ]);
  const removed = (id: number) => office.invoke('evidence.remove', { id, revision: 0, reason: '重复' });
  expect(await removed(photo.id)).toMatchObject({
    ok: false,
    error: { code: 'REFUSED', message: expect.stringMatching(/《.+》.*〔2026〕.*证据1.*更正/) },
  });
  expect(await removed(other.id)).toMatchObject({ ok: true });
});
