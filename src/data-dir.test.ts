import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqlite } from '#store/database.ts';
import { prepareDataDir } from './data-dir.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'data-dir-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

it('makes the folder and every file of the database readable by their owner alone', async () => {
  const folder = join(home, 'var');
  const path = join(folder, 'data.sqlite');
  prepareDataDir(folder, path);
  const database = openSqlite(path);
  await database.db.schema.createTable('x').addColumn('y', 'text').execute();
  expect(modeOf(folder)).toBe('700');
  for (const ending of ['', '-wal', '-shm']) expect(modeOf(path + ending)).toBe('600');
  await database.close();
});

it('closes a database that stood open, and leaves the mode of a folder that was there', () => {
  const folder = join(home, 'var');
  const path = join(folder, 'data.sqlite');
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  writeFileSync(path, '');
  writeFileSync(`${path}-wal`, '');
  chmodSync(path, 0o644);
  prepareDataDir(folder, path);
  expect([modeOf(folder), modeOf(path), modeOf(`${path}-wal`)]).toEqual(['755', '600', '600']);
});

it('says which setting is wrong where nothing can be written', () => {
  const folder = join(home, 'file');
  writeFileSync(folder, '');
  expect(() => prepareDataDir(folder, join(folder, 'data.sqlite'))).toThrow(/DATA_DIR: .*file \(EEXIST\)/);
});
