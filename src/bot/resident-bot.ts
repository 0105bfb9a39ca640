import { ActivityHandler, type TurnContext } from 'botbuilder-core';

/** One turn's work: decides and sends; put into the turn's state by `run-turn.ts`. */
export type TurnJob = (context: TurnContext) => Promise<void>;

const jobKey = Symbol('job');

export function giveJob(context: TurnContext, job: TurnJob): void {
  context.turnState.set(jobKey, job);
}

/** What residents do reaches the dialogs by two doors: she came, or she said something. */
export class ResidentBot extends ActivityHandler {
  constructor() {
    super();
    this.onMembersAdded(async (context, next) => {
      const { membersAdded = [], recipient } = context.activity;
      if (membersAdded.some((member) => member.id !== recipient.id)) await doJob(context);
      await next();
    });
    this.onMessage(async (context, next) => {
      await doJob(context);
      await next();
    });
  }
}

async function doJob(context: TurnContext): Promise<void> {
  const job: TurnJob | undefined = context.turnState.get(jobKey);
  if (job === undefined) throw new Error('a turn without a job');
  await job(context);
}
