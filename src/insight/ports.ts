import type { CompiledRelease } from '#knowledge/release.ts';
import type { Aspect, Outcome, Scope } from '#knowledge/schema/ids.ts';
import type { Live } from '#publishing/ports.ts';
import type { Reply } from '#replies/reply.ts';
import type { TurnRecord } from '#turns/ports.ts';
import type { Model } from '#understanding/model.ts';
import type { Understanding } from '#understanding/types.ts';

/** A question of the evaluation set that the ward added: what was asked and what was right. */
export interface EvaluationQuestion {
  readonly id: string;
  readonly text: string;
  readonly topic: string;
  readonly aspect: string | null;
}

/** The ward's own evaluation questions, beside the shipped ones; `base`: everybody's. */
export interface EvaluationSet {
  /** The scope's own, by id. */
  readonly all: (scope: Scope) => Promise<readonly EvaluationQuestion[]>;
  /** Adds, or replaces what has the same id. All or none. */
  readonly put: (scope: Scope, questions: readonly EvaluationQuestion[], now: number) => Promise<void>;
  readonly remove: (scope: Scope, ids: readonly string[]) => Promise<void>;
  /** Of every scope: what the gate and the replay ask. */
  readonly every: () => Promise<readonly EvaluationQuestion[]>;
}

/** A question asked of a release, without a conversation before it but its topic. */
export interface Asked {
  readonly text: string;
  /** The conversation's topic before it. */
  readonly topic: string | null;
  /** Home unit. */
  readonly unit: string | null;
}

/** What the bot makes of it. */
export interface Answered {
  readonly outcome: Outcome;
  /** As understood: troubles with their prefix. */
  readonly topic: string | null;
  readonly aspect: Aspect | null;
  readonly p: number;
  /** As plain text. */
  readonly reply: string;
}

/** Everything that staff want to see of one answer. Nothing of it is logged or counted. */
export interface Tried {
  /** As the bot read it: what must not be kept is masked. */
  readonly text: string;
  readonly masked: readonly string[];
  readonly understanding: Understanding;
  readonly record: TurnRecord;
  readonly replies: readonly Reply[];
}

/** Asks a release as a resident would. Synchronous, some milliseconds. */
export type Try = (live: Live, asked: Asked & { readonly now: number }) => Tried;

/** A release with its matcher as plain values, for a worker. */
export interface ReleaseParts {
  readonly compiled: CompiledRelease;
  readonly model: Model;
}

export interface Comparing {
  readonly before: ReleaseParts;
  readonly after: ReleaseParts;
  readonly questions: readonly Asked[];
  /** The wards' own, asked beside the shipped evaluation. */
  readonly evaluation: readonly EvaluationQuestion[];
  readonly now: number;
}

export interface ShareOf {
  readonly hits: number;
  readonly of: number;
}

/** What is measured of a slice of the evaluation; ids as in data/evaluation/marks.yaml. */
export const comparedFigures = [
  'top1',
  'right-outcome',
  'confident-wrong',
  'asked-back',
  'not-understood',
  'aspect',
  'out-answered',
  'safety',
] as const;
export type ComparedFigure = (typeof comparedFigures)[number];

/** A mark of data/evaluation/marks.yaml that is not reached, in percent; `loses`: points of `top1` against `clean`. */
export interface MissedMark {
  readonly slice: string;
  readonly figure: string;
  readonly must: 'least' | 'most' | 'loses';
  readonly got: number;
  readonly mark: number;
}

export interface SliceCompared {
  /** `all`: every message written by hand; `ward`: the wards' own questions. */
  readonly slice: string;
  readonly rows: number;
  readonly figures: readonly {
    readonly figure: ComparedFigure;
    readonly before: ShareOf;
    readonly after: ShareOf;
  }[];
}

/** A topic of the evaluation that was taken for another. */
export interface Confusion {
  readonly right: string;
  /** null: not understood. */
  readonly got: string | null;
  readonly count: number;
  /** Some of the messages: the shipped and the wards' own, never of residents. */
  readonly texts: readonly string[];
}

/** How a release does in the evaluation. */
export interface Evaluated {
  readonly slices: readonly {
    readonly slice: string;
    readonly rows: number;
    readonly figures: readonly (readonly [ComparedFigure, ShareOf])[];
  }[];
  /** Marks that are missed. */
  readonly missed: readonly MissedMark[];
  /** Most often first. */
  readonly confusions: readonly Confusion[];
}

/** Asks a release the evaluation, beside the event loop. */
export type Evaluate = (
  what: {
    readonly parts: ReleaseParts;
    readonly evaluation: readonly EvaluationQuestion[];
    readonly now: number;
  },
  say: (done: number) => void,
) => Promise<Evaluated>;

export interface Change {
  readonly before: Answered;
  readonly after: Answered;
}

export interface Compared {
  readonly slices: readonly SliceCompared[];
  /** Marks that are missed. */
  readonly missed: { readonly before: readonly MissedMark[]; readonly after: readonly MissedMark[] };
  /** Messages of the evaluation that are answered otherwise; of the shipped and the wards' own, never of residents. */
  readonly evaluation: readonly (Change & {
    readonly text: string;
    readonly right: string;
    readonly slice: string;
    readonly verdict: 'better' | 'worse' | 'same';
  })[];
  /** How many messages of the evaluation were asked. */
  readonly asked: number;
  /** By place among the questions; those alone that are answered otherwise. */
  readonly questions: readonly (Change & { readonly place: number })[];
}

/** Compares two releases beside the event loop. `say`: how far, 0 to 1. */
export type Compare = (what: Comparing, say: (done: number) => void) => Promise<Compared>;
