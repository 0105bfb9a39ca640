import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileKnowledge } from '#knowledge/compile.ts';
import { faultLine } from '#knowledge/fault.ts';
import { sealRelease } from '#knowledge/sealed.ts';
import { AppError } from '#root/errors.ts';

/** Throws KNOWLEDGE_INVALID with every fault by file and line. */
export function makeRelease(dataDir: string, folder: string): void {
  const compiled = compileKnowledge(dataDir);
  if ('faults' in compiled) {
    const errors = compiled.faults.filter(({ severity }) => severity === 'error');
    throw new AppError('KNOWLEDGE_INVALID', ['', ...errors.map(faultLine)].join('\n  '));
  }
  writeFileSync(join(folder, 'release.sealed'), sealRelease(compiled.release), { flush: true });
}
