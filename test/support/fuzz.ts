import fc from 'fast-check';

const wanted = Number(process.env['FUZZ_RUNS'] ?? 0);

/** How often a property is tried: usually so often, in the long run (FUZZ_RUNS=5000) as often as it says. */
export const runs = (usual: number): number => (wanted > 0 ? wanted : usual);

if (wanted > 0) fc.configureGlobal({ numRuns: wanted });
