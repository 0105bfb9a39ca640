import { createDirectLine } from '#channels/directline/directline.ts';
import type { Inlet } from '#channels/inlet.ts';
import type { Follow } from '#channels/follow.ts';
import { eventOf, typingOf } from '#bot/activity-codec.ts';
import { createTurnRoom } from '#bot/run-turn.ts';
import { createHttpServer } from '#http/server.ts';
import { createMetrics } from '#http/metrics.ts';
import { operatorRoutes } from '#http/operator-routes.ts';
import { createOrigins } from '#http/origins.ts';
import type { Route } from '#http/route.ts';
import { staticRoutes } from '#http/static.ts';
import type { Release } from '#knowledge/release.ts';
import type { Database } from '#store/database.ts';
import { decideTurn } from '#turns/decide.ts';
import { follow } from '#turns/follow.ts';
import { createTranscriptHub } from '#turns/hub.ts';
import type { Dialogs, TurnWriter, Understand } from '#turns/ports.ts';
import { receive, type Mask } from '#turns/receive.ts';
import { createTurnStore } from '#turns/repository.ts';
import { createTurnRunner } from '#turns/runner.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { AppError } from './errors.ts';
import type { Logger } from './logging.ts';
import { apologise } from './apologise.ts';
import { createPushChannels, piecesFor, stateOf } from './house-channels.ts';
import { createConnectorChannel, deliveryOf } from './house-connector.ts';
import { unitPage } from './unit-page.ts';

/** Under which the bot speaks: a name, the same in every language. */
const PRODUCT_NAME = 'Trợ lý Nộp hồ sơ';

/** Everything that can be chosen; the composition chooses the real ones, tests what they need. */
export interface Parts {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  /** Migrated. Closed by `stop`. */
  readonly database: Database;
  readonly sealKey: string;
  readonly release: Release;
  readonly understand: Understand;
  readonly dialogs: Dialogs;
  readonly mask: Mask;
  readonly writers: readonly TurnWriter[];
  /** Folder of the built pages; null: none are served. */
  readonly pages: string | null;
  /** Beside the product's own. */
  readonly routes?: readonly Route[];
}

export interface House {
  /** Resolves with the address when residents can be served. */
  start(): Promise<{ readonly url: string; readonly port: number }>;
  /** Takes nothing more, finishes the turns in hand, closes sockets and database. */
  stop(): Promise<void>;
}

/** Plugs the rooms together: store, turns, channels, server. */
export function buildHouse(parts: Parts): House {
  const { config, log, clock, release } = parts;
  const store = createTurnStore({
    database: parts.database,
    sealKey: parts.sealKey,
    writers: parts.writers,
  });
  const hub = createTranscriptHub();
  const botName = (): string => PRODUCT_NAME;
  const turnRoom = createTurnRoom({
    decide: (work, release, now) => decideTurn(parts, work, release, now),
    apologise,
    botName,
  });
  const runner = createTurnRunner({
    store,
    hub,
    clock,
    log,
    workers: config.turnWorkers,
    release: () => release,
    delivery: deliveryOf,
    pieces: piecesFor(() => release),
    runTurn: turnRoom.runTurn,
    onPoison: turnRoom.apologise,
  });
  const reception = { store, hub, runner };
  const inlet: Inlet = {
    store,
    clock,
    mask: parts.mask,
    eventOf,
    receive: (inbound) => receive(reception, inbound),
  };

  const followed: Follow = (options) => follow({ store, hub, ...options });

  const metrics = createMetrics();
  const origins = createOrigins(config.allowedOrigins, config.publicUrl);
  const directLine = createDirectLine({
    inlet,
    origins,
    log,
    sealKey: parts.sealKey,
    secret: config.directLineSecret,
    homeUnit: config.homeUnit,
    isUnit: (code) => release.units.has(code),
    tokensPerMinute: config.tokensPerMinute,
    messagesPerMinute: config.messagesPerMinute,
    follow: followed,
    typing: (conversation) => typingOf(conversation, clock(), botName()),
  });
  const connector = createConnectorChannel({ ...parts, inlet, store, follow: followed });
  const push = createPushChannels({ ...parts, inlet, store });
  metrics.watchSockets(directLine.sockets);
  metrics.watchChannels(push.health);

  const server = createHttpServer({
    origins,
    metrics,
    log,
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
    upgrade: directLine.upgrade,
    routes: [
      ...operatorRoutes({
        metrics,
        production: config.production,
        ready: async () => {
          await store.findConversation('readyz');
          return { channels: (await push.health()).map(stateOf) };
        },
      }),
      ...directLine.routes,
      ...(parts.routes ?? []),
      ...(connector?.routes ?? []),
      ...push.routes,
      ...(parts.pages === null ? [] : staticRoutes(parts.pages, origins, unitPage(release, config.homeUnit))),
    ],
  });

  return {
    async start() {
      if (config.homeUnit !== null && !release.units.has(config.homeUnit)) {
        throw new AppError('CONFIG_INVALID', `HOME_UNIT: ${config.homeUnit} is no unit of the knowledge`);
      }
      runner.start();
      connector?.worker.start();
      push.start();
      const port = await server.listen(config.port, config.host);
      void turnRoom.prepare();
      const host = ['0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host;
      return { port, url: config.publicUrl ?? `http://${host}:${port}` };
    },
    async stop() {
      const closed = server.close();
      directLine.close();
      await runner.stop();
      await connector?.worker.stop();
      await push.stop();
      await closed;
      await parts.database.close();
    },
  };
}
