import type { Logger } from '#root/logging.ts';
import type { Route } from '#http/route.ts';
import type { Sender } from '#turns/ports-delivery.ts';
import type { Inlet } from '../inlet.ts';
import type { Alarms } from '../push/alarms.ts';
import type { Takeover } from '../push/takeover.ts';
import { createGraphApi } from './graph-api.ts';
import { createMessengerSender } from './sender.ts';
import type { MessengerSettings } from './settings.ts';
import { messengerWebhooks } from './webhook.ts';

export interface MessengerOptions {
  readonly settings: MessengerSettings;
  readonly inlet: Inlet;
  readonly takeover: Takeover;
  readonly alarms: Alarms;
  readonly clock: () => number;
  readonly log: Logger;
}

/** Facebook pages: webhook and sender. */
export function createMessenger(options: MessengerOptions): {
  readonly routes: readonly Route[];
  readonly sender: Sender;
} {
  const { settings, takeover, alarms, clock, log } = options;
  const graph = createGraphApi(settings);

  /** She sees that it was read and that somebody is at it. Nothing waits for it, nothing depends on it. */
  const seen = (page: string, person: string): void => {
    for (const action of ['mark_seen', 'typing_on']) {
      void graph.call(page, 'messages', { recipient: { id: person }, sender_action: action }, 3000);
    }
  };
  const inlet: Inlet = {
    ...options.inlet,
    receive: async (inbound) => {
      const accepted = await options.inlet.receive(inbound);
      if (!accepted.duplicate && inbound.event.kind !== 'start') {
        // While an officer has the conversation nobody is at it but the officer.
        const conversation = await options.inlet.store.findConversation(accepted.conversation);
        if (conversation?.owner !== 'person') seen(inbound.account.id, inbound.person);
      }
      return accepted;
    },
  };
  return {
    routes: messengerWebhooks({ settings, inlet, takeover, log }),
    sender: createMessengerSender({ graph, alarms, clock, log }),
  };
}
