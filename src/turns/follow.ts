import type { ActivityRow, TranscriptHub, TurnStore } from './ports.ts';

export interface FollowOptions {
  readonly store: Pick<TurnStore, 'activitiesAfter'>;
  readonly hub: TranscriptHub;
  readonly conversation: string;
  /** Last seq that the follower has. */
  readonly after: number;
  readonly onRows: (rows: readonly ActivityRow[]) => void;
  readonly onError: (error: unknown) => void;
  /** How often to look for what other processes wrote. */
  readonly pollMs?: number;
}

const PAGE = 200;

/**
 * Gives a transcript's rows in order, each once: what is there, then what comes. Told by the hub, and looking by
 * itself, so that a lost hint costs a second and never a message.
 */
export function follow(options: FollowOptions): { stop(): void } {
  const { store, hub, conversation, onRows, onError, pollMs = 1000 } = options;
  let last = options.after;
  let looking = false;
  let again = false;
  const life = { stopped: false };

  const give = (rows: readonly ActivityRow[]): void => {
    const fresh = rows.filter(({ seq }) => seq > last);
    const newest = fresh.at(-1);
    if (life.stopped || newest === undefined) return;
    last = newest.seq;
    onRows(fresh);
  };

  async function look(): Promise<void> {
    if (looking) {
      again = true;
      return;
    }
    looking = true;
    try {
      do {
        again = false;
        const rows = await store.activitiesAfter(conversation, last, PAGE);
        give(rows);
        if (rows.length === PAGE) again = true;
      } while (again && !life.stopped);
    } catch (error) {
      if (!life.stopped) onError(error);
    } finally {
      looking = false;
    }
  }

  // Seqs may have gaps, so a hint that does not directly follow what we have is only a reason to look.
  const unsubscribe = hub.subscribe(conversation, (rows) => {
    if (!looking && rows[0]?.seq === last + 1) give(rows);
    else void look();
  });
  const timer = setInterval(() => void look(), pollMs);
  timer.unref();
  void look();

  return {
    stop() {
      life.stopped = true;
      clearInterval(timer);
      unsubscribe();
    },
  };
}
