import type { Aspect, Outcome, UnitCode } from '#knowledge/schema/ids.ts';
import type { Lang } from '#knowledge/schema/text.ts';

/** What the conversation lends to a message: "thế lệ phí bao nhiêu" needs the topic before it. */
export interface UnderstandContext {
  /** The conversation's topic id, if any. */
  readonly topic: string | null;
  /** The kind of answer the bot has just asked for. */
  readonly expects: Expectation | null;
  /** Topics of other units' own entries are masked. */
  readonly unit: UnitCode | null;
  /** The conversation's language; Vietnamese where it is left out. */
  readonly lang?: Lang;
}

/** What the bot waits for. `option`: one of the choices shown; their labels help to read "cái thứ hai". */
export type Expectation =
  | { readonly kind: 'option'; readonly options: readonly ExpectedOption[] }
  | { readonly kind: 'unit' }
  | { readonly kind: 'callback-phone' | 'dossier-code' | 'dossier-proof' | 'return-reason' };

export interface ExpectedOption {
  /** The choice id, as sent back when tapped. */
  readonly id: string;
  readonly label: string;
  readonly says: readonly string[];
}

export interface Candidate {
  /** Procedure id, general topic id, trouble id with prefix `trouble:`, or `none`. */
  readonly topic: string;
  /** Calibrated probability, 0–1. */
  readonly p: number;
}

export interface NationalHit {
  readonly code: string;
  readonly name: string;
  readonly kind: 'covered' | 'here-not-yet' | 'elsewhere' | 'unknown';
  /** The body that does it, as the list names it. */
  readonly body: string;
  /** Our procedure, where covered. */
  readonly procedure: string | null;
  /** Share of the message's informative words that it explains, 0–1. */
  readonly explains: number;
  /** Share of what the name says that she said, 0–1. */
  readonly covers: number;
}

/**
 * What a message means, best first. Pure function of text, context and model.
 * `confidence` is the decision made with the thresholds stored beside the model:
 * `sure` answer, `unsure` ask between the first candidates, `unknown` say so.
 */
export interface Understanding {
  readonly candidates: readonly Candidate[];
  readonly confidence: 'sure' | 'unsure' | 'unknown';
  /** What the best topic's kind comes to: a hint for the dialogs, which decide. */
  readonly outcome: Outcome;
  /** True where the topic came from the context, not from the words. */
  readonly fromContext: boolean;
  /** null: the message does not say what about the topic is asked. */
  readonly aspect: Aspect | null;
  readonly aspectP: number;
  /** What is asked most likely, also where the words hardly say it: for staff, never to act on. */
  readonly aspectGuess?: Aspect | null;
  /** Choice id, where one of the expected options is meant ("2", "cái thứ hai", "chưa cưới"). */
  readonly option: string | null;
  /** Direct commands residents type anywhere. */
  readonly command: Command | null;
  /** Units named in the message, present or former names; several when ambiguous. */
  readonly units: readonly UnitMention[];
  /** The second question of the same line, if there is one. */
  readonly second: { readonly topic: string; readonly aspect: Aspect | null } | null;
  readonly national: readonly NationalHit[];
  /** The first of them explains more of her words than the best topic does: it is what she means, or must be asked about. */
  readonly nationalFirst?: boolean;
  /** Words of former days that she used for what the message is about, by their ids in the lexicon. */
  readonly changed?: readonly string[];
  /** The message is English, or asks for a language. */
  readonly english?: English;
  /** Words that decided, with their weight for the best topic; for staff. */
  readonly because: readonly { readonly word: string; readonly weight: number }[];
}

/** What a message in English says, or the language that a message asks for. */
export interface English {
  /** The whole message asks for this language. */
  readonly asks: Lang | null;
  /** In Vietnamese words: what the matcher reads. null: the message is not English. */
  readonly gloss: string | null;
}

export interface UnitMention {
  readonly unit: UnitCode;
  /** The name as it stands in the message. */
  readonly said: string;
  readonly former: boolean;
  /** Set where the name is a trap that must be asked about. */
  readonly trap: string | null;
}

export const commands = [
  'start', // bắt đầu, làm luôn
  'papers', // giấy tờ của tôi
  'done', // xong, rồi
  'stuck', // tôi bị vướng
  'back', // quay lại
  'repeat', // nhắc lại, chưa hiểu
  'later', // để sau
  'resume', // làm tiếp
  'menu', // trang đầu, thủ tục khác
  'side-question', // hỏi việc khác
  'staff', // gặp cán bộ
  'change-answer', // sửa lại
  'yes',
  'no',
  'helped',
  'not-helped',
  'stop', // thôi, dừng
] as const;
export type Command = (typeof commands)[number];
