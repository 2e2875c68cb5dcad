import { describe, expect, it } from 'vitest';
import { explain, findMissing, packagesOf } from '../../../scripts/ensure-system.mjs';

type Group = Parameters<typeof findMissing>[0][number];
type Probe = Parameters<typeof findMissing>[1];

const nothing: Probe = { library: () => false, tool: () => false, font: () => false, language: () => false };
const everything: Probe = { library: () => true, tool: () => true, font: () => true, language: () => true };
const groups: Group[] = ['window', 'display', 'fallback', 'documents'];

describe('findMissing', () => {
  it('finds nothing missing where everything is', () => {
    expect(findMissing(groups, everything)).toEqual([]);
  });

  it('asks only for the groups that the run needs', () => {
    const names = findMissing(['display'], nothing).map((need) => need.name);
    expect(names).toEqual(['Xvfb']);
  });

  it('names the one thing that is missing', () => {
    const probe: Probe = { ...everything, tool: (name: string) => name !== 'unzip' };
    expect(findMissing(groups, probe).map((need) => need.name)).toEqual(['unzip']);
  });
});

describe('explain', () => {
  const missing = findMissing(['window', 'documents'], nothing);

  it('gives the command that installs every package once', () => {
    const text = explain(missing, () => true);
    expect(text).toContain('sudo apt-get install -y --no-install-recommends libgtk-3-0 ');
    expect(text.split('libreoffice-writer')).toHaveLength(2);
  });

  it('gives no Debian command where there is no apt-get', () => {
    expect(explain(missing, undefined)).not.toContain('apt-get');
  });
});

describe('packagesOf', () => {
  it('takes the name that the release at hand knows', () => {
    const missing = findMissing(['window'], {
      ...everything,
      library: (name: string) => name !== 'libasound.so.2',
    });
    expect(packagesOf(missing, (name: string) => name.endsWith('t64'))).toEqual(['libasound2t64']);
    expect(packagesOf(missing, (name: string) => !name.endsWith('t64'))).toEqual(['libasound2']);
  });
});
