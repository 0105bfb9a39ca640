import { createServer } from 'node:http';

export interface Posted {
  readonly path: string;
  readonly body: Record<string, unknown>;
}

/** A Bot Framework service on a free port: takes replies, or answers as told. */
export async function fakeService(): Promise<{
  readonly url: string;
  readonly posted: Posted[];
  /** The next answers, in order; afterwards 200. */
  readonly answers: number[];
  /** How long each of the next answers takes, ms. */
  readonly delays: number[];
  until(count: number): Promise<void>;
  close(): Promise<void>;
}> {
  const posted: Posted[] = [];
  const answers: number[] = [];
  const delays: number[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => void answer());
    const answer = async (): Promise<void> => {
      const status = answers.shift() ?? 200;
      await new Promise((resolve) => setTimeout(resolve, delays.shift() ?? 0));
      const text = Buffer.concat(chunks).toString('utf8');
      if (status === 200) posted.push({ path: request.url ?? '', body: JSON.parse(text) as Posted['body'] });
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify(
          status === 200 ? { id: `r-${posted.length}` } : { error: { code: 'BadArgument', message: 'no' } },
        ),
      );
    };
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://localhost:${port}`,
    posted,
    answers,
    delays,
    async until(count) {
      for (let waited = 0; posted.length < count; waited += 20) {
        if (waited > 8000) throw new Error(`only ${posted.length} of ${count} replies came`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
