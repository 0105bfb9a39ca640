import { isAnonymous } from '#channels/zalo/descriptor.ts';
import type { Inlet } from '#channels/inlet.ts';
import { createOutreach, type Outreach } from '#outreach/outreach.ts';
import { createPlanStore, type PlanCount, type PlanStore } from '#outreach/repository.ts';
import type { Database } from '#store/database.ts';
import { dueId, type Account } from '#turns/ports.ts';
import type { Clock } from './clock.ts';
import { pushDescriptorOf } from './house-accounts.ts';
import type { Logger } from './logging.ts';

export interface OutreachRoom extends Outreach {
  readonly store: PlanStore;
  readonly counts: () => Promise<readonly PlanCount[]>;
}

/** Messages that we start: a plan that is due becomes a turn of its conversation, and leaves as any reply does. */
export function createOutreachRoom(options: {
  readonly database: Database;
  readonly inlet: Inlet;
  /** A reply may stand in the outbox in a moment. */
  readonly poke: () => void;
  readonly clock: Clock;
  readonly log: Logger;
  readonly everyMs: number;
}): OutreachRoom {
  const { inlet, clock, log } = options;
  const store = createPlanStore(options.database);
  const outreach = createOutreach({
    store,
    clock,
    log,
    everyMs: options.everyMs,
    reach: reachOf,
    async nudge({ id, conversation, account, what, about, createdAt }) {
      await inlet.receive({
        account,
        conversation,
        // Found by its conversation.
        person: '',
        dedupeKey: `plan:${id}`,
        event: { kind: 'choice', id: dueId(what, about, createdAt), title: '' },
        secret: null,
        activity: null,
        receivedAt: clock(),
      });
      options.poke();
    },
  });
  return { ...outreach, store, counts: () => store.counts() };
}

/** How long after her last message we may write unasked. On the portal she is offered to go on when she returns. */
export function reachOf(account: Account): number | null {
  const unreachable = account.channel === 'zalo' && isAnonymous(account.id);
  return unreachable ? null : (pushDescriptorOf(account)?.windowMs ?? null);
}
