import type { ChannelDescriptor } from '#turns/ports.ts';

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
export const ANONYMOUS = '/anonymous';
export const anonymousLimits = { ...zaloDescriptor.limits, choices: 0 };
