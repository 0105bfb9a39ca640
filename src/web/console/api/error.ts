import { z } from 'zod';
import { errorWords } from '../words/errors.vi.ts';

const problemSchema = z.object({ error: z.looseObject({ code: z.string(), message: z.string() }) });

/** A call that failed. `message` is said to the officer as it is; `code` is the server's, `OFFLINE` where none was reached. */
export class ApiError extends Error {
  readonly code: string;
  /** 0: the server was not reached. */
  readonly status: number;
  /** As the server said it, in English; for the curious, never alone. */
  readonly detail: string | undefined;
  /** What else stood in the answer's `error`, such as faults by field. */
  readonly more: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    status: number,
    detail?: string,
    options: ErrorOptions & { readonly more?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(sentenceOf(code, status), options);
    this.name = 'ApiError';
    this.code = code;
    this.status = status;
    this.detail = detail;
    this.more = options.more ?? {};
  }

  static of(status: number, json: unknown): ApiError {
    const read = problemSchema.safeParse(json);
    if (!read.success) return new ApiError('', status);
    const { code, message, ...more } = read.data.error;
    return new ApiError(code, status, message, { more });
  }

  /** Trying again later can help: no network, a server that restarts, too many at once. */
  get passes(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 502;
  }
}

/** What an officer is told, whatever was thrown. */
export function sentenceFor(thrown: unknown): string {
  return thrown instanceof ApiError ? thrown.message : errorWords.unknown;
}

function sentenceOf(code: string, status: number): string {
  return errorWords.byCode[code] ?? errorWords.byStatus[status] ?? errorWords.unknown;
}
