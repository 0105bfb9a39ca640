import type { Activity } from 'botframework-schema';
import type { Decision, RunTurn, TranscriptEntry, Work } from '#turns/ports.ts';
import { activityOf, messageOf } from './activity-codec.ts';
import type { BotTurns } from './bot-turns.ts';

type Release = Parameters<RunTurn>[1];

type Decide = (work: Work, release: Release, now: number) => Decision;

export interface TurnRoomOptions {
  /** Understand and decide; pure. */
  readonly decide: Decide;
  /** What is said where deciding failed again and again. */
  readonly apologise: Decide;
  readonly botName: () => string;
}

export interface TurnRoom {
  readonly runTurn: RunTurn;
  readonly apologise: RunTurn;
  /** Loads botbuilder, a quarter of a second of work, so that the first resident need not wait for it. */
  readonly prepare: () => Promise<void>;
}

/** Runs one message through a botbuilder turn: decide inside it, send, and collect what was sent. */
export function createTurnRoom({ decide, apologise, botName }: TurnRoomOptions): TurnRoom {
  let loading: Promise<BotTurns> | undefined;
  const load = async (): Promise<BotTurns> => {
    const { createBotTurns } = await import('./bot-turns.ts');
    return createBotTurns();
  };
  const turns = (): Promise<BotTurns> => (loading ??= load());

  const running =
    (decide: Decide): RunTurn =>
    async (work, release, now) => {
      const run = await turns();
      const { conversation, message } = work;
      const place = {
        conversation: conversation.id,
        activityId: message.activityId,
        now,
        botName: botName(),
      };
      const outcome: { decision?: Decision } = {};
      const sent = await run(activityOf(message.event, place), async (turn) => {
        const decision = decide(work, release, now);
        outcome.decision = decision;
        const { channel } = conversation.account;
        await turn.sendActivities(decision.replies.map((reply) => messageOf(reply, channel)));
      });
      if (outcome.decision === undefined) throw new Error('the turn ended without a decision');
      return { decision: outcome.decision, transcript: sent.map((activity) => entryOf(activity, now)) };
    };

  return {
    runTurn: running(decide),
    apologise: running(apologise),
    prepare: async () => {
      await turns();
    },
  };
}

/** What goes over the wire. */
function entryOf(activity: Partial<Activity>, at: number): TranscriptEntry {
  const { recipient: _recipient, serviceUrl: _serviceUrl, conversation, ...shown } = activity;
  const wire = { ...shown, conversation: { id: conversation?.id } };
  return { id: activity.id ?? '', kind: 'out', at, activity: wire };
}
