import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createCommandQueue } from '../../../electron/db/unit-of-work';
import { createPipeline } from '../../../electron/ipc/pipeline';
import { createJobs } from '../../../electron/jobs/jobs';
import { handlers, publicHandlers } from '../../../electron/modules';
import { createSessionHolder } from '../../../electron/platform/accounts/session';
import { loadResources } from '../../../electron/platform/resources/resources';
import { sampleUnit } from '../../../tests/builders/supervision-parties';

const { unitName, issuerCode, area, ...CONTACT } = sampleUnit;
const UNIT = {
  unitName,
  issuerCode,
  area,
  jurisdiction: 'zhejiang',
  displayName: '王敏',
  loginName: 'wangmin',
  password: 'bench-2026',
};
export const TODAY = '2026-09-10';

/** The application without its window: the same pipeline, handlers, file and worker as main.ts puts together. */
export async function openOffice({ folder, resourcesFolder, workerFile = '', onProgress = () => undefined }) {
  mkdirSync(folder, { recursive: true });
  const clock = { now: () => new Date(`${TODAY}T10:00:00`), today: () => TODAY };
  const resources = () => loadResources(resourcesFolder);
  const holder = createSessionHolder(() => undefined);
  const queue = createCommandQueue();
  const invoke = createPipeline({
    handlers,
    publicHandlers: publicHandlers({
      dataFolder: join(folder, 'office'),
      resources,
      clock,
      isDemo: false,
      version: '0.0.0-bench',
      queue,
    }),
    holder,
    queue,
    clock,
    resources,
    ports: {
      pickFile: async () => null,
      pickFolder: async () => folder,
      saveFile: async () => null,
      openPath: async () => true,
      print: async () => true,
      progress: onProgress,
    },
    jobs: createJobs(workerFile),
    onChanged: () => undefined,
    onFault: (channel, error) => {
      throw new Error(channel, { cause: error });
    },
  });
  const must = async (channel, input) => {
    const result = await invoke(channel, input);
    if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
    return result.value;
  };
  await must('session.create', UNIT);
  const { revision } = await must('settings.get', {});
  await must('settings.update', { revision, settings: CONTACT });
  const { sqlite, kysely, databasePath, dataKey } = holder.current();
  return { must, sqlite, kysely, databasePath, dataKey, close: () => holder.close() };
}
