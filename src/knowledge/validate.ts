import { conditionFaults } from './checks/conditions.ts';
import { identityFaults } from './checks/identity.ts';
import { phraseFaults } from './checks/phrases.ts';
import { readabilityFaults } from './checks/readability.ts';
import { referenceFaults } from './checks/references.ts';
import { valueFaults } from './checks/values.ts';
import type { Fault } from './fault.ts';
import type { Data } from './load.ts';

/** What no single schema can see. One function for tests, importer, console and command line. */
export function validate(data: Data): Fault[] {
  return [
    referenceFaults,
    identityFaults,
    conditionFaults,
    valueFaults,
    phraseFaults,
    readabilityFaults,
  ].flatMap((check) => check(data));
}
