import { compileKnowledge } from '#knowledge/compile.ts';
import { faultLine } from '#knowledge/fault.ts';
import { openRelease, type CompiledRelease, type Release } from '#knowledge/release.ts';

export { aspects, boundaryDates, casesOf, type ToldAspect } from '#publishing/spoken/cases.ts';

export const dataDir = new URL('../../data', import.meta.url).pathname;

/** The release of the product's own data. */
export function productRelease(): { compiled: CompiledRelease; release: Release } {
  const result = compileKnowledge(dataDir);
  if ('faults' in result) throw new Error(result.faults.map(faultLine).join('\n'));
  return { compiled: result.release, release: openRelease(result.release) };
}
