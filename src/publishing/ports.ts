import type { Json } from '#root/json.ts';
import type { Fault } from '#knowledge/fault.ts';
import type { CompiledRelease, Release } from '#knowledge/release.ts';
import type { Scope } from '#knowledge/schema/ids.ts';
import type { Officer } from '#staff/officer.ts';
import type { Understand } from '#turns/ports.ts';
import type { Model } from '#understanding/model.ts';
import type { draftStatuses, entryKinds } from './contract.ts';

/** What officers edit, one at a time. Each is a place in the data folder; see `places/`. */
export type EntryKind = (typeof entryKinds)[number];

export interface EntryKey {
  readonly kind: EntryKind;
  readonly scope: Scope;
  /** The entry's own id: a procedure's slug, a unit's code, a wording's key, a year. */
  readonly id: string;
}

/** As it stands in the newest release; of a unit's procedure what differs from the base alone. */
export interface Entry {
  readonly key: EntryKey;
  /** As officers know it. */
  readonly title: string;
  /** In the shape of the data folder (before defaults), so that what was not written stays unwritten. */
  readonly value: Json;
  /** 0: shipped and never edited; then one more with each publication. */
  readonly version: number;
  /** Content hash of the value. */
  readonly hash: string;
  /** An officer's words lie over what is shipped, or nothing of it is shipped. */
  readonly edited: boolean;
}

/** A fault with the entry it is about and the field in it; `says`: the same for officers, in Vietnamese. */
export interface EntryFault extends Fault {
  readonly key: EntryKey;
  readonly says: string;
}

/** An entry as a draft would make it; null takes an added entry away, or a shipped one back to what is shipped. */
export interface Change {
  readonly key: EntryKey;
  readonly value: Json | null;
}

export type DraftStatus = (typeof draftStatuses)[number];

export interface Draft extends Change {
  readonly id: string;
  readonly title: string;
  readonly status: DraftStatus;
  readonly author: string;
  readonly authorName: string;
  /** Hash of the entry that it began from; another one in the release means somebody published in between. */
  readonly basedOn: string | null;
  /** The entry that it began from: the third side of a comparison. null: there was none. */
  readonly base: Json | null;
  /** One more with every save; a save names the one it was typed over. */
  readonly rev: number;
  readonly note: string;
  /** Epoch ms; null: as soon as it is approved. */
  readonly publishAt: number | null;
  /** Who approved or refused it, and what was said. */
  readonly reviewer: string | null;
  readonly reviewerName: string | null;
  readonly reviewNote: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** For rooms that make drafts of their own: the review queue, workbooks. Same checks and audit as the forms. */
export interface Drafts {
  /** What is published and edited; `scope` of a unit: its own entries, then the base's. */
  readonly entries: (scope: Scope, kind: EntryKind) => readonly Entry[];
  readonly entry: (key: EntryKey) => Entry | null;
  /** Faults of an entry with these values in place, before anything is saved; paths within the entry. */
  readonly check: (changes: readonly Change[]) => Promise<readonly EntryFault[]>;
  /** The officer's own open draft. */
  readonly mine: (officer: Officer, key: EntryKey) => Promise<Draft | null>;
  /** Opens or continues the officer's draft of an entry. Throws FORBIDDEN, CONFLICT. */
  readonly save: (officer: Officer, change: Change, note: string) => Promise<Draft>;
}

/** What is live on this node. Asked anew at each use, never kept: publishing swaps it as a whole. */
export interface Live {
  /** 0: the shipped knowledge. */
  readonly number: number;
  readonly compiled: CompiledRelease;
  readonly release: Release;
  readonly understand: Understand;
  /** The trained matcher as it is stored (5 MB), read when asked for: what workers compare releases with. */
  readonly model: () => Promise<Model>;
}

/** The shipped data folder with changes laid over it, compiled and trained: what a replay compares with the live one. */
export interface Workshop {
  readonly live: () => Live;
  /** Refuses with faults, or gives what would be live. Training in a worker; `say` tells how far, 0 to 1. */
  readonly prepare: (
    changes: readonly Change[],
    say: (done: number) => void,
  ) => Promise<{ readonly faults: readonly Fault[] } | { readonly prepared: Live }>;
}

/** How a release does in the evaluation, by slice and figure. `all`: every message written by hand. */
export type Rates = Readonly<
  Record<string, Readonly<Record<string, { readonly hits: number; readonly of: number }>>>
>;

/** Asks a release the evaluation, beside the event loop. `say`: how far, 0 to 1. */
export type Judge = (
  parts: { readonly compiled: CompiledRelease; readonly model: Model },
  say: (done: number) => void,
) => Promise<Rates>;

/** For whom and where an entry is looked at before it is published. */
export interface PreviewOrder {
  readonly key: EntryKey;
  readonly answers: Readonly<Record<string, string>>;
  readonly submission: 'online' | 'counter' | 'postal' | null;
  /** Whose staff serve the conversation. */
  readonly unit: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly channel: 'portal' | 'zalo' | 'messenger';
  readonly lang: 'vi' | 'en';
}

/** Messages as a channel shows them, under what they answer: an aspect, `buoc`, or nothing. */
export interface PreviewPart {
  readonly about: string;
  readonly messages: readonly { readonly text: string; readonly choices: readonly string[] }[];
}

/** What residents would be told of an entry of this release, through the bot's own turns. Pure. */
export type Preview = (release: Release, order: PreviewOrder) => readonly PreviewPart[];
