import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  request(route: string, status: number, seconds: number): void;
  /** Open chat sockets, asked for when the page is read. */
  watchSockets(count: () => number): void;
  text(): Promise<string>;
  readonly contentType: string;
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
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
