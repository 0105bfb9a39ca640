import { createCarryStore } from './carry/repository.ts';
import { carryRoutes } from './carry/routes.ts';
import { withCarried } from './carry/carry.ts';
import { pageRoutes } from './pages/routes.ts';
import { chatHtml } from './pages/chat-html.ts';
import { consoleRoutes } from './pages/console.ts';
import type { Sheets } from '#replies/sheet.ts';
import { createDirectLine } from '#channels/directline/directline.ts';
import type { Inlet } from '#channels/inlet.ts';
import type { Follow } from '#channels/follow.ts';
import { eventOf, typingOf } from '#bot/activity-codec.ts';
import { createTurnRoom } from '#bot/run-turn.ts';
import { createHttpServer } from '#http/server.ts';
import { createMetrics } from '#http/metrics.ts';
import { openApiRoute } from '#http/openapi-route.ts';
import { operatorRoutes } from '#http/operator-routes.ts';
import { createOrigins } from '#http/origins.ts';
import type { Route } from '#http/route.ts';
import { staticRoutes } from '#http/static.ts';
import type { Release } from '#knowledge/release.ts';
import type { Allowed } from '#publishing/freshness/hosts.ts';
import { createPublishing, type Minds, type Releases } from '#publishing/publishing.ts';
import { limited } from '#staff/limit.ts';
import { createStaffRoom } from '#staff/room.ts';
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
import { PRODUCT_NAME } from './product-name.ts';
import { apologise } from './apologise.ts';
import { createPushChannels, piecesFor, plansOf, stateOf } from './house-channels.ts';
import { createConnectorChannel, deliveryOf } from './house-connector.ts';
import { createOutreachRoom, reachOf } from './house-outreach.ts';
import { createRetention } from './house-retention.ts';
import { createFreshness } from './house-freshness.ts';
import { createInsightRoutes, type InsightTools } from './house-insight.ts';
import { createReportRoutes } from './house-report.ts';
import { createWorkbookRoutes } from './house-workbooks.ts';

/** Everything that can be chosen; the composition chooses the real ones, tests what they need. */
export interface Parts {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  /** Migrated. Closed by `stop`. */
  readonly database: Database;
  readonly sealKey: string;
  /** What is said where nothing is edited; `releases` stands in its place. */
  readonly release: Release;
  readonly understand: Understand;
  /** What is live, and how it is published; absent: `release`, for ever. */
  readonly releases?: Releases & Minds;
  readonly dialogs: Dialogs;
  readonly mask: Mask;
  /** For what is printed and taken along; absent: no such pages and codes. */
  readonly sheets?: Sheets;
  readonly writers: readonly TurnWriter[];
  /** Folder of the built pages; null: none are served. */
  readonly pages: string | null;
  /** For trying out and comparing releases; absent: officers have no such pages. */
  readonly insight?: InsightTools;
  /** Sites whose links may be looked at; absent: there is no list of what to look at again. */
  readonly officialHosts?: () => Promise<Allowed>;
  /** Folder of the staff's console; absent or null: none is served. */
  readonly console?: string | null;
  /** Beside the product's own. */
  readonly routes?: readonly Route[];
  /** How often to look for messages that we start; for tests. */
  readonly outreachMs?: number;
}

export interface Started {
  readonly url: string;
  readonly port: number;
  /** One-time link that makes the first administrator of the console; null where there is one. */
  readonly firstLink: string | null;
}

export interface House {
  /** All that the server answers: documents and tests of rights are made from it. */
  readonly routes: readonly Route[];
  /** Resolves with the address when residents can be served. */
  start(): Promise<Started>;
  /** Takes nothing more, finishes the turns in hand, closes sockets and database. */
  stop(): Promise<void>;
}

