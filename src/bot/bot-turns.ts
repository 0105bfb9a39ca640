import type { Activity } from 'botframework-schema';
import type { TurnContext } from 'botbuilder-core';
import { ChannelAdapter } from './channel-adapter.ts';

/** One turn's work: decides and sends. */
export type TurnJob = (context: TurnContext) => Promise<void>;

/** Runs one activity as a turn of the bot and gives back what was sent. */
export type BotTurns = (activity: Partial<Activity>, job: TurnJob) => Promise<readonly Partial<Activity>[]>;

/**
 * The part that needs botbuilder itself; loaded apart from what only names its types. Activities are made by this
 * room from events of a closed list, so nothing is dispatched by type: the SDK's ActivityHandler, with two doors that
 * led to the same job, took a twentieth of a turn.
 */
export function createBotTurns(): BotTurns {
  const adapter = new ChannelAdapter();
  return (activity, job) => adapter.run(activity, job);
}
