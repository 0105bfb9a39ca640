import type { LocalDate } from '#root/clock.ts';
import type { Contact, Unit } from '../schema/unit.ts';
import type { Source } from '../schema/source.ts';
import type { SubmissionChannel, UnitCode } from '../schema/ids.ts';
import type { Text } from '../schema/text.ts';
import type { documentForms } from '../schema/procedure.ts';

/** Her case: what decides which facts hold. Time is a parameter of every lookup. */
export interface Case {
  readonly procedure: string;
  /** Question id to option id. */
  readonly answers: Readonly<Record<string, string>>;
  /** null: not chosen yet; conditions on it stay open. */
  readonly channel: SubmissionChannel | null;
  /** Target unit: where she files. null: not known yet. */
  readonly unit: UnitCode | null;
  readonly date: LocalDate;
}

/** Three-valued: `open` means an unanswered question decides. */
export type Applies = 'yes' | 'no' | 'open';

/** What every tellable fact carries. */
export interface Grounds {
  readonly procedure: string;
  /** Id within its field; field, procedure and id together are the lock key. */
  readonly id: string;
  /** `open`: holds only if the questions in `openQuestions` are answered so. Facts that do not apply are left out. */
  readonly applies: Exclude<Applies, 'no'>;
  readonly openQuestions: readonly string[];
  readonly sources: readonly Source[];
  readonly asOf: LocalDate;
  /** Past its review date: said visibly weaker. */
  readonly expired: boolean;
  /** At least one source that is not `memory`, none of them low: otherwise the value is given as unknown. */
  readonly sure: boolean;
}

export interface DocumentFact extends Grounds {
  readonly field: 'documents';
  readonly name: Text;
  readonly form: (typeof documentForms)[number];
  readonly formCode: string | null;
  /** `needed`; `from-database`: not needed where the database has it; `ask-staff`: nobody structured the condition. */
  readonly status: 'needed' | 'from-database' | 'ask-staff';
  readonly replacedBy: Text | null;
  readonly note: Text | null;
  readonly prose: Text | null;
}

export interface FeeFact extends Grounds {
  readonly field: 'fee';
  readonly label: Text;
  /** Đồng, or unknown with who can tell. */
  readonly amount: number | 'unknown';
  readonly per: Text | null;
  readonly channel: SubmissionChannel | 'any';
  readonly extra: boolean;
  readonly note: Text | null;
  readonly whoKnows: readonly string[];
}

export interface TimeFact extends Grounds {
  readonly field: 'time';
  readonly label: Text | null;
  readonly amount: number | 'unknown';
  readonly unit: 'working-day' | 'day' | 'working-hour' | 'hour' | 'month';
  readonly cutoff: string | null;
  readonly plus: readonly {
    readonly amount: number;
    readonly unit: TimeFact['unit'];
    readonly why: Text;
    readonly applies: 'yes' | 'open';
  }[];
  readonly whoKnows: readonly string[];
}

export interface PlaceFact extends Grounds {
  readonly field: 'place';
  readonly receive: Text;
  readonly decide: Text;
  readonly desk: 'one-stop' | 'police' | 'elsewhere';
  readonly anyCentre: boolean;
  /** Known to be taken by post too. */
  readonly byPost: boolean;
  readonly target: Unit | null;
  /** Verified contacts of the target only. */
  readonly contacts: readonly Contact[];
  readonly online: {
    readonly entry: 'portal' | 'vneid' | 'portal-or-vneid' | 'counter-only';
    readonly level: 'full' | 'partial' | 'unknown';
    readonly search: string | null;
    readonly url: string | null;
  };
}

export interface StatementFact extends Grounds {
  readonly field:
    'result' | 'conditions' | 'on-behalf' | 'returns' | 'exemptions' | 'checks' | 'validity' | 'penalties';
  readonly text: Text;
  readonly fix: Text | null;
}

export type Fact = DocumentFact | FeeFact | TimeFact | PlaceFact | StatementFact;

/** One step of her walk-through, words chosen for her case, placeholders not yet filled. */
export interface StepPlan {
  readonly id: string;
  readonly title: Text;
  readonly todo: Text;
  readonly screen: Text | null;
  readonly screenAsOf: LocalDate;
  /** Name of a drawing of that screen; null where none of the two general ways shows it. */
  readonly picture: string | null;
  readonly notes: readonly { readonly id: string; readonly text: Text }[];
  /** Unanswered questions to ask before this step can be shown right. */
  readonly asks: readonly string[];
  /** Trouble ids to offer, own ones first. */
  readonly troubles: readonly string[];
  readonly sources: readonly Source[];
}
