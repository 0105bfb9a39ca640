import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import restify from 'restify';
import { createInsightWriter } from '#insight/repository.ts';
import { openSqlite } from '#store/database.ts';
import { migrate } from '#store/migrate.ts';
import { createTranscriptHub } from '#turns/hub.ts';
import { createTurnStore } from '#turns/repository.ts';
import { createTurnRunner } from '#turns/runner.ts';
import { anInbound, aRelease, PORTAL, toyTurn } from '../turns/toys.ts';

/**
 * What a turn costs beside its HTTP request: restify answering at once, and restify answering when the turn's reply
 * is on the disk (SQLite, synchronous=FULL), in turns on the same machine; the client is a process of its own.
 *
 *   npx node test/benchmarks/http.ts
 */
const CONCURRENCY = 64;
const SECONDS = 3;
const ROUNDS = 3;

if (process.argv[2] === 'client') {
  process.send?.(await load(process.argv[3] ?? ''));
  process.disconnect?.();
} else {
  await serve();
}

async function load(url: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  let answers = 0;
  const until = performance.now() + SECONDS * 1000;
  const post = (body: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const outgoing = request(url, { method: 'POST', agent, headers }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`));
        response.resume();
        response.once('end', resolve);
      });
      outgoing.once('error', reject);
      outgoing.end(body);
    });
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async (_, resident) => {
      for (let said = 0; performance.now() < until; said += 1) {
        await post(
          JSON.stringify({
            resident: `${process.pid}-${resident}`,
            key: `m${said}`,
            text: 'lệ phí bao nhiêu',
          }),
        );
        answers += 1;
      }
    }),
  );
  agent.destroy();
  return answers / SECONDS;
}

async function serve(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'bench-http-'));
  const database = openSqlite(join(home, 'data.sqlite'));
  await migrate(database);
  const store = createTurnStore({ database, sealKey: 'ab'.repeat(32), writers: [createInsightWriter()] });
  const hub = createTranscriptHub();
  const log = { warn: () => undefined, error: console.error };
  const runner = createTurnRunner({
    store,
    runTurn: toyTurn,
    release: aRelease,
    hub,
    workers: CONCURRENCY,
    clock: Date.now,
    log,
  });
  runner.start();

  async function turn({ resident, key, text }: Readonly<Record<string, string>>): Promise<string> {
    const inbound = anInbound({
      account: PORTAL,
      person: resident ?? '',
      dedupeKey: key ?? '',
      text: text ?? '',
    });
    const { conversation } = await store.accept(inbound);
    const reply = new Promise<string>((resolve) => {
      const stop = hub.subscribe(conversation, (rows) => {
        const out = rows.find((row) => row.kind === 'out');
        if (out === undefined) return;
        stop();
        resolve(out.id);
      });
    });
    runner.poke(conversation);
    return reply;
  }

  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/echo', (req, res, next) => {
    res.send(200, req.body);
    next();
  });
  const respond = async (body: unknown, res: restify.Response, next: restify.Next): Promise<void> => {
    res.send(200, { id: await turn(body as Record<string, string>) });
    next();
  };
  server.post('/turn', (req, res, next) => void respond(req.body, res, next));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  /** Answers per second, and this process's own processor time for each: what else runs does not count in it. */
  const measure = async (path: string): Promise<{ readonly rate: number; readonly cpuUs: number }> => {
    const before = process.cpuUsage();
    const rate = await clientOf(path);
    const { user, system } = process.cpuUsage(before);
    return { rate, cpuUs: (user + system) / (rate * SECONDS) };
  };
  const clientOf = (path: string): Promise<number> =>
    new Promise((resolve) => {
      const client = fork(new URL(import.meta.url).pathname, ['client', `http://127.0.0.1:${port}${path}`]);
      client.once('message', (rate) => resolve(Number(rate)));
    });

  await measure('/echo');
  await measure('/turn');
  for (let round = 0; round < ROUNDS; round += 1) {
    const [echo, turns] = [await measure('/echo'), await measure('/turn')];
    const percent = (share: number): string => `${Math.round(share * 100)} %`;
    console.log(
      `echo ${Math.round(echo.rate)}/s (${Math.round(echo.cpuUs)} µs), ` +
        `full turn ${Math.round(turns.rate)}/s (${Math.round(turns.cpuUs)} µs): ` +
        `${percent(turns.rate / echo.rate)} of the rate, ${percent(echo.cpuUs / turns.cpuUs)} by processor time`,
    );
  }
  server.close();
  await runner.stop();
  await database.close();
  rmSync(home, { recursive: true });
  process.exit();
}
