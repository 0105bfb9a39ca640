import type { Release } from '#knowledge/release.ts';
import type { UnitCode } from '#knowledge/schema/ids.ts';
import type { Lang } from '#knowledge/schema/text.ts';
import type { Json } from '#root/json.ts';
import type { Block } from './reply.ts';

type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

/** All that can be printed of one procedure: for anybody, or for her own case. In words, nothing left to look up. */
export interface Sheet {
  readonly procedure: string;
  readonly name: string;
  /** In the middle of a sentence. */
  readonly short: string;
  readonly leadsTo: string;
  readonly field: string;
  /** National codes; empty where there is none. */
  readonly codes: readonly string[];
  /** Full name of where she files; null: not known. */
  readonly unit: string | null;
  readonly answers: readonly { readonly ask: string; readonly label: string }[];
  /** A checklist, or a sentence where no list is known. */
  readonly papers: readonly Block[];
  readonly facts: BlockOf<'facts'>['items'];
  readonly steps: readonly BlockOf<'step'>[];
  readonly sources: readonly Block[];
  readonly contacts: readonly BlockOf<'contact'>[];
  /** The procedure's own page on the national portal. */
  readonly url: string | null;
}

interface Stored {
  readonly v: number;
  readonly data: Json;
}

export interface SheetContext {
  readonly release: Release;
  readonly homeUnit: UnitCode | null;
  readonly lang: Lang;
  readonly now: number;
}

/** Made by the dialogs, plugged in by the composition. Pure. */
export interface Sheets {
  /** Nothing answered yet. null: no such procedure. */
  ofProcedure(id: string, context: SheetContext): Sheet | null;
  /** Of the walk-through in hand. null: none was begun. */
  ofState(state: Stored | null, context: SheetContext): Sheet | null;
  /** What a code takes along of a conversation, without a word that she wrote. null: nothing was begun. */
  packed(state: Stored | null, homeUnit: UnitCode | null): Stored | null;
}
