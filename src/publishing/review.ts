import { AppError } from '#root/errors.ts';
import type { Audit } from '#staff/door.ts';
import { may, type Officer } from '#staff/officer.ts';
import { auditLine } from './audit-line.ts';
import type { DraftRoom } from './drafts.ts';
import type { Draft, EntryFault } from './ports.ts';
import type { PublicationStore } from './repository/publications.ts';
import type { Shelf } from './shelf.ts';
import { waitForGate } from './wait-for-gate.ts';

/** From "done writing" to "may be published": always by a second person. Throws FORBIDDEN, CONFLICT. */
export interface Review {
  /** Refused with the faults that keep it from being published. */
  readonly submit: (
    officer: Officer,
    draft: Draft,
    to: { readonly rev: number; readonly note: string; readonly publishAt: number | null },
  ) => Promise<{ readonly draft: Draft } | { readonly faults: readonly EntryFault[] }>;
  readonly approve: (officer: Officer, draft: Draft, rev: number, note: string) => Promise<Draft>;
  readonly refuse: (officer: Officer, draft: Draft, rev: number, note: string) => Promise<Draft>;
  /** Back to writing, by its author; what is approved and waits for its time too. */
  readonly withdraw: (officer: Officer, draft: Draft, rev: number) => Promise<Draft>;
  readonly drop: (officer: Officer, draft: Draft, rev: number) => Promise<Draft>;
}

export function createReview(rooms: {
  readonly drafts: DraftRoom;
  readonly shelf: () => Shelf;
  readonly publications: PublicationStore;
  readonly audit: Audit;
  readonly clock: () => number;
  /** A publication waits: the gate looks at its time. */
  readonly due: (publication: string, at: number) => Promise<void>;
}): Review {
  const { drafts, shelf, audit, clock } = rooms;
  const log = async (officer: Officer, draft: Draft, action: string, note = ''): Promise<Draft> => {
    await audit.write(auditLine(officer, draft.key, action, draft.title, note), clock());
    return draft;
  };
  const holds = (officer: Officer, permission: 'edit' | 'approve', { key }: Draft): void => {
    if (!may(officer, permission, key.scope)) throw new AppError('FORBIDDEN');
  };
  const isOneOf = (draft: Draft, ...statuses: readonly Draft['status'][]): void => {
    if (!statuses.includes(draft.status)) throw new AppError('CONFLICT', `it is ${draft.status}`);
  };
  const isOwn = (officer: Officer, draft: Draft): void => {
    if (draft.author !== officer.id) throw new AppError('FORBIDDEN', 'only its author may');
  };

  return {
    async submit(officer, draft, { rev, note, publishAt }) {
      isOwn(officer, draft);
      isOneOf(draft, 'writing', 'refused');
      const faults = (await drafts.check([draft])).filter(({ severity }) => severity === 'error');
      if (faults.length > 0) return { faults };
      const moved = await drafts.move(draft, rev, {
        status: 'in-review',
        note: note === '' ? draft.note : note,
        publishAt,
        reviewer: null,
        reviewerName: null,
        reviewNote: null,
      });
      return { draft: await log(officer, moved, 'entry.submit', note) };
    },

    async approve(officer, draft, rev, note) {
      holds(officer, 'approve', draft);
      isOneOf(draft, 'in-review');
      if (draft.author === officer.id) throw new AppError('FORBIDDEN', 'a second person approves');
      // Somebody published the same entry in between: its author looks at both first.
      if (draft.basedOn !== (shelf().entry(draft.key)?.hash ?? null)) {
        throw new AppError('CONFLICT', 'based on an older entry');
      }
      const reviewed = { reviewer: officer.id, reviewerName: officer.name, reviewNote: note };
      const moved = await drafts.move(draft, rev, { status: 'approved', ...reviewed });
      const now = clock();
      const order = { what: `draft:${draft.id}`, scope: draft.key.scope, note: draft.title };
      await waitForGate(rooms, officer, { ...order, dueAt: draft.publishAt ?? now }, now);
      return await log(officer, moved, 'entry.approve', note);
    },

    async refuse(officer, draft, rev, note) {
      holds(officer, 'approve', draft);
      isOneOf(draft, 'in-review', 'approved');
      const reviewed = { reviewer: officer.id, reviewerName: officer.name, reviewNote: note };
      const moved = await drafts.move(draft, rev, { status: 'refused', ...reviewed });
      return await log(officer, moved, 'entry.refuse', note);
    },

    async withdraw(officer, draft, rev) {
      isOwn(officer, draft);
      isOneOf(draft, 'in-review', 'approved', 'refused');
      return await log(officer, await drafts.move(draft, rev, { status: 'writing' }), 'entry.withdraw');
    },

    async drop(officer, draft, rev) {
      isOwn(officer, draft);
      isOneOf(draft, 'writing', 'in-review', 'approved', 'refused');
      return await log(officer, await drafts.move(draft, rev, { status: 'dropped' }), 'entry.drop');
    },
  };
}
