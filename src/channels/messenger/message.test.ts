import { expect, it } from 'vitest';
import type { Origin } from '#turns/ports.ts';
import type { Delivery } from '#turns/ports-delivery.ts';
import { messengerMessage } from './message.ts';

const HOUR = 3_600_000;
const NOW = 1_795_312_800_000;
const sent = (origin: Origin, hoursAgo: number): object => {
  const delivery: Delivery = {
    id: 'd',
    conversation: 'c',
    account: { channel: 'messenger', id: '1', homeUnit: null },
    person: 'p',
    reply: { blocks: [{ kind: 'text', text: 'x' }], choices: [], facts: [] },
    attempts: 1,
    fence: 1,
    lastInAt: NOW - hoursAgo * HOUR,
    origin,
  };
  return messengerMessage(delivery, delivery.reply, NOW);
};

it.each([
  ['reply', 1, { messaging_type: 'RESPONSE' }],
  ['outreach', 20, { messaging_type: 'UPDATE' }],
  ['officer', 1, { messaging_type: 'RESPONSE' }],
  ['officer', 30, { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }],
] as const)('what starts as %s, %i hours after her message, says so to Meta', (origin, hours, type) => {
  expect(sent(origin, hours)).toMatchObject(type);
});

it('the tag for human agents is never on what the bot says, however late', () => {
  for (const origin of ['reply', 'outreach'] as const) expect(sent(origin, 100)).not.toHaveProperty('tag');
});
