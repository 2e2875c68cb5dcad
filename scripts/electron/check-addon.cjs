/**
 * Shows that the database addon works in whatever runtime runs this file: an encrypted file opens with its key
 * and not without it, here and in a worker thread. Ends with a code other than 0 otherwise.
 */
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { Worker, isMainThread } = require('node:worker_threads');
const Database = require('better-sqlite3');

function open(file, key) {
  const db = new Database(file);
  if (key) db.pragma(`key='${key}'`);
  return db;
}

function check() {
  const folder = mkdtempSync(join(tmpdir(), 'addon-check-'));
  const file = join(folder, 'check.db');
  try {
    const written = open(file, 'right');
    written.exec("CREATE TABLE t (name TEXT) STRICT; INSERT INTO t VALUES ('张伟')");
    written.close();
    if (readFileSync(file).includes('SQLite format 3')) throw new Error('the file is not encrypted');

    const read = open(file, 'right');
    if (read.prepare('SELECT name FROM t').pluck().get() !== '张伟')
      throw new Error('the row did not come back');
    read.close();

    const locked = open(file);
    try {
      locked.prepare('SELECT name FROM t').get();
    } catch (error) {
      if (error.code === 'SQLITE_NOTADB') return;
      throw error;
    } finally {
      locked.close();
    }
    throw new Error('the file opened without its key');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

check();
if (isMainThread) {
  new Worker(__filename).once('exit', (code) => {
    console.log(`addon works in ${process.versions.electron ? 'Electron' : 'Node'} ${process.version}`);
    process.exitCode = code;
  });
}
