import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import * as restify from 'restify';
import { AppError, toAppError } from '#root/errors.ts';
import { newId } from '#root/ids.ts';
import type { Logger } from '#root/logging.ts';
import type { Answer } from './answer.ts';
import { addressKey, baseUrl, clientAddress, isAddressable } from './client.ts';
import { setCommonHeaders, setPreflightHeaders } from './headers.ts';
import { createCounters } from './limits.ts';
import type { Metrics } from './metrics.ts';
import type { Origins } from './origins.ts';
import { problemAnswer } from './problem.ts';
import type { Count, Incoming, Route } from './route.ts';

export interface HttpOptions {
  readonly routes: readonly Route[];
  readonly origins: Origins;
  readonly publicUrl: string | null;
  readonly trustProxy: boolean;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Takes WebSocket upgrades; absent: refused. */
  readonly upgrade?: (incoming: Incoming, socket: Duplex, head: Buffer) => void;
}

export interface HttpServer {
  /** Resolves with the port. */
  listen(port: number, host: string): Promise<number>;
  /** Takes no new requests, lets running ones finish, closes idle connections. */
  close(): Promise<void>;
}

/** For a whole request to arrive: a photo on a slow line; also the end of bodies that never end. */
const REQUEST_TIMEOUT_MS = 60_000;

/** Longer than proxies and clients keep an idle connection: whoever closes first must not be us. */
const KEEP_ALIVE_MS = 65_000;

/** A request carries its description: a table beside it would be one more for the collector to go through. */
const incomingKey = Symbol('incoming');
type Described = IncomingMessage & { [incomingKey]?: Incoming };

/** Mounts a route table on restify. Every answer, the framework's own errors too, is JSON with the common headers. */
export function createHttpServer(options: HttpOptions): HttpServer {
  const server = restify.createServer({ name: '', ignoreTrailingSlash: false });
  server.server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.server.headersTimeout = KEEP_ALIVE_MS + 5000;
  const count = createCounters();
  const incomingOf = (message: Described): Incoming => (message[incomingKey] ??= describe(message, options));

  server.pre((request, response, next) => {
    const incoming = incomingOf(request);
    setCommonHeaders(response, incoming, options.origins);
    if (!isAddressable(request)) {
      write(request, response, problemAnswer(new AppError('BODY_INVALID', 'not a readable address')));
      return next(false);
    }
    if (request.method !== 'OPTIONS') return next();
    setPreflightHeaders(response);
    response.writeHead(204);
    response.end();
    return next(false);
  });

  for (const route of options.routes) {
    // restify tells async handlers from callback ones by their kind: two parameters, and declared async.
    const handle = async (request: restify.Request, response: restify.Response): Promise<void> => {
      write(request, response, await answerOf(route, incomingOf(request), request, count, options.log));
    };
    mount(server, route, handle);
  }

  // Answered here and never handed back: restify would send its own shape.
  server.on('restifyError', (request: restify.Request, response: restify.Response, thrown: unknown) => {
    write(request, response, problemAnswer(frameworkError(thrown)));
  });
  server.on('after', (request: restify.Request, response: restify.Response) => {
    report(request, response, incomingOf(request), options);
  });
  server.server.on('clientError', (_error: Error, socket: Duplex) => refuseBadRequest(socket));
  server.server.on('upgrade', (message: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A socket that breaks during the handshake must not end the process.
    socket.on('error', () => socket.destroy());
    if (options.upgrade === undefined) socket.destroy();
    else options.upgrade(incomingOf(message), socket, head);
  });

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        // restify passes on what its server says, and would throw it where nobody listens.
        server.once('error', (error: unknown) => reject(cannotListen(error, port, host)));
        server.listen(port, host, () => resolve(server.address().port));
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.server.closeIdleConnections();
        setTimeout(() => server.server.closeAllConnections(), 3000).unref();
      }),
  };
}

