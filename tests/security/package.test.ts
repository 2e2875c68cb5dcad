import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../architecture/support';

/** What the package is asked to be; what it became is read from the binary by `npm run check-package`. */

const config = readFileSync(join(ROOT, 'electron.builder.yml'), 'utf8');
const script = readFileSync(join(ROOT, 'scripts/check-package.mjs'), 'utf8');
const block = /^electronFuses:\n((?: {2}.*\n)+)/m.exec(config)?.[1] ?? '';
const fuses = new Map(
  [...block.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, name, value]) => [name, value === 'true']),
);

describe('the fuses', () => {
  it.each([
    ['runAsNode', false],
    ['enableCookieEncryption', true],
    ['enableNodeOptionsEnvironmentVariable', false],
    ['enableNodeCliInspectArguments', false],
    ['enableEmbeddedAsarIntegrityValidation', true],
    ['onlyLoadAppFromAsar', true],
    ['grantFileProtocolExtraPrivileges', false],
  ] as const)('%s is %s', (name, isOn) => {
    expect(fuses.get(name)).toBe(isOn);
    // The script that reads the packed binary wants the same.
    expect(script).toContain(`${name[0]?.toUpperCase()}${name.slice(1)}: ${isOn}`);
  });

  it('none is left to chance', () => {
    expect(fuses.size).toBe(7);
  });
});

describe('what is packed', () => {
  it('is the program alone: no sources, no tests, no package manager’s folder', () => {
    expect(config).toMatch(/files:\n {2}- out\/\*\*/);
    expect(config).toContain('"!node_modules/**"');
    expect(config).not.toMatch(/asar: false|nodeIntegration/);
  });

  it('looks for no update and publishes nowhere', () => {
    expect(config).toMatch(/^publish: null$/m);
  });
});
