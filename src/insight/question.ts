import type { Aspect, Outcome, UnitCode } from '#knowledge/schema/ids.ts';

/** A logged question whose masked wording is still kept. For the rules of this room; wording leaves it only in groups. */
export interface LoggedQuestion {
  readonly turn: string;
  readonly conversation: string;
  /** Keyed hash of who asked: tells people apart and names nobody. */
  readonly person: string;
  readonly unit: UnitCode | null;
  readonly channel: string;
  readonly outcome: Outcome;
  /** Troubles with their prefix. */
  readonly topic: string | null;
  readonly aspect: Aspect | null;
  readonly p: number;
  readonly text: string;
  readonly at: number;
}

/** What a resident said of an answer. */
export interface LoggedFeedback {
  readonly id: string;
  readonly conversation: string;
  readonly person: string;
  readonly helped: boolean;
  /** A topic or procedure; `wrong:<fact key>`; `why:<reason>:<topic>`. */
  readonly about: string;
  readonly at: number;
}

const DAY_MS = 24 * 3_600_000;
/** Masked wording is kept so long at most; counts stay for ever. */
export const TEXT_MS = 30 * DAY_MS;
/** A report of a wrong fact may wait longer than its question's wording for somebody to look. */
export const FEEDBACK_MS = 90 * DAY_MS;
export const textsSince = (now: number): number => now - TEXT_MS;
