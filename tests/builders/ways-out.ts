import { join } from 'node:path';
import type { ChannelName, Input } from '@shared/contract';
import { everyCase } from '@shared/contract/cases';
import { TEST_UNIT, type TestOffice } from './office';
import { PNG } from './sample-files';
import type { Story } from './story';

export type WaysOut = Partial<{ [C in ChannelName]: () => Promise<Input<C>> | Input<C> }>;

/** Every job that asks a person, the printer, another program or the disk for something, with an input that makes it do so. */
export async function waysOut(office: TestOffice, story: Story): Promise<WaysOut> {
  const { caseId, documentId } = story;
  const token = async () => {
    const bytes = Buffer.concat([PNG, Buffer.from(office.clock.now().toISOString())]);
    const [offered] = await office.ports.offered.offer([{ name: '现场.png', bytes }]);
    return offered?.token ?? '';
  };
  // Restricted: to look at it leaves a row as well.
  const given = { provider: '', obtainedOn: null, isRestricted: true };
  const { id } = await office.must('evidence.add', { caseId, token: await token(), given });
  const form = await office.must('documents.batch.form', { kind: 'reminderLetter' });
  return {
    'app.openPath': () => ({ path: join(office.folder, 'x') }),
    'audit.export': () => ({}),
    'audit.verify': () => ({ jobId: 'verify' }),
    'backup.folder.pick': () => ({}),
    'backup.runTo': () => ({}),
    'cases.export': () => everyCase('supervision'),
    'damage.check': () => ({}),
    'diagnostics.export': () => ({}),
    'documents.batch.run': () => ({
      jobId: 'batch',
      kind: 'reminderLetter',
      employerIds: [...story.employerIds],
      values: {
        ...form.initial,
        violationCodes: ['V13'],
        facts: '未依法支付加班工资',
        demands: '请自查自纠',
      },
      edits: {},
      signerId: story.leaderId,
      signedOn: office.clock.today(),
      output: 'files',
    }),
    'documents.export': () => ({ id: documentId, open: true }),
    'documents.exportAll': () => ({ caseId }),
    'documents.print': () => ({ id: documentId, html: '<p></p>' }),
    'employers.export': () => ({ text: '', town: '', industry: '' }),
    'employers.import.preview': () => ({ mapping: null }),
    'employers.import.template': () => ({}),
    'evidence.add': async () => ({ caseId, token: await token(), given }),
    'evidence.export': () => ({ id, jobId: 'export' }),
    'evidence.openOutside': () => ({ id, jobId: 'open' }),
    'evidence.pick': () => ({ caseId }),
    'evidence.view': () => ({ id }),
    'recovery.print': async () => {
      await office.must('recovery.issue', { password: TEST_UNIT.password });
      return {};
    },
    'statistics.chart.export': () => ({
      title: '按处理方式',
      content: { type: 'picture', png: PNG.toString('base64') },
    }),
    'statistics.export': () => ({ year: 2026, ledgers: [] }),
  };
}
