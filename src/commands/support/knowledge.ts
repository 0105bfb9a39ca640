import { compileKnowledge } from '#knowledge/compile.ts';
import { faultLine } from '#knowledge/fault.ts';
import type { CompiledRelease } from '#knowledge/release.ts';
import { AppError } from '#root/errors.ts';

/** The knowledge of a folder as it stands, published or not. Throws KNOWLEDGE_INVALID with every fault by file and line. */
export function readKnowledge(dataDir: string): CompiledRelease {
  const result = compileKnowledge(dataDir);
  if ('release' in result) return result.release;
  const errors = result.faults.filter(({ severity }) => severity === 'error');
  throw new AppError('KNOWLEDGE_INVALID', ['', ...errors.map(faultLine)].join('\n  '));
}
