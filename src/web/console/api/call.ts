import { z } from 'zod';
import { ApiError } from './error.ts';
import { askSignIn } from './sign-in-wanted.ts';

/**
 * One route as the browser calls it. `path` is the server's, `:name` is filled from `params`; `out` is the zod schema
 * of its answer, `z.null()` where it has none. Rooms put such contracts beside their routes, so that both take one.
 */
export interface Contract<Out extends z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly out: Out;
}

export interface Input {
  readonly params?: Readonly<Record<string, string | number>>;
  /** Absent values are left out. */
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Sent as JSON; a Blob or a buffer as it is. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** False: an answer 401 is thrown instead of asking to sign in. */
  readonly signIn?: boolean;
}

/**
 * Calls the server. Throws ApiError, whose `message` is a sentence for officers. When the session has ended she signs in
 * over the page and the same call is made again: nothing that waits for it is lost.
 */
export async function call<Out extends z.ZodType>(
  contract: Contract<Out>,
  input: Input = {},
): Promise<z.output<Out>> {
  const response = await send(contract, input);
  const json = await jsonOf(response);
  if (!response.ok) {
    const error = ApiError.of(response.status, json);
    if (input.signIn === false || !(error.status === 401 || error.code === 'SecondFactorNeeded')) throw error;
    await askSignIn();
    return await call(contract, { ...input, signIn: false });
  }
  const read = contract.out.safeParse(json);
  if (read.success) return read.data;
  throw new ApiError('ANSWER_UNREADABLE', response.status, z.prettifyError(read.error));
}

/** The address of a contract, for links and downloads. */
export function addressOf(path: string, { params = {}, query = {} }: Input = {}): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name] ?? '')),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return search.size === 0 ? filled : `${filled}?${search.toString()}`;
}

async function send({ method, path }: Contract<z.ZodType>, input: Input): Promise<Response> {
  const { body, signal } = input;
  const raw = body instanceof Blob || body instanceof ArrayBuffer;
  try {
    return await fetch(addressOf(path, input), {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json',
        'X-Requested-With': 'console',
        ...(body === undefined || raw ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new ApiError('OFFLINE', 0, undefined, { cause: error });
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return null;
  try {
    const json: unknown = JSON.parse(text);
    return json;
  } catch {
    return null;
  }
}
