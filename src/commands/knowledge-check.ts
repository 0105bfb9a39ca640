// npm run knowledge:check [-- data folder]
// Everything that is wrong with the content, by file, line and column; fails on errors and where the lock
// differs from the data. Warnings and entries past their review date are shown and do not fail.
import { localDate } from '#root/clock.ts';
import { compileKnowledge } from '#knowledge/compile.ts';
import { faultLine } from '#knowledge/fault.ts';
import { lockDifference, lockLines } from '#knowledge/lock.ts';
import { readLockFile } from '#knowledge/lock-file.ts';
import { openRelease } from '#knowledge/release.ts';
import { sealRelease, unsealRelease } from '#knowledge/sealed.ts';

const dataDir = process.argv[2] ?? 'data';
const began = cpuMs();
const compiled = compileKnowledge(dataDir);
const validated = cpuMs() - began;
const faults = 'faults' in compiled ? compiled.faults : compiled.warnings;
for (const fault of faults) console.log(`${dataDir}/${faultLine(fault)}`);

const errors = faults.filter(({ severity }) => severity === 'error').length;
const warnings = faults.length - errors;
let differences: string[] = [];

if ('release' in compiled) {
  const { procedures, hash } = compiled.release;
  differences = lockDifference(readLockFile(dataDir), lockLines(compiled.release));
  for (const difference of differences) console.log(`${dataDir}/facts.lock.jsonl: ${difference}`);
  if (differences.length > 0) {
    console.log('The lock differs from the data: read the lines above, then run npm run knowledge:lock');
  }
  const today = localDate(Date.now());
  for (const { id, review } of procedures.filter((procedure) => procedure.review < today)) {
    console.log(`${dataDir}/procedures/${id}.yaml: past its review date (${review}); told as weaker`);
  }
  const file = sealRelease(compiled.release);
  const opens = cpuMs();
  openRelease(unsealRelease(file));
  const loaded = cpuMs() - opens;
  console.log(
    `Release ${hash.slice(0, 12)}, ${String(procedures.length)} procedures; ` +
      `read and validated in ${(validated / 1000).toFixed(1)} s, loads in ${loaded.toFixed(0)} ms of processor time`,
  );
}
console.log(
  `${String(errors)} errors, ${String(warnings)} warnings, ${String(differences.length)} differences from the lock`,
);
if (errors > 0 || differences.length > 0) process.exitCode = 1;

/** What this process has worked: a busy machine does not make the content slow. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
