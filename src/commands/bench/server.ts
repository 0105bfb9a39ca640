import { z } from 'zod';
import { activityOf } from '#bot/activity-codec.ts';
import { createBotTurns } from '#bot/bot-turns.ts';
import { ok } from '#http/answer.ts';
import { anyone, noInput, route } from '#http/route.ts';
import { composeServer } from '../../compose.ts';
import { configFromEnvironment } from '../../config.ts';

/** The server under load, in a process of its own: takes its settings as JSON, prints `port ms-to-ready`. */
const echo = route({
  method: 'POST',
  path: '/bench/echo',
  who: anyone,
  in: { ...noInput, body: z.looseObject({}) },
  out: { 200: z.looseObject({}) },
  handler: ({ body }) => ok(body),
});

/** A bot that echoes: the same server and the same botbuilder turn, without store, understanding or dialogs. */
const turns = createBotTurns();
const echoBot = route({
  method: 'POST',
  path: '/bench/bot',
  who: anyone,
  in: { ...noInput, body: z.looseObject({ text: z.string() }) },
  out: { 200: z.looseObject({}) },
  handler: async ({ body: { text } }) => {
    const place = { conversation: 'bench', activityId: null, now: Date.now(), botName: 'bench' };
    const sent = await turns(activityOf({ kind: 'text', text, masked: [] }, place), async (turn) => {
      await turn.sendActivity(turn.activity.text);
    });
    return ok({ activities: sent.map((activity) => ({ type: activity.type, text: activity.text })) });
  },
});

const settings = z.record(z.string(), z.string()).parse(JSON.parse(process.argv[2] ?? '{}'));
const server = composeServer(configFromEnvironment(settings), (line) => console.error(line), [echo, echoBot]);
const { port } = await server.start();
console.log(`${port} ${Math.round(process.uptime() * 1000)}`);
process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)));
