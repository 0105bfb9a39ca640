import { createHash } from 'node:crypto';
import type { Account, AttachmentKind, Event, Inbound } from '#turns/ports.ts';
import { cleanText } from '../clean.ts';
import type { Inlet } from '../inlet.ts';

/** What a resident did on a platform, before masking. */
export type Said =
  | { readonly kind: 'start' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly id: string; readonly title: string }
  | { readonly kind: 'attachment'; readonly kinds: readonly AttachmentKind[]; readonly text: string };

export interface SaidBy {
  readonly account: Account;
  readonly person: string;
  readonly dedupeKey: string;
  readonly said: Said;
}

/** Longer messages are cut: nothing that long is a question. */
const MAX_TEXT = 20_000;

/** Cleaned and masked, ready to be stored. */
export function inboundOf({ account, person, dedupeKey, said }: SaidBy, inlet: Inlet): Inbound {
  const event = eventOf(said, inlet);
  return {
    account,
    person,
    conversation: null,
    dedupeKey,
    event,
    secret: null,
    activity: activityOf(event),
    receivedAt: inlet.clock(),
  };
}

function eventOf(said: Said, inlet: Inlet): Event {
  const masked = (text: string) =>
    inlet.mask(cleanText(text).normalize('NFC').slice(0, MAX_TEXT).toWellFormed());
  if (said.kind === 'text') return { kind: 'text', ...masked(said.text) };
  if (said.kind === 'attachment') return { kind: 'attachment', kinds: said.kinds, ...masked(said.text) };
  if (said.kind === 'choice') return { kind: 'choice', id: said.id, title: masked(said.title).text };
  return said;
}

/** How it stands in the transcript that staff read. */
function activityOf(event: Event): object | null {
  if (event.kind === 'start') return null;
  const from = { id: 'user', role: 'user' };
  if (event.kind === 'choice') return { type: 'message', from, text: event.title };
  if (event.kind === 'text') return { type: 'message', from, text: event.text };
  return {
    type: 'message',
    from,
    text: event.text,
    attachments: event.kinds.map((kind) => ({ contentType: kind })),
  };
}

/** A key for what has no message id of its own. Hashed: parts of it may be a person. */
export const keyOf = (...parts: readonly string[]): string =>
  `hash:${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`;
