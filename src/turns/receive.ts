import type { Json } from '#root/json.ts';
import type { Accepted, Inbound, MaskedKind, TranscriptHub, TurnStore } from './ports.ts';

/** Pure; a second time changes nothing, so a channel that masked already loses nothing here. */
export type Mask = (text: string) => { readonly text: string; readonly masked: readonly MaskedKind[] };

export interface Reception {
  readonly store: Pick<TurnStore, 'accept'>;
  readonly mask: Mask;
  readonly hub: TranscriptHub;
  /** Tells the runner where work waits. */
  readonly poke: (conversation: string) => void;
}

/** mask -> store -> the caller acknowledges when it resolves. Its echo is shown and its turn begins meanwhile. */
export async function receive({ store, mask, hub, poke }: Reception, inbound: Inbound): Promise<Accepted> {
  const accepted = await store.accept({
    ...inbound,
    event: maskEvent(inbound.event, mask),
    activity: maskActivity(inbound.activity, mask),
  });
  if (accepted.row !== null) hub.published(accepted.conversation, [accepted.row]);
  poke(accepted.conversation);
  return accepted;
}

function maskEvent(event: Inbound['event'], mask: Mask): Inbound['event'] {
  if (event.kind === 'start') return event;
  if (event.kind === 'choice') return { ...event, title: mask(event.title).text };
  const { text, masked } = mask(event.text);
  return { ...event, text, masked: [...new Set([...event.masked, ...masked])] };
}

/** Where residents' words stand in an activity; ids and the like beside them stay as they are. */
const wordy = new Set(['text', 'speak', 'summary', 'value', 'title', 'displayText', 'content']);

function maskActivity(activity: Json, mask: Mask, words = false): Json {
  if (typeof activity === 'string') return words ? mask(activity).text : activity;
  if (typeof activity !== 'object' || activity === null) return activity;
  if (isList(activity)) return activity.map((item) => maskActivity(item, mask, words));
  return Object.fromEntries(
    Object.entries(activity).map(([key, value]) => [key, maskActivity(value, mask, words || wordy.has(key))]),
  );
}

const isList = (json: object): json is readonly Json[] => Array.isArray(json);
