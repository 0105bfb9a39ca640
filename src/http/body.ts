import type { IncomingMessage } from 'node:http';
import { AppError } from '#root/errors.ts';

/**
 * The bytes of a request. A declared length over the limit is refused before a byte is read; an undeclared
 * one as soon as it is passed. Compressed bodies are refused: nobody we serve sends them, and they hide their size.
 */
export async function readBody(message: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (Number(message.headers['content-length'] ?? 0) > maxBytes) throw new AppError('BODY_TOO_LARGE');
  const encoding = message.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    throw new AppError('BODY_INVALID', 'compressed bodies are not taken');
  }
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const brokeOff = (cause?: unknown): void =>
    reject(new AppError('BODY_INVALID', 'the body broke off', { cause }));
  const chunks: Buffer[] = [];
  let size = 0;
  const take = (chunk: Buffer): void => {
    size += chunk.length;
    if (size <= maxBytes) {
      chunks.push(chunk);
      return;
    }
    message.off('data', take);
    reject(new AppError('BODY_TOO_LARGE'));
  };
  // Events, because an iterator makes half a dozen promises of what is nearly always one chunk.
  message.on('data', take);
  message.once('end', () => resolve(Buffer.concat(chunks)));
  message.once('error', brokeOff);
  message.once('close', () => {
    if (!message.readableEnded) brokeOff();
  });
  if (message.destroyed) brokeOff();
  return await promise;
}

/** The JSON value of a request; an empty body is `{}`, as some Direct Line clients send it. */
export async function readJson(message: IncomingMessage, maxBytes: number): Promise<unknown> {
  const bytes = await readBody(message, maxBytes);
  if (bytes.length === 0) return {};
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(message.headers['content-type'] ?? '')) {
    throw new AppError('BODY_INVALID', 'Content-Type must be application/json');
  }
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return value;
  } catch {
    throw new AppError('BODY_INVALID', 'not valid JSON');
  }
}

/** Chunks as Buffers; a connection that breaks off is the caller's fault, not ours. */
export async function* bytesOf(message: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    const chunks: AsyncIterable<unknown> = message.iterator({ destroyOnReturn: false });
    for await (const chunk of chunks) {
      if (chunk instanceof Buffer) yield chunk;
    }
  } catch (error) {
    throw new AppError('BODY_INVALID', 'the body broke off', { cause: error });
  }
}
