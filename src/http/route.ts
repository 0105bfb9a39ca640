import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { AppError } from '#root/errors.ts';
import type { Answer } from './answer.ts';
import { readBody, readJson } from './body.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** A request as handlers see it. */
export interface Incoming {
  readonly id: string;
  readonly message: IncomingMessage;
  /** Of the client, behind a trusted proxy too. */
  readonly address: string;
  readonly origin: string | null;
  /** `https://host` as the client reaches us, without a slash at the end. */
  readonly baseUrl: string;
}

/** Who may call: a name for the documents and tests, and the check that finds out who calls. Throws an AppError otherwise. */
export interface Who<Caller> {
  readonly name: string;
  /** `params`: of the path, not checked yet. */
  check(incoming: Incoming, params: unknown): Caller | Promise<Caller>;
}

export const anyone: Who<null> = { name: 'anyone', check: () => null };

export interface Limit<Caller> {
  readonly points: number;
  readonly seconds: number;
  /** What is counted; absent: the client address. */
  readonly key?: (caller: Caller) => string;
}

export interface Call<Caller, Params, Query, Body> {
  readonly caller: Caller;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly incoming: Incoming;
}

const nothing = z.object({});

/** For routes that take nothing: `in: { ...noInput }`, or with one part put in its place. */
export const noInput = { params: nothing, query: nothing, body: nothing } as const;

/** `json`: parsed and checked, an empty body counts as `{}`. `bytes`: as sent. `stream`: the handler reads it itself. */
export type BodyMode = 'none' | 'json' | 'bytes' | 'stream';

export interface RouteSpec<
  Caller,
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
> {
  readonly method: Method;
  /** As find-my-way reads it: `/v3/directline/conversations/:id`. */
  readonly path: string;
  readonly who: Who<Caller>;
  readonly in: {
    readonly params: Params;
    readonly query: Query;
    readonly body: Body;
    /** Absent: none for GET, json otherwise. */
    readonly mode?: BodyMode;
    /** Refused with 413 before anything is parsed. */
    readonly maxBytes?: number;
  };
  /** Answers by status; errors of the catalogue apart. null: no JSON body. */
  readonly out: Readonly<Record<number, z.ZodType | null>>;
  readonly limit?: Limit<Caller>;
  handler(call: Call<Caller, z.output<Params>, z.output<Query>, z.output<Body>>): Answer | Promise<Answer>;
}

/** Counts one request against a limit. Throws RATE_LIMITED. */
export type Count = (
  bucket: string,
  key: string,
  limit: { readonly points: number; readonly seconds: number },
) => Promise<void>;

/** One line of the route table: what the server mounts and the documents and tests are made from. */
export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly who: string;
  readonly in: {
    readonly params: z.ZodType;
    readonly query: z.ZodType;
    readonly body: z.ZodType;
    readonly mode: BodyMode;
    readonly maxBytes: number;
  };
  readonly out: Readonly<Record<number, z.ZodType | null>>;
  readonly limit: { readonly points: number; readonly seconds: number } | null;
  run(incoming: Incoming, params: unknown, query: unknown, count: Count): Promise<Answer>;
}

const SMALL_BODY = 16 * 1024;

/** Makes a line of the route table. Order of checks: who, limit, size, shape; then the handler. */
export function route<Caller, Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  spec: RouteSpec<Caller, Params, Query, Body>,
): Route {
  const mode = spec.in.mode ?? (spec.method === 'GET' ? 'none' : 'json');
  const maxBytes = spec.in.maxBytes ?? SMALL_BODY;
  return {
    method: spec.method,
    path: spec.path,
    who: spec.who.name,
    in: { params: spec.in.params, query: spec.in.query, body: spec.in.body, mode, maxBytes },
    out: spec.out,
    limit: spec.limit === undefined ? null : { points: spec.limit.points, seconds: spec.limit.seconds },
    async run(incoming, params, query, count) {
      const caller = await spec.who.check(incoming, params);
      if (spec.limit !== undefined) {
        const key = spec.limit.key?.(caller) ?? incoming.address;
        await count(`${spec.method} ${spec.path}`, key, spec.limit);
      }
      const body = await readInput(incoming.message, mode, maxBytes);
      return await spec.handler({
        caller,
        params: checked(spec.in.params, params),
        query: checked(spec.in.query, query),
        body: checked(spec.in.body, body),
        incoming,
      });
    },
  };
}

async function readInput(message: IncomingMessage, mode: BodyMode, maxBytes: number): Promise<unknown> {
  if (mode === 'json') return await readJson(message, maxBytes);
  if (mode === 'bytes') return await readBody(message, maxBytes);
  return {};
}

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const at = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  throw new AppError('BODY_INVALID', `${at}${issue?.message ?? 'not as described'}`);
}
