import type { Activity, ActivitySet } from './activity.ts';
import type { Api, Outgoing, Result, Session, Stream } from './api.ts';
import type { Keeper } from './keeper.ts';
import { createSender, type Delivery } from './sender.ts';
import { createSessions } from './sessions.ts';
import { openStream, type OpenStream } from './stream.ts';
import { backOff, createWaiter } from './waiter.ts';

/** `connecting` until the first contact, `live` while answers reach us, `lost` while they do not. */
export type Connection = 'connecting' | 'live' | 'lost';

export interface DirectLineEvents {
  /** In the order of the server; the same id may come again and replaces what was there. `history`: from before this page was opened. */
  readonly onActivities: (activities: readonly Activity[], history: boolean) => void;
  readonly onDelivery: (message: Outgoing, delivery: Delivery) => void;
  readonly onConnection: (connection: Connection) => void;
  /** The server knows the conversation no longer (`lost`), or another tab began a new one (`other-tab`). */
  readonly onNewConversation: (why: 'lost' | 'other-tab') => void;
}

export interface DirectLine {
  readonly send: (message: Outgoing) => void;
  /** Try everything again now. */
  readonly retry: () => void;
  readonly forget: (clientId: string) => void;
  /** Another tab wrote to the shared memory. */
  readonly sharedMemoryChanged: () => void;
  readonly stop: () => void;
}

const refreshEveryMs = 15 * 60_000;
const pollStretchMs = 60_000;
const echoPatienceMs = 8_000;
const from = '0';

