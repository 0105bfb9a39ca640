import { localDate } from '#root/clock.ts';
import type { Block } from '#replies/reply.ts';
import type { Turn } from '../turn.ts';

/** Who speaks, what it can do, and what nobody needs to type. */
export function introduction(turn: Turn): Block[] {
  const { words } = turn.voice;
  return [
    { kind: 'text', text: words('start.hello') },
    { kind: 'text', text: words('start.safe') },
  ];
}

/** Notices of the day for her unit: all of them (start), or those about a topic. */
export function notices(turn: Turn, topic: string | null): Block[] {
  const today = localDate(turn.context.now);
  const { homeUnit } = turn.context;
  return turn.release.notices
    .filter(({ scope }) => scope === 'base' || scope === (turn.state.unit ?? homeUnit))
    .filter(({ from, to }) => from <= today && today <= to)
    .filter(({ topics }) => (topic === null ? topics.length === 0 : topics.includes(topic)))
    .map(({ text }) => ({
      kind: 'text',
      text: turn.voice.words('start.notice', { text: turn.voice.text(text) }),
    }));
}
