import type { ChannelDescriptor } from '#turns/ports-delivery.ts';

const HOUR = 3_600_000;

export const messengerDescriptor: ChannelDescriptor = {
  id: 'messenger',
  label: 'Messenger',
  limits: { textChars: 2000, choices: 13, choiceTitleChars: 20 },
  windowMs: 24 * HOUR,
  // With the permission for human agents.
  officerWindowMs: 7 * 24 * HOUR,
  delivery: 'push',
};
