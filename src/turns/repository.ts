import { createSealer } from '#privacy/seal.ts';
import { run, type Database, type Script } from '#store/database.ts';
import type { Accepted, Claim, Inbound, TurnStore, TurnWriter, Work } from './ports.ts';
import type { DeliveryStore } from './ports-delivery.ts';
import { accept, Raced } from './repository/accept.ts';
import { activitiesAfter } from './repository/activities.ts';
import { committedBefore, commitTurn, Fenced } from './repository/commit.ts';
import { eraseConversation, findConversation, openConversation } from './repository/conversations.ts';
import {
  abandonTurn,
  findWaiting,
  leaseAbandoned,
  leaseOne,
  nextUnder,
  releaseLease,
  renewLease,
  type Taken,
} from './repository/lease.ts';
import { createLines } from './repository/in-line.ts';
import { doubtDelivery, findDue, leaseDelivery, settleDelivery } from './repository/outbox.ts';

export interface TurnStoreOptions {
  readonly database: Database;
  /** 64 hex digits. */
  readonly sealKey: string;
  /** Write what other rooms own inside the turn's transaction (insight, handover). */
  readonly writers: readonly TurnWriter[];
}

/** The store of turns on either engine. Every script can be tried again: accept by its key, commit by its turn, the rest by fences. */
export function createTurnStore({ database, sealKey, writers }: TurnStoreOptions): TurnStore & DeliveryStore {
  const { gate } = database;
  const sealer = createSealer(sealKey);
  const inLine = createLines();

  async function workOf(taken: Promise<Taken>): Promise<Work | null> {
    const result = await taken;
    if (result.kind === 'idle') await gate.lease(() => releaseLease(result.lease));
    return result.kind === 'work' ? result.work : null;
  }

  const takeOne = (conversation: string, claim: Claim): Promise<Work | null> =>
    workOf(gate.lease(() => leaseOne(conversation, claim, sealer)));

  async function acceptOnce(message: Inbound, claim: Claim | undefined): Promise<Accepted> {
    const store = (): Promise<Accepted> => gate.write(() => accept(message, claim, sealer));
    try {
      return await store();
    } catch (error) {
      if (!(error instanceof Raced)) throw error;
      return await store();
    }
  }

  return {
    openConversation: (conversation) => gate.write(() => openConversation(conversation, sealer)),
    findConversation: (id) => gate.read(() => findConversation(id)),

    accept: (message, claim) => {
      const { account, person, conversation } = message;
      // Connections overtake each other: quick messages of one resident stay in the order in which they came.
      const line = conversation ?? `${account.channel} ${account.id} ${person}`;
      return inLine(line, async () => {
        const accepted = await acceptOnce(message, claim);
        // Where the answer to a first try was lost, its lease is this claim's, and nobody else would soon find it.
        if (claim === undefined || !accepted.duplicate) return accepted;
        return { ...accepted, work: await takeOne(accepted.conversation, claim) };
      });
    },

    async take(owner, now, leaseMs, conversation) {
      const claim = { owner, now, leaseMs };
      if (conversation !== undefined) return takeOne(conversation, claim);
      for (const waiting of await gate.read(() => findWaiting(owner, now))) {
        const script = waiting.expired ? leaseAbandoned : leaseOne;
        const work = await workOf(gate.lease(() => script(waiting.conversation, claim, sealer)));
        if (work !== null) return work;
      }
      return null;
    },

    next: (lease, now) => gate.lease(() => nextUnder(lease, now, sealer)),
    renew: (lease, until) => gate.lease(() => renewLease(lease, until)),

    async commit(commit) {
      try {
        return await gate.write(() => commitTurn(commit, writers));
      } catch (error) {
        if (!(error instanceof Fenced)) throw error;
        return gate.read(() => committedBefore(commit));
      }
    },

    abandon: (lease, inboxId, retryAt) => gate.write(() => abandonTurn(lease, inboxId, retryAt)),
    activitiesAfter: (conversation, seq, limit) => gate.read(() => activitiesAfter(conversation, seq, limit)),

    async takeDelivery(owner, channel, now, leaseMs) {
      for (const due of await gate.read(() => findDue(channel, now))) {
        if (due.cutOff) {
          await gate.write(() => doubtDelivery(due, now));
          continue;
        }
        // On the disk before it leaves: a send that nobody remembers would be sent again without a doubt.
        const delivery = await gate.write(() => leaseDelivery(due, { owner, now, leaseMs }, sealer));
        if (delivery !== null) return delivery;
      }
      return null;
    },

    settleDelivery: (delivery, result) => gate.write(() => settleDelivery(delivery, result)),

    forget: (conversation) =>
      gate.write(function* forget(): Script<void> {
        yield* run(
          ...writers.flatMap((writer) => writer.erase(conversation)),
          eraseConversation(conversation),
        );
      }),
  };
}
