import type { ToldFault } from './workbench.ts';
import type { FileValues } from './places/place.ts';
import type { Change, EntryFault, EntryKey } from './ports.ts';

/** The workbench from afar: checks take a second of work and must not stand in the way of a turn. */
export interface Bench {
  values(): Promise<FileValues>;
  check(changes: readonly Change[], of: readonly EntryKey[]): Promise<readonly EntryFault[]>;
  /** What residents would be told otherwise, a sentence a line; faults where it does not compile. */
  facts(
    before: readonly Change[],
    after: readonly Change[],
  ): Promise<{ readonly faults: readonly ToldFault[]; readonly told: readonly string[] }>;
}
