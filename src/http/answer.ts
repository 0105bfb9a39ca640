/** What a handler gives back; the server adds headers and writes it. */
export interface Answer {
  readonly status: number;
  /** Sent as JSON when present. */
  readonly json?: unknown;
  /** The same, written already. */
  readonly jsonText?: string;
  /** Sent as they are; `content-type` must be among the headers. */
  readonly bytes?: Uint8Array | string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const ok = (json: unknown): Answer => ({ status: 200, json });

export const okText = (jsonText: string): Answer => ({ status: 200, jsonText });

export const created = (json: unknown): Answer => ({ status: 201, json });
