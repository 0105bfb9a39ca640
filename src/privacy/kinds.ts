export const maskKinds = [
  'identity-number',
  'otp',
  'password',
  'phone',
  'bank-account',
  'card',
  'email',
] as const;
export type MaskKind = (typeof maskKinds)[number];

/** A place in a text that must be covered. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly kind: MaskKind;
}
