import type { Fault } from './fault.ts';
import type { Data } from './load.ts';

/** What no single schema can see. */
export function validate(_data: Data): Fault[] {
  return [];
}
