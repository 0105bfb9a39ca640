// npm run knowledge:lock [-- --release] [data folder]
// Writes data/facts.lock.jsonl from the data and prints what changed for residents. With --release the ids
// of the data are noted as released (data/ids.lock.jsonl): from then on they are never used for anything else.
import { compileKnowledge } from '#knowledge/compile.ts';
import { faultLine } from '#knowledge/fault.ts';
import { writeIdsLock } from '#knowledge/ids-lock.ts';
import { lockDifference, lockLines } from '#knowledge/lock.ts';
import { readLockFile, writeLockFile } from '#knowledge/lock-file.ts';

const words = process.argv.slice(2);
const dataDir = words.find((word) => !word.startsWith('--')) ?? 'data';
const compiled = compileKnowledge(dataDir);

if ('faults' in compiled) {
  for (const fault of compiled.faults) console.error(`${dataDir}/${faultLine(fault)}`);
  console.error('The lock was not written.');
  process.exitCode = 1;
} else {
  const lines = lockLines(compiled.release);
  const differences = lockDifference(readLockFile(dataDir), lines);
  writeLockFile(dataDir, lines);
  if (words.includes('--release')) writeIdsLock(dataDir, compiled.release);
  for (const difference of differences) console.log(difference);
  console.log(`${String(lines.length)} facts locked, ${String(differences.length)} changed`);
}
