import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  statSync,
} from 'node:fs';
import { AppError } from './errors.ts';

/**
 * The data folder, and the embedded database in it, for their owner alone: what residents wrote lies there.
 * A folder that exists keeps its mode, as it may hold more than ours. Throws CONFIG_INVALID where nothing can be written.
 */
export function prepareDataDir(folder: string, sqlitePath: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    // SQLite gives its other files the mode of this one.
    closeSync(openSync(sqlitePath, 'a', 0o600));
    for (const file of ['', '-wal', '-shm'].map((ending) => sqlitePath + ending)) {
      if (existsSync(file) && (statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
    }
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new AppError(
      'CONFIG_INVALID',
      `DATA_DIR: nothing can be written in ${folder} (${why}). ` +
        'Name a folder that belongs to the user who runs the server',
      { cause: error },
    );
  }
}
