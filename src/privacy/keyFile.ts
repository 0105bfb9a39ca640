import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#root/errors.ts';

const NAME = 'seal.key';

/**
 * The sealing key of this installation, 64 hex digits, from `seal.key` in the data folder; made at the first start,
 * readable by its owner alone. Two processes that start together get the same one.
 */
export function loadSealKey(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, NAME);
  const found = read(path);
  if (found !== null) return found;
  const draft = join(dataDir, `${NAME}.${randomBytes(6).toString('hex')}`);
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    // Appears whole or not at all, and never in place of another.
    linkSync(draft, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  const made = read(path);
  if (made === null) throw new AppError('SEAL_KEY_MISSING', path);
  return made;
}

function read(path: string): string | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new AppError('SEAL_KEY_MISSING', `${path} is not 64 hex digits`);
  return text.toLowerCase();
}
