import type { Account } from '#turns/ports.ts';
import type { DuePlan, PlanStore } from './repository.ts';
import { judge } from './rules.ts';

export interface OutreachOptions {
  readonly store: PlanStore;
  readonly clock: () => number;
  readonly log: { warn(fields: Readonly<Record<string, string>>, text: string): void };
  /** How long after her last message an account's channel lets us write, ms; null: never. */
  readonly reach: (account: Account) => number | null;
  /** Has the bot say it, once for each plan however often it is called. */
  readonly nudge: (plan: DuePlan) => Promise<void>;
  readonly everyMs?: number;
}

export interface Outreach {
  /** Looks once at what is due. */
  run(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

/** How often what is held is looked at again. */
const HELD_MS = 10 * 60_000;

/**
 * Sends what was planned when it may be sent. A process that dies between the nudge and its mark nudges again,
 * and the nudge is taken once; so two processes may look at the same time.
 */
export function createOutreach(options: OutreachOptions): Outreach {
  const { store, clock, log, reach, nudge, everyMs = 15_000 } = options;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  async function see(plan: DuePlan): Promise<void> {
    const now = clock();
    const verdict = judge({ ...plan, reachMs: reach(plan.account) }, now);
    if (verdict.kind === 'cancel') return store.settle(plan.id, 'cancelled', verdict.why, now);
    if (verdict.kind === 'wait') return store.putOff(plan.id, 'planned', null, verdict.until);
    if (verdict.kind === 'hold') return store.putOff(plan.id, 'held', verdict.why, now + HELD_MS);
    await nudge(plan);
    return store.settle(plan.id, 'sent', null, now);
  }

  async function run(): Promise<void> {
    for (const plan of await store.due(clock())) {
      try {
        await see(plan);
      } catch (thrown) {
        const error = thrown instanceof Error ? thrown.name : typeof thrown;
        log.warn({ plan: plan.id, error }, 'A planned message could not be looked at');
      }
    }
  }

  function next(): void {
    timer = setTimeout(() => {
      running = run()
        .catch((thrown: unknown) => {
          const error = thrown instanceof Error ? thrown.name : typeof thrown;
          log.warn({ error }, 'Plans could not be read');
        })
        .finally(() => {
          if (timer !== undefined) next();
        });
    }, everyMs);
  }

  return {
    run,
    start: next,
    async stop() {
      clearTimeout(timer);
      timer = undefined;
      await running;
    },
  };
}
