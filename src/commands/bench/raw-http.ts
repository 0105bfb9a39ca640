import { connect, type Socket } from 'node:net';

/** A keep-alive connection that posts one request at a time. Hand-made so that the load costs less than what it measures. */
export interface RawConnection {
  post(path: string, headers: string, body: string): Promise<{ status: number; body: string }>;
  close(): void;
}

export async function openConnection(port: number): Promise<RawConnection> {
  const socket = await connected(port);
  let buffer = '';
  let settle: ((answer: { status: number; body: string }) => void) | null = null;
  let fail: ((error: Error) => void) | null = null;

  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    buffer += chunk;
    const end = buffer.indexOf('\r\n\r\n');
    if (end === -1) return;
    const length = Number(/content-length: (\d+)/i.exec(buffer.slice(0, end))?.[1] ?? 0);
    if (buffer.length < end + 4 + length) return;
    const answer = { status: Number(buffer.slice(9, 12)), body: buffer.slice(end + 4, end + 4 + length) };
    buffer = buffer.slice(end + 4 + length);
    settle?.(answer);
  });
  const broken = (): void => fail?.(new Error('the connection closed before its answer'));
  socket.on('error', broken);
  socket.on('close', broken);

  return {
    post: (path, headers, body) =>
      new Promise((resolve, reject) => {
        settle = resolve;
        fail = reject;
        socket.write(
          `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
        );
      }),
    close: () => {
      fail = null;
      socket.destroy();
    },
  };
}

function connected(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.setNoDelay(true);
    socket.once('error', reject);
  });
}
