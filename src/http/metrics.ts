import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  request(route: string, status: number, seconds: number): void;
  /** Open chat sockets, asked for when the page is read. */
  watchSockets(count: () => number): void;
  /** What waits to be sent, by channel, asked for when the page is read. */
  watchChannels(health: () => Promise<readonly ChannelFigures[]>): void;
  /** Messages that we start, asked for when the page is read. */
  watchPlans(
    counts: () => Promise<
      readonly { readonly what: string; readonly status: string; readonly count: number }[]
    >,
  ): void;
  text(): Promise<string>;
  readonly contentType: string;
}

export interface ChannelFigures {
  readonly channel: string;
  readonly open: number;
  readonly uncertain: number;
  readonly oldestMs: number;
  readonly held: number;
  readonly failed: number;
  readonly alarms: readonly unknown[];
}

/** Figures for operators. Labels are routes and statuses, never ids or addresses. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests by route and status',
    labelNames: ['route', 'status'],
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time until the answer was written',
    labelNames: ['route'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  return {
    request(route, status, seconds) {
      requests.inc({ route, status: String(status) });
      durations.observe({ route }, seconds);
    },
    watchSockets(count) {
      const gauge: Gauge = new Gauge({
        name: 'chat_sockets',
        help: 'Open chat sockets',
        registers: [registry],
        collect: () => gauge.set(count()),
      });
    },
    watchChannels(asked) {
      const health = shared(asked);
      const replies: Gauge = new Gauge({
        name: 'channel_replies',
        help: 'Replies that are not sent yet or will not be, by channel and state',
        labelNames: ['channel', 'state'],
        registers: [registry],
        async collect() {
          for (const { channel, open, uncertain, held, failed } of await health()) {
            for (const [state, count] of Object.entries({ open, uncertain, held, failed })) {
              replies.set({ channel, state }, count);
            }
          }
        },
      });
      const oldest: Gauge = new Gauge({
        name: 'channel_oldest_reply_seconds',
        help: 'How long the oldest reply waits, by channel',
        labelNames: ['channel'],
        registers: [registry],
        async collect() {
          for (const { channel, oldestMs } of await health()) oldest.set({ channel }, oldestMs / 1000);
        },
      });
      const alarms: Gauge = new Gauge({
        name: 'channel_alarms',
        help: 'Accounts that cannot send until somebody does something, by channel',
        labelNames: ['channel'],
        registers: [registry],
        async collect() {
          for (const { channel, alarms: raised } of await health()) alarms.set({ channel }, raised.length);
        },
      });
    },
    watchPlans(counts) {
      const plans: Gauge = new Gauge({
        name: 'outreach_plans',
        help: 'Messages that we start, by kind and state',
        labelNames: ['what', 'state'],
        registers: [registry],
        async collect() {
          plans.reset();
          for (const { what, status, count } of await counts()) plans.set({ what, state: status }, count);
        },
      });
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

/** Gauges of one page ask at the same time: they share one answer. */
function shared<T>(ask: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  return () => {
    running ??= ask().finally(() => {
      running = null;
    });
    return running;
  };
}
