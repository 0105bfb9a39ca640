import { isNumber, isRecord, isText } from '../guard.ts';
import { readActivitySet, type ActivitySet } from './activity.ts';
import type { Http, HttpAnswer } from './http.ts';

/** A place in one conversation, as a device keeps it. */
export interface Session {
  readonly conversationId: string;
  readonly token: string;
  /** Epoch ms of this device's clock after which the token no longer works. */
  readonly expiresAt: number;
  /** `POST /conversations` was answered: there may be a history. */
  readonly started: boolean;
}

/** A message on its way. `clientId` is its identity: the server drops a second one with the same. */
export interface Outgoing {
  readonly clientId: string;
  readonly text: string;
  /** Id of the tapped choice. */
  readonly choice: string | null;
  readonly at: number;
}

/**
 * `expired`: the token is too old. `gone`: no such conversation for us. `rejected`: the request itself is
 * wrong, repeating does not help. `later`: try again.
 */
export type Result<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'expired' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'rejected'; readonly status: number }
  | { readonly kind: 'later'; readonly waitMs: number | null };

export interface Stream {
  readonly session: Session;
  /** null: this server streams nothing, poll. */
  readonly streamUrl: string | null;
}

/** The calls of the Direct Line sheet that a page makes, and the portal's token route. */
export interface Api {
  open(unit: string | null, resume: Session | null): Promise<Result<Session>>;
  start(session: Session): Promise<Result<Stream>>;
  rejoin(session: Session, watermark: string): Promise<Result<Stream>>;
  activities(session: Session, watermark: string): Promise<Result<ActivitySet>>;
  post(session: Session, message: Outgoing): Promise<Result<object>>;
  refresh(session: Session): Promise<Result<Session>>;
  /** Has the server erase the conversation with everything in it. */
  erase(session: Session): Promise<Result<object>>;
}

const defaultLifeSeconds = 1800;

/** `origin`: where the server is, `''` for this page's own. `locale`: of the page, at the moment. */
export function createApi(http: Http, origin: string, locale: () => string = () => 'vi-VN'): Api {
  const base = `${origin}/v3/directline`;
  const at = (session: Session, rest = '') =>
    `${base}/conversations/${encodeURIComponent(session.conversationId)}${rest}`;
  const after = (watermark: string) => `?watermark=${encodeURIComponent(watermark)}`;

  return {
    open: async (unit, resume) =>
      read(
        await http({
          method: 'POST',
          url: `${origin}/api/portal/token`,
          body: {
            ...(unit === null ? {} : { unit }),
            ...(resume === null
              ? {}
              : { resume: { conversationId: resume.conversationId, token: resume.token } }),
          },
        }),
        (body) => {
          const session = readSession(body, null);
          const resumed = session !== null && session.conversationId === resume?.conversationId;
          return session === null ? null : { ...session, started: resumed && resume.started };
        },
      ),
    start: async (session) =>
      read(
        await http({
          method: 'POST',
          url: `${base}/conversations`,
          token: session.token,
          body: { locale: locale() },
        }),
        (body) => readStream(body, session),
      ),
    rejoin: async (session, watermark) =>
      read(await http({ method: 'GET', url: at(session, after(watermark)), token: session.token }), (body) =>
        readStream(body, session),
      ),
    activities: async (session, watermark) =>
      read(
        await http({
          method: 'GET',
          url: at(session, `/activities${after(watermark)}`),
          token: session.token,
        }),
        readActivitySet,
      ),
    post: async (session, message) =>
      read(
        await http({
          method: 'POST',
          url: at(session, '/activities'),
          token: session.token,
          body: toActivity(message, locale()),
        }),
        (body) => (isRecord(body) ? body : null),
      ),
    refresh: async (session) =>
      read(await http({ method: 'POST', url: `${base}/tokens/refresh`, token: session.token }), (body) =>
        readSession(body, session),
      ),
    erase: async (session) =>
      read(
        await http({ method: 'DELETE', url: `${origin}/api/portal/conversation`, token: session.token }),
        () => ({}),
      ),
  };
}

function toActivity(message: Outgoing, locale: string): unknown {
  return {
    type: 'message',
    text: message.text,
    locale,
    from: { role: 'user' },
    ...(message.choice === null ? {} : { value: { choice: message.choice } }),
    channelData: { clientActivityID: message.clientId },
  };
}

/** `parse` gives null for a body that makes no sense: counted as a passing fault of the server. */
function read<T extends object>(answer: HttpAnswer, parse: (body: unknown) => T | null): Result<T> {
  if (answer.kind === 'unreachable') return { kind: 'later', waitMs: null };
  if (answer.kind === 'ok') {
    const value = parse(answer.body);
    return value === null ? { kind: 'later', waitMs: null } : { kind: 'ok', value };
  }
  const { status, waitMs } = answer;
  if (status === 403) return { kind: 'expired' };
  if (status === 401 || status === 404) return { kind: 'gone' };
  if (status >= 500 || [408, 409, 425, 429].includes(status)) return { kind: 'later', waitMs };
  return { kind: 'rejected', status };
}

function readSession(body: unknown, before: Session | null): Session | null {
  if (!isRecord(body)) return null;
  const conversationId = isText(body['conversationId']) ? body['conversationId'] : before?.conversationId;
  const token = isText(body['token']) ? body['token'] : before?.token;
  if (conversationId === undefined || token === undefined) return null;
  const seconds = isNumber(body['expires_in']) ? body['expires_in'] : defaultLifeSeconds;
  const sameToken = before !== null && before.token === token;
  const expiresAt = sameToken ? before.expiresAt : Date.now() + seconds * 1000;
  return { conversationId, token, expiresAt, started: before?.started ?? false };
}

function readStream(body: unknown, before: Session): Stream | null {
  const session = readSession(body, before);
  if (session === null || !isRecord(body)) return null;
  const streamUrl = body['streamUrl'];
  const usable = isText(streamUrl) && /^wss?:\/\//.test(streamUrl);
  return { session: { ...session, started: true }, streamUrl: usable ? streamUrl : null };
}
