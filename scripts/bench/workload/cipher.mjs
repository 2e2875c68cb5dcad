import { closeSync, copyFileSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { createRandom } from '../../../tests/builders/random';
import { employerName, townOf, usccOf } from './names.mjs';
import { asked, tell, timed } from './tell.mjs';

/** One file for each cipher: how long it takes to open and to read it all, and how much damage is noticed. */

const { folder, count, rounds, damages } = asked();
const KEY = '42'.repeat(32);
const CIPHERS = ['none', 'aegis', 'ascon128', 'chacha20', 'sqlcipher'];
const DAMAGED_BYTES = 16;

function open(path, cipher) {
  const sqlite = new BetterSqlite(path);
  if (cipher !== 'none') {
    sqlite.pragma(`cipher='${cipher}'`);
    sqlite.pragma(`key='raw:${KEY}'`);
  }
  sqlite.prepare('select count(*) from sqlite_master').get();
  return sqlite;
}

function fill(path, cipher) {
  const sqlite = open(path, cipher);
  sqlite.exec('create table employer (id integer primary key, name text, uscc text unique, town text)');
  sqlite.exec('create index employer_name on employer (name)');
  const insert = sqlite.prepare('insert into employer (name, uscc, town) values (?, ?, ?)');
  sqlite.transaction(() => {
    for (let i = 0; i < count; i += 1) insert.run(employerName(i), usccOf(i), townOf(i));
  })();
  sqlite.close();
}

/** The same sixteen bytes anywhere in the file turned round; the check of a start must notice. */
function isNoticed(path, cipher, random) {
  const copy = `${path}.damaged`;
  copyFileSync(path, copy);
  const file = openSync(copy, 'r+');
  const place = random.below(statSync(copy).size - DAMAGED_BYTES);
  const bytes = Buffer.alloc(DAMAGED_BYTES);
  readSync(file, bytes, 0, DAMAGED_BYTES, place);
  writeSync(
    file,
    bytes.map((byte) => byte ^ 0x55),
    0,
    DAMAGED_BYTES,
    place,
  );
  closeSync(file);
  let sqlite;
  try {
    sqlite = open(copy, cipher);
    return sqlite.pragma('quick_check', { simple: true }) !== 'ok';
  } catch {
    return true;
  } finally {
    sqlite?.close();
    rmSync(copy);
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const figures = {};
for (const cipher of CIPHERS) fill(join(folder, `${cipher}.db`), cipher);
const times = Object.fromEntries(CIPHERS.map((cipher) => [cipher, { open: [], scan: [] }]));
for (let round = 0; round < rounds; round += 1) {
  for (const cipher of CIPHERS) {
    let sqlite;
    times[cipher].open.push(
      await timed(() => {
        sqlite = open(join(folder, `${cipher}.db`), cipher);
      }),
    );
    const scan = sqlite.prepare(
      'select sum(length(name) + length(uscc) + length(town)) from employer not indexed',
    );
    times[cipher].scan.push(await timed(() => scan.get()));
    sqlite.close();
  }
}
for (const cipher of CIPHERS) {
  const random = createRandom(60);
  let noticed = 0;
  for (let i = 0; i < damages; i += 1)
    if (isNoticed(join(folder, `${cipher}.db`), cipher, random)) noticed += 1;
  figures[cipher] = { open: median(times[cipher].open), scan: median(times[cipher].scan), noticed };
}
tell(figures);