function cannotListen(error: unknown, port: number, host: string): unknown {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') {
    return new AppError(
      'CONFIG_INVALID',
      `PORT: ${port} is taken by another process. Stop it, or set another port`,
    );
  }
  if (code === 'EACCES') {
    return new AppError('CONFIG_INVALID', `PORT: ${port} may not be opened by this user. Set one above 1023`);
  }
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL' || code === 'EINVAL') {
    return new AppError('CONFIG_INVALID', `HOST: ${host} is no address of this machine`);
  }
  return error;
}

function mount(server: restify.Server, { method, path }: Route, handler: restify.RequestHandlerType): void {
  switch (method) {
    case 'GET':
      server.get(path, handler);
      server.head(path, handler);
      return;
    case 'POST':
      server.post(path, handler);
      return;
    case 'PUT':
      server.put(path, handler);
      return;
    case 'DELETE':
      server.del(path, handler);
  }
}

function describe(message: IncomingMessage, options: HttpOptions): Incoming {
  return {
    id: newId(),
    message,
    address: addressKey(clientAddress(message, options.trustProxy)),
    origin: message.headers.origin ?? null,
    baseUrl: baseUrl(message, options.publicUrl, options.trustProxy),
  };
}

async function answerOf(
  route: Route,
  incoming: Incoming,
  request: restify.Request,
  count: Count,
  log: Logger,
): Promise<Answer> {
  try {
    const params: unknown = request.params;
    return await route.run(incoming, params, queryOf(incoming.message), count);
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.status >= 500)
      log.error({ id: incoming.id, route: route.path, code: error.code, err: error }, 'request failed');
    return problemAnswer(error);
  }
}

/** Repeated keys: the first counts. */
function queryOf(message: IncomingMessage): Record<string, string> {
  const search = message.url?.indexOf('?') ?? -1;
  if (search === -1) return {};
  const pairs = [...new URLSearchParams(message.url?.slice(search + 1))].reverse();
  return Object.fromEntries(pairs);
}

function write(message: IncomingMessage, response: ServerResponse, answer: Answer): void {
  if (response.headersSent || response.destroyed) return;
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  let bytes: Uint8Array | string | null = answer.bytes ?? null;
  const json = answer.json === undefined ? answer.jsonText : JSON.stringify(answer.json);
  if (json !== undefined) {
    bytes = json;
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-store');
  }
  if (bytes !== null) response.setHeader('Content-Length', Buffer.byteLength(bytes));
  response.writeHead(answer.status);
  response.end(message.method === 'HEAD' ? undefined : (bytes ?? undefined));
  // The rest of a refused body is skipped: a reset connection would hide the answer from its sender.
  if (!message.complete) message.resume();
}

function frameworkError(thrown: unknown): AppError {
  const status: unknown = thrown instanceof Error && 'statusCode' in thrown ? thrown.statusCode : 500;
  if (status === 404) return new AppError('NOT_FOUND');
  if (status === 405) return new AppError('METHOD_NOT_ALLOWED');
  if (status === 413) return new AppError('BODY_TOO_LARGE');
  if (typeof status === 'number' && status < 500) return new AppError('BODY_INVALID');
  return toAppError(thrown);
}

function refuseBadRequest(socket: Duplex): void {
  if (!socket.writable) return;
  const body = JSON.stringify(
    problemAnswer(new AppError('BODY_INVALID', 'not a readable HTTP request')).json,
  );
  socket.end(
    `HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

/** The path as mounted, never the URL: queries carry tokens. */
function report(
  request: restify.Request,
  response: ServerResponse,
  incoming: Incoming,
  { log, metrics }: HttpOptions,
): void {
  const spec: unknown = request.getRoute() === undefined ? null : request.getRoute().path;
  const path = typeof spec === 'string' ? spec : '(none)';
  const seconds = (Date.now() - request.time()) / 1000;
  metrics.request(`${request.method ?? ''} ${path}`, response.statusCode, seconds);
  const line = { id: incoming.id, method: request.method, path, status: response.statusCode, seconds };
  if (response.statusCode >= 500) log.warn(line, 'answered');
  else if (response.statusCode >= 400) log.info(line, 'answered');
  else log.debug(line, 'answered');
}
