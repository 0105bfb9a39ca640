import type { Activity } from 'botframework-schema';
import { parseJson } from '#root/json.ts';
import type { Decision, RunTurn, TranscriptEntry, Work } from '#turns/ports.ts';
import { activityOf, messageOf } from './activity-codec.ts';
import { ChannelAdapter } from './channel-adapter.ts';
import { giveJob, ResidentBot } from './resident-bot.ts';

type Release = Parameters<RunTurn>[1];

export interface RunTurnOptions {
  /** Understand and decide; pure. */
  readonly decide: (work: Work, release: Release, now: number) => Decision;
  readonly botName: () => string;
}

/** Runs one message through a botbuilder turn: decide inside it, send, and collect what was sent. */
export function createRunTurn({ decide, botName }: RunTurnOptions): RunTurn {
  const adapter = new ChannelAdapter();
  const bot = new ResidentBot();

  return async (work, release, now) => {
    const { conversation, message } = work;
    const place = { conversation: conversation.id, activityId: message.activityId, now, botName: botName() };
    const outcome: { decision?: Decision } = {};
    const sent = await adapter.run(
      activityOf(message.event, place),
      (context) => bot.run(context),
      (context) =>
        giveJob(context, async (turn) => {
          const decision = decide(work, release, now);
          outcome.decision = decision;
          await turn.sendActivities(
            decision.replies.map((reply) => messageOf(reply, conversation.account.channel)),
          );
        }),
    );
    if (outcome.decision === undefined) throw new Error('the turn ended without a decision');
    return { decision: outcome.decision, transcript: sent.map((activity) => entryOf(activity, now)) };
  };
}

/** Through JSON once: dates become text, absent fields vanish, and what is stored is what goes over the wire. */
function entryOf(activity: Partial<Activity>, at: number): TranscriptEntry {
  const { recipient: _recipient, serviceUrl: _serviceUrl, conversation, ...shown } = activity;
  const wire = { ...shown, conversation: { id: conversation?.id } };
  return { id: activity.id ?? '', kind: 'out', at, activity: parseJson(JSON.stringify(wire)) };
}
