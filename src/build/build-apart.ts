import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { AppError } from '#root/errors.ts';
import type { Say } from './artifact.ts';
import { freshBuild, type Build } from './build.ts';

const command = join(import.meta.dirname, '..', 'commands', 'build.ts');

/**
 * The build of the present sources. What is stale is built in a process of its own: compilers and
 * training take ten times the memory that the server needs, and would keep it.
 */
export async function buildApart(say: Say): Promise<Build> {
  const fresh = freshBuild({ pages: true });
  if (fresh !== null) return fresh;
  const child = spawn(process.execPath, [command], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  lines.on('line', say);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const built = code === 0 ? freshBuild({ pages: true }) : null;
  if (built === null) throw new AppError('BUILD_FAILED');
  return built;
}
