// Prints the closing line `N passed, N failed, N skipped` from vitest's JSON report and fails where anything did.
import { readFileSync } from 'node:fs';

const [, , report, failedBefore] = process.argv;
let passed = 0;
let failed = 0;
let skipped = 0;
try {
  const result = JSON.parse(readFileSync(report, 'utf8'));
  passed = result.numPassedTests;
  failed = result.numFailedTests;
  skipped = result.numPendingTests + result.numTodoTests;
  // A file that breaks before its tests are known counts as one failure.
  failed += result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((t) => t.status !== 'failed'),
  ).length;
} catch (error) {
  console.error(`No test report: ${error.message}`);
}
if (failedBefore !== '0' && failed === 0) failed = 1;
if (passed === 0 && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
