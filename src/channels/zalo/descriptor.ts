import type { ChannelDescriptor } from '#turns/ports-delivery.ts';

const HOUR = 3_600_000;

export const zaloDescriptor: ChannelDescriptor = {
  id: 'zalo',
  label: 'Zalo OA',
  limits: { textChars: 2000, choices: 5, choiceTitleChars: 100 },
  // Free of charge for 48 hours; until the seventh day a message would be paid.
  windowMs: 48 * HOUR,
  delivery: 'push',
};

/** People who are not logged in to Zalo get text alone. */
export const zaloAnonymousDescriptor: ChannelDescriptor = {
  ...zaloDescriptor,
  limits: { ...zaloDescriptor.limits, choices: 0 },
};

const ANONYMOUS = '/anonymous';

/** The account of an OA where people without a login write: conversations of its own, same unit. */
export const anonymousAccount = (oa: string): string => oa + ANONYMOUS;

export const isAnonymous = (account: string): boolean => account.endsWith(ANONYMOUS);

/** The OA behind an account, whoever writes there. */
export const oaOf = (account: string): string =>
  isAnonymous(account) ? account.slice(0, -ANONYMOUS.length) : account;
