import { PRODUCT_NAME } from '#root/product-name.ts';

/** What the staff's room says outside the console. */
export const words = {
  /** As the authenticator app shows it. */
  issuer: PRODUCT_NAME,
} as const;
