/**
 * The error catalogue: every failure the product can name, with what an HTTP caller is told
 * and whether trying again can help. Call sites only name a code.
 */
export const errors = {
  CONFIG_INVALID: { status: 500, retry: false, text: 'The configuration is invalid' },
  NODE_TOO_OLD: { status: 500, retry: false, text: 'Node.js is too old' },
  UNAUTHORIZED: { status: 401, retry: false, text: 'Missing or malformed Authorization header' },
  TOKEN_EXPIRED: { status: 403, retry: false, text: 'Token has expired' },
  FORBIDDEN: { status: 403, retry: false, text: 'Not allowed' },
  SIGN_IN_REFUSED: { status: 403, retry: false, text: 'The e-mail address or the password is wrong' },
  CODE_REFUSED: { status: 403, retry: false, text: 'The code is wrong or was used before' },
  SECOND_FACTOR_NEEDED: { status: 403, retry: false, text: 'This role needs a second factor' },
  LOCKED_OUT: { status: 429, retry: true, text: 'Too many wrong tries' },
  CROSS_SITE: { status: 403, retry: false, text: 'Only our own pages may do this' },
  LINK_INVALID: { status: 410, retry: false, text: 'The link was used, has expired or was never made' },
  PASSWORD_WEAK: { status: 400, retry: false, text: 'The password is too easy to guess' },
  ACCOUNT_EXISTS: { status: 409, retry: false, text: 'This e-mail address has an account' },
  GRANT_TOO_HIGH: { status: 403, retry: false, text: 'Nobody gives or takes more than she holds herself' },
  LAST_ADMINISTRATOR: { status: 409, retry: false, text: 'The province needs an administrator' },
  ORIGIN_NOT_ALLOWED: { status: 403, retry: false, text: 'This origin may not open conversations' },
  NOT_FOUND: { status: 404, retry: false, text: 'Not found' },
  CONVERSATION_UNKNOWN: { status: 404, retry: false, text: 'Unknown conversation' },
  UNIT_UNKNOWN: { status: 400, retry: false, text: 'Unknown unit code' },
  METHOD_NOT_ALLOWED: { status: 405, retry: false, text: 'Method not allowed' },
  CONFLICT: { status: 409, retry: false, text: 'Somebody changed it meanwhile' },
  NOT_PUBLISHABLE: { status: 422, retry: false, text: 'It cannot be published as it is' },
  BODY_TOO_LARGE: { status: 413, retry: false, text: 'The request body is too large' },
  BODY_INVALID: { status: 400, retry: false, text: 'The request body is invalid' },
  ACTIVITY_INVALID: { status: 400, retry: false, text: 'The activity is invalid' },
  ACTIVITY_TYPE_MISSING: { status: 400, retry: false, text: "Missing 'type' property" },
  ACTIVITY_TYPE_REFUSED: { status: 400, retry: false, text: 'This activity type is not accepted' },
  NOT_IMPLEMENTED: { status: 501, retry: false, text: 'Not implemented' },
  UPLOAD_REFUSED: { status: 400, retry: false, text: 'Files are not taken in the chat' },
  RATE_LIMITED: { status: 429, retry: true, text: 'Too many requests' },
  OVERLOADED: { status: 503, retry: true, text: 'The server is busy' },
  NOT_READY: { status: 503, retry: true, text: 'The server is not ready' },
  STORE_UNAVAILABLE: { status: 503, retry: true, text: 'The database cannot be reached' },
  STORE_SCHEMA_NEWER: { status: 500, retry: false, text: 'The database was migrated by a newer release' },
  STATE_UNREADABLE: { status: 500, retry: false, text: 'A stored conversation state cannot be read' },
  KNOWLEDGE_INVALID: { status: 500, retry: false, text: 'The knowledge has faults' },
  BUILD_IMPOSSIBLE: { status: 500, retry: false, text: 'The build cannot be made here' },
  BUILD_FAILED: { status: 500, retry: false, text: 'The build failed; see above' },
  RELEASE_MISSING: { status: 503, retry: true, text: 'No compiled release is available' },
  RELEASE_INVALID: { status: 500, retry: false, text: 'The compiled release is invalid' },
  MODEL_INVALID: { status: 500, retry: false, text: 'The trained model is invalid' },
  CHANNEL_REJECTED: { status: 502, retry: false, text: 'The channel refused the message' },
  CHANNEL_UNAVAILABLE: { status: 502, retry: true, text: 'The channel cannot be reached' },
  SEAL_KEY_MISSING: { status: 500, retry: false, text: 'No key to seal personal data' },
  SEAL_BROKEN: { status: 500, retry: false, text: 'A sealed value cannot be opened' },
  INTERNAL: { status: 500, retry: false, text: 'Internal error' },
} as const satisfies Record<string, { status: number; retry: boolean; text: string }>;

export type ErrorCode = keyof typeof errors;

/** A failure named by the catalogue. `detail` is for operators and never shown to residents. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: string | undefined;

  constructor(code: ErrorCode, detail?: string, options?: { cause?: unknown }) {
    super(detail === undefined ? errors[code].text : `${errors[code].text}: ${detail}`, options);
    this.name = 'AppError';
    this.code = code;
    this.detail = detail;
  }

  get status(): number {
    return errors[this.code].status;
  }

  get retry(): boolean {
    return errors[this.code].retry;
  }
}

/** Whatever was thrown, as an AppError that keeps its cause and stack. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new AppError('INTERNAL', detail, { cause: thrown });
}
