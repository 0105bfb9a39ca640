import { z } from 'zod';
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

const settings = z.record(z.string(), z.string()).parse(JSON.parse(process.argv[2] ?? '{}'));
const server = composeServer(configFromEnvironment(settings), (line) => console.error(line), [echo]);
const { port } = await server.start();
console.log(`${port} ${Math.round(process.uptime() * 1000)}`);
process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)));
