import { describe, expect, it } from 'vitest';
import { readActivitySet, type Activity } from '../shared/direct-line/activity.ts';
import { withActivities, withDelivery, type Message } from './messages.ts';

const at = (second: number) => `2026-11-22T10:00:${String(second).padStart(2, '0')}.000Z`;

function activities(...given: object[]): readonly Activity[] {
  return readActivitySet({ activities: given })?.activities ?? [];
}
const bot = (id: string, second: number, text = id) => ({
  type: 'message',
  id,
  timestamp: at(second),
  text,
  from: { id: 'bot', role: 'bot' },
});
const echo = (id: string, second: number, clientId: string, text = clientId) => ({
  ...bot(id, second, text),
  from: { id: 'dl_1', role: 'user' },
  channelData: { clientActivityID: clientId },
});
const outgoing = (clientId: string, text = clientId) => ({ clientId, text, choice: null, at: 0 });
const keys = (messages: readonly Message[]) => messages.map(({ key }) => key);

describe('the list of messages', () => {
  it('puts the echo in the place of the message that was sent, with the text of the server', () => {
    const sent = withDelivery([], outgoing('c1', 'số 012345678901'), 'sending');
    const [message] = withActivities(sent, activities(echo('2', 2, 'c1', 'số ************')), false);
    expect(message).toMatchObject({ key: 'c1', text: 'số ************', delivery: 'sent' });
  });

  it('keeps what is not sent yet after everything that the server has said', () => {
    const waiting = withDelivery([], outgoing('c1'), 'waiting');
    expect(keys(withActivities(waiting, activities(bot('1', 1)), false))).toEqual(['1', 'c1']);
  });

  it('shows an activity once, however often it comes, and takes its newest text', () => {
    const once = withActivities([], activities(bot('1', 1, 'cũ'), bot('2', 2)), false);
    const again = withActivities(once, activities(bot('1', 1, 'mới'), bot('2', 2)), false);
    expect(keys(again)).toEqual(['1', '2']);
    expect(again[0]).toMatchObject({ blocks: [{ kind: 'text', text: 'mới' }] });
  });

  it('orders by the clock of the server when a late one arrives', () => {
    const late = withActivities([], activities(bot('1', 1), bot('3', 3), bot('2', 2)), false);
    expect(keys(late)).toEqual(['1', '2', '3']);
  });

  it('does not call a message sent "sending" again when the answer comes after the echo', () => {
    const echoed = withActivities(
      withDelivery([], outgoing('c1'), 'sending'),
      activities(echo('1', 1, 'c1')),
      false,
    );
    expect(withDelivery(echoed, outgoing('c1'), 'accepted')[0]).toMatchObject({ delivery: 'sent' });
  });

  it('passes over typing, events and messages that say nothing', () => {
    const nothing = activities({ type: 'typing' }, { type: 'event', id: 'e' }, bot('1', 1, ''));
    expect(withActivities([], nothing, false)).toEqual([]);
  });

  it('sends the value of a suggested action, not its title', () => {
    const [message] = withActivities(
      [],
      activities({ ...bot('1', 1), suggestedActions: { actions: [{ title: 'Có', value: 'co' }] } }),
      false,
    );
    expect(message).toMatchObject({ offers: [{ title: 'Có', text: 'co', choice: null }] });
  });
});
