import type { CompiledRelease } from '#knowledge/release.ts';
import type { Model } from '#understanding/model.ts';
import type { FileValues } from './places/place.ts';
import type { Change, EntryFault, EntryKey } from './ports.ts';
import type { Strange } from './spoken/spoken.ts';
import type { ToldFault } from './workbench.ts';

/** The workbench from afar: checks take a second of work and must not stand in the way of a turn. */
export interface Bench {
  values(): Promise<FileValues>;
  check(changes: readonly Change[], of: readonly EntryKey[]): Promise<readonly EntryFault[]>;
  /** What residents would be told otherwise, a sentence a line; faults where it does not compile. */
  facts(before: readonly Change[], after: readonly Change[]): Promise<Facts>;
  /** What would be live: `before` is what is live now. `say`: how far, 0 to 1. */
  make(order: MakeOrder, say: (stage: MakeStage, done: number) => void): Promise<Made>;
  close(): Promise<void>;
}

export interface Facts {
  readonly faults: readonly ToldFault[];
  readonly told: readonly string[];
}

export type MakeStage = 'checking' | 'speaking' | 'training';

export interface MakeOrder {
  readonly before: readonly Change[];
  readonly after: readonly Change[];
  /** Every reply of what changed is spoken and held to the list of facts. */
  readonly speak: boolean;
}

export type Made =
  | { readonly faults: readonly ToldFault[] }
  | {
      readonly compiled: CompiledRelease;
      /** null: it is trained on the same as what is live. */
      readonly model: Model | null;
      /** What residents are told otherwise. */
      readonly told: readonly string[];
      /** Numbers and codes that a reply would say and no fact knows. */
      readonly strange: readonly (Strange & { readonly procedure: string; readonly scope: string })[];
    };
