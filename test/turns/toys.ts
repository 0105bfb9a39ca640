import type { Release } from '#knowledge/release.ts';
import { newId } from '#root/ids.ts';
import type { Account, Decision, Inbound, RunTurn, Work } from '#turns/ports.ts';

/** Builders for tests of the engine of turns, which never look at what is said. */

export const PORTAL: Account = { channel: 'portal', id: 'city', homeUnit: null };
export const ZALO: Account = { channel: 'zalo', id: 'oa-1', homeUnit: '26000' };

let made = 0;

export function anInbound(changes: Partial<Inbound> & { readonly text?: string } = {}): Inbound {
  made += 1;
  const { text = 'đăng ký khai sinh cần gì', ...rest } = changes;
  return {
    account: PORTAL,
    person: 'person-1',
    conversation: null,
    dedupeKey: `key-${made}`,
    event: { kind: 'text', text, masked: [] },
    secret: null,
    activity: { type: 'message', text, from: { id: 'dl_1' } },
    receivedAt: Date.now(),
    ...rest,
  };
}

/** A release by its hash alone: the engine passes it on unread. */
export function aRelease(hash = 'f'.repeat(64)): Release {
  return { hash } as Release;
}

export function aDecision(changes: Partial<Decision> = {}): Decision {
  return {
    state: { v: 1, data: {} },
    replies: [],
    effects: [],
    expects: null,
    record: { outcome: 'answer', topic: 'dang-ky-khai-sinh', aspect: 'ho-so', p: 0.9, alternatives: [] },
    ...changes,
  };
}

const said = (work: Work): string =>
  work.message.event.kind === 'text' ? work.message.event.text : work.message.event.kind;

/** Echoes, and keeps in the state every message it has answered, in order. */
export const toyTurn: RunTurn = (work, _release, now) => {
  const heard = (work.conversation.state?.data ?? []) as readonly string[];
  const text = `echo: ${said(work)}`;
  return Promise.resolve({
    decision: aDecision({
      state: { v: 1, data: [...heard, said(work)].slice(-50) },
      replies: [{ blocks: [{ kind: 'text', text }], choices: [], facts: [] }],
    }),
    transcript: [
      {
        id: newId(now),
        kind: 'out',
        at: now,
        activity: { type: 'message', text, replyToId: work.message.activityId },
      },
    ],
  });
};
