import { z } from 'zod';
import { errors, type AppError, type ErrorCode } from '#root/errors.ts';
import type { Answer } from './answer.ts';

/** The body of every error answer, also of the framework's own. */
export const problemSchema = z.strictObject({
  error: z.strictObject({ code: z.string(), message: z.string() }),
});

/** Codes that stock Direct Line clients and their users know by another name than ours. */
const wireCodes: Partial<Record<ErrorCode, string>> = {
  CONVERSATION_UNKNOWN: 'NotFound',
  BODY_INVALID: 'BadSyntax',
  BODY_TOO_LARGE: 'MessageSizeTooBig',
  ACTIVITY_INVALID: 'BadArgument',
  ACTIVITY_TYPE_MISSING: 'MissingProperty',
  ACTIVITY_TYPE_REFUSED: 'BadArgument',
  UNIT_UNKNOWN: 'UnknownUnit',
  INTERNAL: 'ServiceError',
};

/** `NOT_FOUND` -> `NotFound`, unless a client expects another word. */
export function wireCode(code: ErrorCode): string {
  return (
    wireCodes[code] ??
    code
      .toLowerCase()
      .split('_')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join('')
  );
}

/** What a caller is told: the catalogue's text. The detail only where it speaks of the caller's own input. */
export function problemAnswer(error: AppError): Answer {
  const message = error.status < 500 ? error.message : errors[error.code].text;
  const answer = { status: error.status, json: { error: { code: wireCode(error.code), message } } };
  return error.retry ? { ...answer, headers: { 'Retry-After': String(secondsOf(error)) } } : answer;
}

/** A limit names the seconds until it opens again as its cause; others pass in a moment. */
const secondsOf = ({ cause }: AppError): number => (typeof cause === 'number' && cause > 0 ? cause : 2);
