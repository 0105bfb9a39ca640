import type { SheetFault } from '../sheet.ts';

export type RawCell = string | number | Date | null;

/** A sheet as it stands in a file, before anybody knows what its columns are. */
export interface RawSheet {
  readonly name: string;
  readonly cells: readonly (readonly RawCell[])[];
  readonly faults: readonly SheetFault[];
}
