const HOUR = 3_600_000;
/** Việt Nam has no summer time. */
const OFFSET = 7 * HOUR;
const DAY = 24 * HOUR;
const OPENS = 7;
const CLOSES = 21;
/** Later than this a reminder helps nobody. */
const LATE_MS = 20 * HOUR;

/** What is looked at before a message that we start may leave. */
export interface Candidate {
  readonly what: 'resume' | 'result';
  /** When it was to be sent. */
  readonly dueAt: number;
  readonly createdAt: number;
  readonly consent: boolean;
  /** When she last wrote. */
  readonly lastInAt: number | null;
  readonly owner: 'bot' | 'person' | 'closed';
  /** How long after her last message her channel lets us write; null: never. */
  readonly reachMs: number | null;
}

export type Verdict =
  | { readonly kind: 'send' }
  /** At night. */
  | { readonly kind: 'wait'; readonly until: number }
  /** Something stands in the way; looked at again until it is too late. */
  | { readonly kind: 'hold'; readonly why: string }
  | { readonly kind: 'cancel'; readonly why: string };

/** Whether a planned message may leave now. Pure. */
export function judge(plan: Candidate, now: number): Verdict {
  if (!plan.consent) return { kind: 'cancel', why: 'she does not want it' };
  if (plan.what === 'resume' && plan.lastInAt !== null && plan.lastInAt > plan.createdAt) {
    return { kind: 'cancel', why: 'she came back' };
  }
  if (now - plan.dueAt > LATE_MS) return { kind: 'cancel', why: 'too late' };
  if (plan.owner === 'person') return { kind: 'hold', why: 'an officer has the conversation' };
  if (plan.reachMs === null) return { kind: 'hold', why: 'her channel cannot be sent to' };
  if (plan.lastInAt === null || now - plan.lastInAt > plan.reachMs) {
    return { kind: 'hold', why: 'the window is closed: she must write first' };
  }
  const awake = wakingTime(now);
  return awake === now ? { kind: 'send' } : { kind: 'wait', until: awake };
}

/** `at`, or where that is between nine in the evening and seven in the morning, seven o'clock. */
export function wakingTime(at: number): number {
  const local = at + OFFSET;
  const day = Math.floor(local / DAY) * DAY;
  const hour = (local - day) / HOUR;
  if (hour < OPENS) return day + OPENS * HOUR - OFFSET;
  return hour >= CLOSES ? day + DAY + OPENS * HOUR - OFFSET : at;
}
