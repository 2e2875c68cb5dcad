import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createTestOffice, TEST_UNIT, type TestOffice } from '../../builders/office';
import { COMPLAINANT, tellStory } from '../../builders/story';
import { contains, encodings } from '../db/support/bytes';

let office: TestOffice;

afterEach(() => office.close());

const dataFolder = () => join(office.folder, 'office');

describe('a stolen disk', () => {
  it('shows none of what was typed, in no file of the folder and in no encoding', async () => {
    office = await createTestOffice();
    await tellStory(office);
    await office.must('drafts.save', { key: 'x', payload: JSON.stringify({ name: COMPLAINANT.name }) });
    const secrets = [
      '安溪湾精工机械有限公司',
      '张三',
      COMPLAINANT.name,
      COMPLAINANT.idNumber,
      COMPLAINANT.phone,
      '李军',
      '超时加班',
      TEST_UNIT.password,
    ];
    const look = () => {
      const files = readdirSync(dataFolder(), { recursive: true, withFileTypes: true }).filter((entry) =>
        entry.isFile(),
      );
      expect(files.length).toBeGreaterThanOrEqual(2);
      for (const entry of files) {
        const bytes = readFileSync(join(entry.parentPath, entry.name));
        for (const secret of secrets) {
          for (const [encoding, needle] of encodings(secret))
            expect([entry.name, encoding, secret, contains(bytes, needle)]).toEqual([
              entry.name,
              encoding,
              secret,
              false,
            ]);
        }
        expect(contains(bytes, captureKey())).toBe(false);
      }
    };
    look();
    office.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    look();
  });
});

const captureKey = () => Buffer.from(office.session.dataKey);
