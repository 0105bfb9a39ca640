import { z } from 'zod';

/** Lower-case ASCII words joined by hyphens. Ids are never reused; renaming needs `was`. */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a slug such as dang-ky-khai-sinh');

/** The official five-digit code of a commune-level unit (phường, xã). */
export const unitCodeSchema = z.string().regex(/^\d{5}$/, 'must be the five-digit unit code');
export type UnitCode = z.infer<typeof unitCodeSchema>;

export const dateSchema = z.iso.date();

/** What about a topic is asked. Wire ids, used in data and by `ask`. */
export const aspects = [
  'ho-so',
  'le-phi',
  'thoi-han',
  'noi-nop',
  'cach-nop-online',
  'dieu-kien',
  'loi-su-co',
  'trang-thai',
  'nguoi-khac-nop-ho',
  'ket-qua',
  'khac',
] as const;
export const aspectSchema = z.enum(aspects);
export type Aspect = z.infer<typeof aspectSchema>;
export const isAspect = (word: string): word is Aspect => aspects.some((one) => one === word);

/** What a turn came to, the closed list that `ask` prints and insight counts. */
export const outcomes = [
  'answer',
  'offer',
  'clarify',
  'smalltalk',
  'handover',
  'redirect',
  'safety',
  'refuse',
  'unclear',
] as const;
export const outcomeSchema = z.enum(outcomes);
export type Outcome = z.infer<typeof outcomeSchema>;
export const isOutcome = (word: string): word is Outcome => outcomes.some((one) => one === word);

/** How a dossier is handed in; fees, papers and times differ by it. */
export const submissionChannels = ['online', 'counter', 'postal'] as const;
export const submissionChannelSchema = z.enum(submissionChannels);
export type SubmissionChannel = z.infer<typeof submissionChannelSchema>;

/** `base` holds for every unit; a unit code overrides it there. */
export const scopeSchema = z.union([z.literal('base'), unitCodeSchema]);
/** Where something holds: one unit, or `base`, which all units share. */
export type Scope = z.infer<typeof scopeSchema>;
