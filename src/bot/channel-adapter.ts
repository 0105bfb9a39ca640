import type { Activity, ConversationReference, ResourceResponse } from 'botframework-schema';
import { BotAdapter, TurnContext } from 'botbuilder-core';
import { newId } from '#root/ids.ts';

/**
 * Runs turns for channels whose replies do not leave from inside the turn: what the bot sends is
 * collected, stored by the turn's commit, and delivered from there.
 */
export class ChannelAdapter extends BotAdapter {
  /** Runs one turn and gives back what was sent, in order, each with its id. A failing turn rejects. */
  async run(
    activity: Partial<Activity>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<readonly Partial<Activity>[]> {
    const sent: Partial<Activity>[] = [];
    const context = new TurnContext(this, activity);
    context.turnState.set(sentKey, sent);
    await this.runMiddleware(context, logic);
    return sent;
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const sent: Partial<Activity>[] | undefined = context.turnState.get(sentKey);
    if (sent === undefined) throw new Error('not a turn of this adapter');
    return await Promise.resolve(
      activities.map((activity) => {
        // Callers read an id of everything they send, also of what is not shown: the SDK writes it into the activity,
        // which is its own copy.
        if (activity.type === 'message') sent.push(activity);
        return { id: newId() };
      }),
    );
  }

  override updateActivity(): Promise<void> {
    return Promise.reject(new Error('a sent message cannot be changed on this channel'));
  }

  override deleteActivity(): Promise<void> {
    return Promise.reject(new Error('a sent message cannot be taken back on this channel'));
  }

  /** Messages that we start ourselves go through the outbox, never through an adapter. */
  override continueConversation(_reference: Partial<ConversationReference>): Promise<void> {
    return Promise.reject(new Error('proactive messages leave through the outbox'));
  }

  override continueConversationAsync(): Promise<void> {
    return Promise.reject(new Error('proactive messages leave through the outbox'));
  }
}

const sentKey = Symbol('sent');