/** Plugs the rooms together: store, turns, channels, server. */
export function buildHouse(parts: Parts): House {
  const { config, log, clock } = parts;
  const live = parts.releases?.live;
  const release = (): Release => live?.now().release ?? parts.release;
  /** A turn ends with the release that it began with. */
  const understandOf = (begun: Release): Understand => live?.understandOf(begun) ?? parts.understand;
  const store = createTurnStore({
    database: parts.database,
    sealKey: parts.sealKey,
    writers: parts.writers,
  });
  const carry = createCarryStore(parts);
  const hub = createTranscriptHub();
  const botName = (): string => PRODUCT_NAME;
  const turnRoom = createTurnRoom({
    decide: (work, begun, now) =>
      decideTurn(
        { understand: understandOf(begun), dialogs: parts.dialogs, reach: reachOf },
        work,
        begun,
        now,
      ),
    apologise,
    botName,
  });
  const runner = createTurnRunner({
    store,
    hub,
    clock,
    log,
    workers: config.turnWorkers,
    release,
    delivery: deliveryOf,
    pieces: piecesFor(release),
    runTurn: async (work, begun, now) => turnRoom.runTurn(await withCarried(carry, work, now), begun, now),
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

  const staff = createStaffRoom({ ...parts, settings: config.staff });
  const publishing =
    parts.releases === undefined
      ? null
      : createPublishing({ ...parts.releases, door: staff.door, audit: staff.audit });

  const retention = createRetention({ ...parts, keeping: config.keeping });
  const freshness =
    publishing === null || parts.officialHosts === undefined
      ? null
      : createFreshness({
          ...parts,
          ...staff,
          publishing,
          officialHosts: parts.officialHosts,
          rounds: config.checkLinks,
        });

  const metrics = createMetrics();
  const origins = createOrigins(config.allowedOrigins, config.publicUrl);
  const directLine = createDirectLine({
    inlet,
    origins,
    log,
    sealKey: parts.sealKey,
    secret: config.directLineSecret,
    homeUnit: config.homeUnit,
    isUnit: (code) => release().units.has(code),
    tokensPerMinute: config.tokensPerMinute,
    messagesPerMinute: config.messagesPerMinute,
    follow: followed,
    typing: (conversation) => typingOf(conversation, clock(), botName()),
  });
  const connector = createConnectorChannel({ ...parts, inlet, store, follow: followed });
  const outreach = createOutreachRoom({
    ...parts,
    inlet,
    poke: () => push.poke(),
    everyMs: parts.outreachMs ?? 15_000,
  });
  const push = createPushChannels({
    ...parts,
    inlet,
    store,
    left: (conversation) => outreach.store.stop(conversation, clock()),
  });
  metrics.watchSockets(directLine.sockets);
  metrics.watchChannels(push.health);
  metrics.watchPlans(outreach.counts);

  const site =
    parts.sheets === undefined ? null : { release, sheets: parts.sheets, homeUnit: config.homeUnit, clock };
  const changePage = (html: string): string => {
    const homeUnit = release().units.get(config.homeUnit ?? '') ?? null;
    return site === null ? html : chatHtml(site, html, homeUnit, null);
  };
  const printedRoutes = (): readonly Route[] =>
    site === null
      ? []
      : [
          ...pageRoutes({ site, origins, pages: parts.pages, example: !config.production }),
          ...carryRoutes({ ...site, tokenHolder: directLine.tokenHolder, store, carry }),
        ];

  const routes: readonly Route[] = limited([
    ...operatorRoutes({
      metrics,
      production: config.production,
      ready: async () => {
        await store.findConversation('readyz');
        return { channels: (await push.health()).map(stateOf), plans: plansOf(await outreach.counts()) };
      },
    }),
    ...directLine.routes,
    ...staff.routes,
    ...(publishing?.routes ?? []),
    ...(publishing?.openRoutes ?? []),
    ...(freshness?.routes ?? []),
    ...(publishing === null ? [] : createWorkbookRoutes({ ...parts, ...staff, publishing })),
    ...createReportRoutes({ ...parts, ...staff, release }),
    ...(publishing === null || parts.insight === undefined
      ? []
      : createInsightRoutes({ ...parts, ...staff, publishing, insight: parts.insight })),
    ...(parts.routes ?? []),
    ...(connector?.routes ?? []),
    ...push.routes,
    ...printedRoutes(),
    ...(parts.pages === null ? [] : staticRoutes(parts.pages, origins, changePage, () => release().hash)),
    ...(parts.console == null ? [] : consoleRoutes(parts.console, origins)),
    openApiRoute(() => routes),
  ]);

  const server = createHttpServer({
    origins,
    metrics,
    log,
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
    upgrade: directLine.upgrade,
    routes,
  });

  return {
    routes,
    async start() {
      if (config.homeUnit !== null && !release().units.has(config.homeUnit)) {
        throw new AppError('CONFIG_INVALID', `HOME_UNIT: ${config.homeUnit} is no unit of the knowledge`);
      }
      runner.start();
      connector?.worker.start();
      push.start();
      outreach.start();
      publishing?.start();
      freshness?.start();
      retention.start();
      const port = await server.listen(config.port, config.host);
      void turnRoom.prepare();
      const host = ['0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host;
      const url = config.publicUrl ?? `http://${host}:${port}`;
      const link = await staff.firstLink(url);
      if (link !== null) log.warn({ until: new Date(link.expiresAt).toISOString() }, 'no administrator yet');
      return { port, url, firstLink: link?.url ?? null };
    },
    async stop() {
      const closed = server.close();
      directLine.close();
      await freshness?.stop();
      await publishing?.stop();
      await retention.stop();
      await outreach.stop();
      await runner.stop();
      await connector?.worker.stop();
      await push.stop();
      await closed;
      await parts.database.close();
    },
  };
}
