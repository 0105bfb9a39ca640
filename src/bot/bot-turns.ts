import type { Activity } from 'botframework-schema';
import { ChannelAdapter } from './channel-adapter.ts';
import { giveJob, ResidentBot, type TurnJob } from './resident-bot.ts';

/** Runs one activity as a turn of the bot and gives back what was sent. */
export type BotTurns = (activity: Partial<Activity>, job: TurnJob) => Promise<readonly Partial<Activity>[]>;

/** The part that needs botbuilder itself; loaded apart from what only names its types. */
export function createBotTurns(): BotTurns {
  const adapter = new ChannelAdapter();
  const bot = new ResidentBot();
  return (activity, job) =>
    adapter.run(
      activity,
      (context) => bot.run(context),
      (context) => giveJob(context, job),
    );
}
