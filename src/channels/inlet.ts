import type { Accepted, Event, Inbound, MaskedKind, TurnStore } from '#turns/ports.ts';
import type { Json } from '#root/json.ts';

export interface Masked {
  readonly text: string;
  readonly masked: readonly MaskedKind[];
}

/** An activity that was cleaned and masked: what is stored, shown and understood. */
export type JsonObject = { readonly [key: string]: Json };

/**
 * What every channel needs from the rest of the house, plugged in by the composition:
 * channels know neither privacy's rules nor botbuilder's shapes.
 */
export interface Inlet {
  readonly store: Pick<TurnStore, 'openConversation' | 'findConversation' | 'activitiesAfter' | 'forget'>;
  readonly clock: () => number;
  /** Stores a message, shows its echo, has its turn run. Acknowledge when it resolves. */
  readonly receive: (inbound: Inbound) => Promise<Accepted>;
  readonly mask: (text: string) => Masked;
  /** null: not something a resident said or did (typing, delivery marks). */
  readonly eventOf: (activity: JsonObject, masked: readonly MaskedKind[]) => Event | null;
}
