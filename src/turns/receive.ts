import type { Accepted, Inbound, MaskedKind, TranscriptHub, TurnStore } from './ports.ts';

/** Pure; covers what is personal. Channels apply it where a message comes in, before anything else sees it. */
export type Mask = (text: string) => { readonly text: string; readonly masked: readonly MaskedKind[] };

export interface Reception {
  readonly store: Pick<TurnStore, 'accept'>;
  readonly hub: TranscriptHub;
  /** Tells the runner where work waits. */
  readonly poke: (conversation: string) => void;
}

/**
 * store -> the caller acknowledges when it resolves. Its echo is shown and its turn begins meanwhile.
 * `inbound` is masked already: by its channel, which alone knows where words of residents stand in its messages.
 */
export async function receive({ store, hub, poke }: Reception, inbound: Inbound): Promise<Accepted> {
  const accepted = await store.accept(inbound);
  if (accepted.row !== null) hub.published(accepted.conversation, [accepted.row]);
  poke(accepted.conversation);
  return accepted;
}