/** Follows one conversation until it is stopped: history, stream, polling where sockets fail, reconnecting. */
export function connectDirectLine(
  api: Api,
  keeper: Keeper,
  unit: string | null,
  listener: DirectLineEvents,
): DirectLine {
  const tell =
    <A extends readonly unknown[]>(event: (...told: A) => void) =>
    (...told: A) => {
      if (!life.signal.aborted) event(...told);
    };
  const events: DirectLineEvents = {
    onActivities: tell(listener.onActivities),
    onDelivery: tell(listener.onDelivery),
    onConnection: tell(listener.onConnection),
    onNewConversation: tell(listener.onNewConversation),
  };
  const waiter = createWaiter();
  let watermark = from;
  let stream: OpenStream | null = null;
  const life = new AbortController();
  let historyShown = keeper.session()?.started !== true;
  let socketFailures = 0;
  let lastMoveAt = Date.now();
  let echoTimer: ReturnType<typeof setTimeout> | undefined;

  /** Which conversation this page is in, counted: what was asked of an earlier one is not followed when it comes. */
  let era = 0;

  const begin = (why: 'lost' | 'other-tab', hasHistory: boolean) => {
    era++;
    watermark = from;
    historyShown = !hasHistory;
    events.onNewConversation(why);
    stream?.close();
  };
  const sessions = createSessions(api, keeper, unit, () => begin('lost', false));
  const sender = createSender({
    api,
    sessions,
    keeper,
    waiter,
    onDelivery: (message, delivery) => {
      events.onDelivery(message, delivery);
      if (delivery === 'accepted') expectEcho();
    },
  });

  const take = (set: ActivitySet, history: boolean) => {
    if (set.watermark !== null) watermark = set.watermark;
    if (set.activities.length === 0) return;
    lastMoveAt = Date.now();
    for (const { clientId } of set.activities) if (clientId !== null) sender.echoed(clientId);
    events.onActivities(set.activities, history);
  };

  /** A socket can be dead without saying so: an echo that stays away is fetched, and the socket is replaced. */
  const expectEcho = () => {
    clearTimeout(echoTimer);
    echoTimer = setTimeout(() => {
      if (keeper.unsent().length > 0) stream?.close();
    }, echoPatienceMs);
  };

  /** What went wrong is mended as far as it can be; the caller goes round again. */
  const mend = async (
    failed: Exclude<Result<unknown>, { kind: 'ok' }>,
    session: Session,
    attempt: number,
  ) => {
    if (failed.kind === 'expired') {
      const renewed = await sessions.renew(session);
      if (renewed.kind === 'ok') return;
    } else if (failed.kind !== 'later') {
      sessions.lose(session);
    }
    events.onConnection(attempt === 0 ? 'connecting' : 'lost');
    await waiter.wait(failed.kind === 'later' && failed.waitMs !== null ? failed.waitMs : backOff(attempt));
  };

  const run = async () => {
    for (let attempt = 0; !life.signal.aborted; attempt++) {
      const session = await sessions.current();
      if (life.signal.aborted) return;
      if (session.kind !== 'ok') {
        if (attempt > 0) events.onConnection('lost');
        await waiter.wait((session.kind === 'later' ? session.waitMs : null) ?? backOff(attempt));
        continue;
      }
      const joining = era;
      const joined = await join(session.value);
      if (life.signal.aborted) return;
      if (joining !== era) continue;
      if (joined.kind !== 'ok') {
        await mend(joined, session.value, attempt);
        continue;
      }
      sessions.update(joined.value.session);
      sender.open();
      const worked = await follow(joined.value);
      if (worked) attempt = -1;
      if (!life.signal.aborted && !worked) await waiter.wait(backOff(Math.max(attempt, 0)));
    }
  };

  const join = async (session: Session): Promise<Result<Stream>> => {
    if (!session.started) return api.start(session);
    if (!historyShown) {
      const read = await readHistory(session);
      if (read.kind !== 'ok') return read;
    }
    return api.rejoin(session, watermark);
  };

  /** The server may hand out a long history in pages. */
  const readHistory = async (session: Session): Promise<Result<null>> => {
    const reading = era;
    for (;;) {
      const page = await api.activities(session, watermark);
      if (page.kind !== 'ok') return page;
      if (reading !== era) return { kind: 'later', waitMs: 0 };
      const before = watermark;
      take(page.value, true);
      if (page.value.activities.length === 0 || watermark === before) break;
    }
    historyShown = true;
    return { kind: 'ok', value: null };
  };

  /** Stays as long as it works; true when it had worked. Two sockets that never opened: poll for a while. */
  const follow = async ({ session, streamUrl }: Stream): Promise<boolean> => {
    if (streamUrl === null || socketFailures >= 2) return poll(session);
    stream = openStream(streamUrl, {
      open: () => {
        socketFailures = 0;
        events.onConnection('live');
        sender.flush();
      },
      set: (set) => take(set, false),
    });
    const end = await stream.closed;
    stream = null;
    if (!end.opened) socketFailures++;
    if (life.signal.aborted) return true;
    // Most lost sockets come back at once; only what fails again is waited for.
    if (end.opened) await waiter.wait(200 + 600 * Math.random());
    return end.opened;
  };

  const poll = async (session: Session): Promise<boolean> => {
    const until = Date.now() + pollStretchMs;
    let worked = false;
    while (!life.signal.aborted && Date.now() < until) {
      const conversation = session.conversationId;
      const set = await api.activities(session, watermark);
      if (set.kind !== 'ok' || keeper.session()?.conversationId !== conversation) return worked;
      take(set.value, false);
      if (!worked) {
        events.onConnection('live');
        sender.flush();
      }
      worked = true;
      await waiter.wait(pollPause());
    }
    socketFailures = 1;
    return worked;
  };

  const pollPause = () => {
    if (document.hidden) return 15_000;
    return Date.now() - lastMoveAt < 30_000 ? 1_000 : 4_000;
  };

  const refresh = setInterval(() => void refreshToken(), refreshEveryMs);
  const refreshToken = async () => {
    const session = await sessions.current();
    if (session.kind !== 'ok') return;
    const fresh = await api.refresh(session.value);
    if (fresh.kind === 'ok') sessions.update(fresh.value);
    if (fresh.kind === 'expired') await sessions.renew(session.value);
  };

  let hiddenAt = 0;
  const onVisible = () => {
    if (document.hidden) {
      hiddenAt = Date.now();
      return;
    }
    // A phone that slept has dead sockets which still look open.
    if (Date.now() - hiddenAt > 20_000) stream?.close();
    waiter.wake();
  };
  const onOnline = () => {
    stream?.close();
    sender.flush();
  };
  const onOffline = () => {
    events.onConnection('lost');
    stream?.close();
  };
  document.addEventListener('visibilitychange', onVisible);
  window.addEventListener('online', onOnline);
  window.addEventListener('offline', onOffline);

  if (historyShown) sender.open();
  for (const message of keeper.unsent()) sender.send(message);
  void run();

  return {
    send: (message) => {
      lastMoveAt = Date.now();
      sender.send(message);
      waiter.wake();
    },
    retry: sender.flush,
    forget: sender.forget,
    sharedMemoryChanged: () => {
      if (!sessions.adopt()) return;
      begin('other-tab', true);
      waiter.wake();
    },
    stop: () => {
      life.abort();
      sender.stop();
      sessions.stop();
      clearInterval(refresh);
      clearTimeout(echoTimer);
      document.removeEventListener('visibilitychange', onVisible);
      window.removeEventListener('online', onOnline);
      window.removeEventListener('offline', onOffline);
      stream?.close();
      waiter.wake();
    },
  };
}
