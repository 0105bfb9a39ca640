import { z } from 'zod';
import { WebSocket } from 'ws';
import { openConnection, type RawConnection } from './raw-http.ts';
import { figures, type Figures } from './timings.ts';

const startSchema = z.object({ conversationId: z.string(), token: z.string(), streamUrl: z.string() });

/** A resident of the load: her connection, and a promise for the bot's next message. */
interface Resident {
  readonly connection: RawConnection;
  readonly path: string;
  readonly authorization: string;
  readonly socket: WebSocket;
  reply(): Promise<void>;
}

/** Messages that make a full turn each: understood, decided, composed from facts, committed, delivered. */
const messages = [
  'làm giấy khai sinh',
  'lệ phí bao nhiêu',
  'mấy ngày có',
  'toi muon dang ky tam tru',
  'cần giấy tờ gì',
  'nộp ở đâu',
];

/** Full turns: posted over HTTP, done when the bot's reply has come over the WebSocket. */
export async function loadTurns(port: number, residents: number, seconds: number): Promise<Figures> {
  const people = await Promise.all(Array.from({ length: residents }, () => arrive(port)));
  const times: number[] = [];
  const started = performance.now();
  const end = started + seconds * 1000;
  let counter = 0;
  await Promise.all(
    people.map(async (person) => {
      while (performance.now() < end) {
        counter += 1;
        const body = JSON.stringify({
          type: 'message',
          text: messages[counter % messages.length],
          from: { id: 'load' },
          channelData: { clientActivityID: `c${counter}` },
        });
        const before = performance.now();
        const replied = person.reply();
        const answer = await person.connection.post(person.path, person.authorization, body);
        if (answer.status !== 200) throw new Error(`a message was answered ${answer.status}: ${answer.body}`);
        await replied;
        times.push(performance.now() - before);
      }
    }),
  );
  const took = (performance.now() - started) / 1000;
  for (const person of people) {
    person.connection.close();
    person.socket.terminate();
  }
  return figures('full turns', took, times);
}

/** The same server's bare echoes: JSON in, the same JSON out, or through an echo bot. */
export async function loadEcho(
  name: string,
  path: string,
  port: number,
  connections: number,
  seconds: number,
): Promise<Figures> {
  const open = await Promise.all(Array.from({ length: connections }, () => openConnection(port)));
  const times: number[] = [];
  const started = performance.now();
  const end = started + seconds * 1000;
  const body = JSON.stringify({
    type: 'message',
    text: messages[0],
    from: { id: 'load' },
    channelData: { clientActivityID: 'c' },
  });
  await Promise.all(
    open.map(async (connection) => {
      while (performance.now() < end) {
        const before = performance.now();
        const answer = await connection.post(path, '', body);
        if (answer.status !== 200) throw new Error(`the echo was answered ${answer.status}`);
        times.push(performance.now() - before);
      }
    }),
  );
  const took = (performance.now() - started) / 1000;
  for (const connection of open) connection.close();
  return figures(name, took, times);
}

async function arrive(port: number): Promise<Resident> {
  const connection = await openConnection(port);
  const token = startLike(await connection.post('/api/portal/token', '', '{}'));
  const authorization = (value: string): string => `Authorization: Bearer ${value}\r\n`;
  const started = await connection.post(
    '/v3/directline/conversations',
    authorization(token.token),
    '{"user":{}}',
  );
  const start = startSchema.parse(JSON.parse(started.body));
  const socket = new WebSocket(start.streamUrl);
  let heard: (() => void) | null = null;
  let greeted = false;
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('message', (data: Buffer) => {
      // Parsing everything here would load the machine more than the server under test.
      if (!data.includes('"role":"bot"') || !data.includes('"type":"message"')) return;
      if (greeted) heard?.();
      else {
        greeted = true;
        resolve();
      }
    });
  });
  return {
    connection,
    path: `/v3/directline/conversations/${start.conversationId}/activities`,
    authorization: authorization(start.token),
    socket,
    reply: () =>
      new Promise((resolve) => {
        heard = resolve;
      }),
  };
}

function startLike(answer: { status: number; body: string }): { token: string } {
  if (answer.status !== 200) throw new Error(`no token: ${answer.status} ${answer.body}`);
  return z.object({ token: z.string() }).parse(JSON.parse(answer.body));
}
