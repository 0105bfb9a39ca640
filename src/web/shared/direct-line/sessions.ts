import type { Api, Result, Session } from './api.ts';
import type { Keeper } from './keeper.ts';

/** Finds, makes and renews the session; one of the tabs at a time. */
export interface Sessions {
  current(): Promise<Result<Session>>;
  /** The token had expired. A conversation that cannot be resumed becomes a new one. */
  renew(stale: Session): Promise<Result<Session>>;
  /** The server does not know it any more: the next `current` opens another. */
  lose(stale: Session): void;
  /** A newer token or state of the same conversation. */
  update(session: Session): void;
  /** Takes what another tab has stored; true when that is another conversation. */
  adopt(): boolean;
  /** Writes to the shared memory no more: what is still under way belongs to a conversation that was left. */
  stop(): void;
}

export function createSessions(
  api: Api,
  keeper: Keeper,
  unit: string | null,
  onReplaced: () => void,
): Sessions {
  let session = keeper.session();
  let stopped = false;
  let opening: Promise<Result<Session>> | null = null;

  const set = (next: Session) => {
    const replaced = session !== null && session.conversationId !== next.conversationId;
    session = next;
    if (stopped) return;
    keeper.keepSession(next);
    if (replaced) onReplaced();
  };

  /** Only one opening or renewal at a time in this tab, and under the browser's lock among tabs. */
  const once = async (work: () => Promise<Result<Session>>) => {
    opening ??= keeper.alone(work).finally(() => (opening = null));
    return opening;
  };

  const open = async (resume: Session | null): Promise<Result<Session>> => {
    const kept = keeper.session();
    if (kept !== null && kept.token !== resume?.token) {
      set(kept);
      return { kind: 'ok', value: kept };
    }
    let result = await api.open(unit, resume);
    // A place that cannot be taken up again, or a unit that does not exist, shall not keep her out.
    if (isFinal(result) && resume !== null) result = await api.open(unit, null);
    if (isFinal(result) && unit !== null) result = await api.open(null, null);
    if (result.kind === 'ok') set(result.value);
    return result.kind === 'ok' || result.kind === 'later' ? result : { kind: 'later', waitMs: null };
  };

  return {
    current: async () => {
      const kept = session;
      if (kept !== null && kept.expiresAt > Date.now()) return { kind: 'ok', value: kept };
      return once(() => open(kept));
    },
    renew: async (stale) =>
      session !== null && session.token !== stale.token
        ? { kind: 'ok', value: session }
        : once(() => open(stale)),
    lose: (stale) => {
      if (session?.conversationId !== stale.conversationId) return;
      session = null;
      if (stopped) return;
      if (keeper.session()?.conversationId === stale.conversationId) keeper.keepSession(null);
      onReplaced();
    },
    update: (next) => {
      if (session === null || session.conversationId === next.conversationId) set(next);
    },
    adopt: () => {
      const kept = keeper.session();
      if (kept === null) return false;
      const other = session !== null && session.conversationId !== kept.conversationId;
      session = kept;
      return other;
    },
    stop: () => {
      stopped = true;
    },
  };
}

const isFinal = ({ kind }: Result<Session>) => kind !== 'ok' && kind !== 'later';
