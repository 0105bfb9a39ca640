import { createConnectorBot } from '#bot/connector.ts';
import { connectorDescriptor, connectorRoutes, EXPECT_REPLIES } from '#channels/connector/connector.ts';
import { isLocal, referenceOfPerson } from '#channels/connector/reference.ts';
import type { Follow } from '#channels/follow.ts';
import type { Inlet } from '#channels/inlet.ts';
import { createOutboxWorker, type OutboxWorker } from '#channels/outbox-worker.ts';
import type { Route } from '#http/route.ts';
import type { Account, TurnStore } from '#turns/ports.ts';
import type { DeliveryStore } from '#turns/ports-delivery.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { AppError } from './errors.ts';
import type { Logger } from './logging.ts';

/** A minute apart: a service that is away, or a password that ran out, loses nothing meanwhile. */
const FOR_A_DAY = 24 * 60;

export interface ConnectorChannel {
  readonly routes: readonly Route[];
  readonly worker: OutboxWorker;
}

/** `/api/messages` with its sender. null: in production without an app id it does not exist. */
export function createConnectorChannel(options: {
  readonly config: Config;
  readonly inlet: Inlet;
  readonly store: TurnStore & DeliveryStore;
  readonly follow: Follow;
  readonly clock: Clock;
  readonly log: Logger;
}): ConnectorChannel | null {
  const { config, inlet, store, follow, clock, log } = options;
  const app = config.microsoftApp;
  if (app === null && config.production) return null;
  const bot = createConnectorBot({
    app,
    clock,
    descriptor: connectorDescriptor,
    referenceOf: (person) => {
      const reference = referenceOfPerson(person);
      if (app === null && !isLocal(reference)) throw new AppError('FORBIDDEN');
      return {
        channelId: reference.channelId,
        serviceUrl: reference.serviceUrl,
        conversation: { id: reference.conversation.id, isGroup: false, conversationType: '', name: '' },
        user: { id: reference.user.id, name: '' },
        bot: { id: reference.bot.id, name: '' },
      };
    },
  });
  const worker = createOutboxWorker({ store, sender: bot.sender, clock, log, maxAttempts: FOR_A_DAY });
  return {
    worker,
    routes: connectorRoutes({
      inlet,
      follow,
      turn: bot.turn,
      poke: worker.poke,
      localOnly: app === null,
      homeUnit: config.homeUnit,
    }),
  };
}

/** Where the transcript is the delivery, and where the outbox sends. */
export function deliveryOf({ channel, id }: Account): 'pull' | 'push' {
  if (channel === 'portal' || channel === 'terminal') return 'pull';
  return channel === 'connector' && id === EXPECT_REPLIES ? 'pull' : 'push';
}
