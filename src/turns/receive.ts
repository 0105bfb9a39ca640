import type { Accepted, Inbound, MaskedKind, TranscriptHub, TurnStore } from './ports.ts';
import type { TurnRunner } from './runner.ts';

/** Pure; covers what is personal. Channels apply it where a message comes in, before anything else sees it. */
export type Mask = (text: string) => { readonly text: string; readonly masked: readonly MaskedKind[] };

export interface Reception {
  readonly store: Pick<TurnStore, 'accept'>;
  readonly hub: TranscriptHub;
  readonly runner: Pick<TurnRunner, 'poke' | 'reserve'>;
}

/**
 * store -> the caller acknowledges when it resolves. Its echo is shown and its turn begins meanwhile.
 * `inbound` is masked already: by its channel, which alone knows where words of residents stand in its messages.
 * Where a worker is free the message is stored and leased at once: a turn is two trips to the database, not three.
 */
export async function receive({ store, hub, runner }: Reception, inbound: Inbound): Promise<Accepted> {
  const worker = inbound.conversation === null ? null : runner.reserve(inbound.conversation);
  let accepted: Accepted | undefined;
  try {
    accepted = await store.accept(inbound, worker?.claim);
  } finally {
    worker?.begin(accepted?.work ?? null);
  }
  if (accepted.row !== null) hub.published(accepted.conversation, [accepted.row]);
  if (accepted.work === null) runner.poke(accepted.conversation);
  return accepted;
}
