import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createCommandQueue } from '../../../electron/db/unit-of-work';
import { createPipeline } from '../../../electron/ipc/pipeline';
import { createJobs } from '../../../electron/jobs/jobs';
import { handlers, publicHandlers } from '../../../electron/modules';
import { createSessionHolder } from '../../../electron/platform/accounts/session';
import { loadResources } from '../../../electron/platform/resources/resources';

const UNIT = {
  unitName: '安溪县总工会',
  issuerCode: '安工',
  area: '安溪县',
  jurisdiction: 'zhejiang',
  displayName: '王敏',
  loginName: 'wangmin',
  password: 'bench-2026',
};
const CONTACT = {
  contact: '王敏',
  phone: '0570-8000012',
  address: '安溪县人民路18号工会大厦',
  email: 'quanyi@anxi-union.example',
  postcode: '323000',
  upperUnion: '云州市总工会',
  laborDepartment: '安溪县人力资源和社会保障局',
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
