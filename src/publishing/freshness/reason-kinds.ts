/** Why an entry is to be looked at again, the most pressing first. */
export const REASONS = ['overdue', 'dead-link', 'unknown-fee', 'weak', 'soon'] as const;
export type ReasonKind = (typeof REASONS)[number];
