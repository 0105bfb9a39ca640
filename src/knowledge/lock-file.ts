import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { conditionSchema } from './schema/condition.ts';
import { writeLock, type LockLine } from './lock.ts';

const lockLineSchema = z.strictObject({
  procedure: z.string(),
  scope: z.string(),
  field: z.string(),
  id: z.string(),
  case: z.union([z.string(), conditionSchema]).nullable(),
  channel: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  value: z.record(z.string(), z.unknown()),
  sources: z.array(z.string()),
  asOf: z.string().nullable(),
  basis: z.enum(['law', 'official', 'press', 'code', 'ward', 'memory', 'none', 'found']),
});

const lockPath = (dataDir: string): string => join(dataDir, 'facts.lock.jsonl');

/** The lock as it lies in the data folder. Throws on a line that is no lock line, naming it. */
export function readLockFile(dataDir: string): LockLine[] {
  const path = lockPath(dataDir);
  return existsSync(path) ? readJsonLines(path, lockLineSchema) : [];
}

export function writeLockFile(dataDir: string, lines: readonly LockLine[]): void {
  writeFileSync(lockPath(dataDir), writeLock(lines));
}

/** One JSON value a line. */
export function readJsonLines<T>(path: string, schema: z.ZodType<T>): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((text, i) => {
      if (text.trim() === '') return [];
      try {
        return [schema.parse(JSON.parse(text))];
      } catch (cause) {
        throw new SyntaxError(`${path}:${String(i + 1)}: this line cannot be read`, { cause });
      }
    });
}
