import { AppError, toAppError } from '#root/errors.ts';
import type { Logger } from '#root/logging.ts';
import { parseJson, type Json } from '#root/json.ts';
import type { Audit } from '#staff/door.ts';
import { same } from '#knowledge/differences.ts';
import type { DraftRoom } from './drafts.ts';
import type { Gate, Say } from './gate.ts';
import type { LiveHolder } from './live.ts';
import { keyText } from './places/place.ts';
import type { Change, Draft, EntryKey } from './ports.ts';
import type { DraftStore } from './repository/drafts.ts';
import type { EntryStore } from './repository/entries.ts';
import type { Publication, PublicationStore } from './repository/publications.ts';
import type { Published, ReleaseStore } from './repository/releases.ts';
import type { Shelf } from './shelf.ts';
import { words } from './words.ts';

/** Takes what waits through the gate and makes it live: all that is due at once, or one by one where that fails. */
export interface Publisher {
  /** Rejects where it broke off (a database that went away, another node that was quicker): to be called again. */
  readonly publishDue: () => Promise<void>;
}

interface Bundle {
  readonly publications: readonly Publication[];
  readonly entries: readonly Published[];
  readonly drafts: readonly Draft[];
  readonly note: string;
}

export function createPublisher(rooms: {
  readonly gate: Gate;
  readonly live: LiveHolder;
  readonly shelf: () => Shelf;
  readonly drafts: DraftRoom;
  readonly draftStore: DraftStore;
  readonly entryStore: EntryStore;
  readonly releases: ReleaseStore;
  readonly publications: PublicationStore;
  readonly audit: Audit;
  readonly clock: () => number;
  readonly log: Logger;
  /** Content hash of the shipped release. */
  readonly shipped: string;
}): Publisher {
  const { gate, live, shelf, drafts, draftStore, entryStore, releases, publications, audit, clock, log } =
    rooms;

  const settle = async (
    which: readonly Publication[],
    to: Pick<Publication, 'status' | 'stage' | 'done' | 'reasons' | 'release'>,
  ): Promise<void> => {
    await Promise.all(which.map((publication) => publications.put({ ...publication, ...to }, clock())));
  };
  const refuse = (which: readonly Publication[], reasons: readonly string[]): Promise<void> =>
    settle(which, { status: 'refused', stage: words.stages.refused, done: 1, reasons, release: null });

  /** Which of the waiting drafts may go: approved, and of an entry that nobody published meanwhile. */
  async function draftsOf(waiting: readonly Publication[]): Promise<Bundle> {
    const taken = new Set<string>();
    const going: { publication: Publication; draft: Draft }[] = [];
    for (const publication of waiting) {
      const draft = await draftStore.find(publication.what.slice('draft:'.length));
      if (draft?.status === 'published') {
        // It broke off after the release was written: what is left is to say so.
        const [version] = await entryStore.versions(draft.key);
        const release = version?.release ?? null;
        await settle([publication], {
          status: 'published',
          stage: words.stages.live,
          done: 1,
          reasons: [],
          release,
        });
        continue;
      }
      if (draft?.status !== 'approved') {
        await refuse([publication], [words.withdrawn]);
        continue;
      }
      const live = shelf().entry(draft.key)?.hash ?? null;
      if (taken.has(keyText(draft.key)) || draft.basedOn !== live) {
        await back(draft, words.overtaken);
        await refuse([publication], [words.overtaken]);
        continue;
      }
      taken.add(keyText(draft.key));
      going.push({ publication, draft });
    }
    return {
      publications: going.map(({ publication }) => publication),
      drafts: going.map(({ draft }) => draft),
      entries: going.map(({ draft }) => ({
        ...entryOf(draft.key, draft.value, draft.title),
        author: draft.authorName,
        approver: draft.reviewerName ?? '',
        note: draft.note,
      })),
      note: going
        .map(({ draft }) => draft.title)
        .join(' · ')
        .slice(0, 500),
    };
  }

  const entryOf = (key: EntryKey, value: Json | null, title: string) => ({
    key,
    value,
    title,
    shipped: shelf().shippedOf(key)?.value ?? null,
  });

  /** Its author may mend it: nothing of it is lost. */
  async function back(draft: Draft, why: string): Promise<void> {
    const said = [draft.reviewNote, why].filter(Boolean).join('\n');
    await drafts.move(draft, draft.rev, { status: 'refused', reviewNote: said.slice(0, 2000) });
  }

  async function restoreOf(publication: Publication): Promise<Bundle> {
    const number = Number(publication.what.slice('restore:'.length));
    const then = new Map(
      (number === 0 ? [] : await entryStore.overlayAt(number)).map((row) => [keyText(row.key), row]),
    );
    const now = new Map((await entryStore.overlay()).map((row) => [keyText(row.key), row]));
    const entries = [...new Set([...then.keys(), ...now.keys()])].flatMap((id): Published[] => {
      const [was, is] = [then.get(id), now.get(id)];
      const of = was ?? is;
      if (of === undefined || same(was?.value ?? null, is?.value ?? null)) return [];
      return [
        {
          ...entryOf(of.key, was?.value ?? null, of.title),
          author: publication.officerName,
          approver: publication.officerName,
          note: words.restored(number),
        },
      ];
    });
    const note = [words.restored(number), publication.note].filter(Boolean).join(' – ');
    return { publications: [publication], entries, drafts: [], note };
  }

  /** null: it is live. Else why not. */
  async function run(bundle: Bundle): Promise<readonly string[] | null> {
    if (bundle.entries.length === 0) return [words.unchanged];
    const changed: readonly Change[] = bundle.entries;
    const before = drafts.over([]);
    const base = live.now().number;
    const said = throttled(async (stage, done) => {
      await settle(bundle.publications, { status: 'running', stage, done, reasons: [], release: null });
    });
    const outcome = await gate({ changed, before, after: drafts.over(changed), say: said });
    if ('refused' in outcome) return outcome.refused;
    const { hash, model, figures } = outcome.passed;
    const publisher = [...new Set(bundle.publications.map(({ officerName }) => officerName))].join(', ');
    const published = await releases.publish(
      {
        number: base + 1,
        hash,
        model,
        figures,
        shipped: rooms.shipped,
        publishedAt: clock(),
        note: bundle.note,
        publisher,
        changes: parseJson(
          JSON.stringify(
            bundle.entries.map(({ key, title, author, approver }) => ({ key, title, author, approver })),
          ),
        ),
      },
      bundle.entries,
      bundle.drafts,
    );
    // Another node was quicker: what is live now is another thing than what was tried.
    if (!published) throw new AppError('CONFLICT', 'another release was published meanwhile');
    await live.refresh();
    await settle(bundle.publications, {
      status: 'published',
      stage: words.stages.live,
      done: 1,
      reasons: [],
      release: base + 1,
    });
    await Promise.all(
      bundle.publications.map(({ officer, scope }) =>
        audit.write(
          {
            officer,
            scope,
            action: 'release.publish',
            subject: String(base + 1),
            detail: bundle.note.slice(0, 300),
          },
          clock(),
        ),
      ),
    );
    log.info({ number: base + 1, entries: bundle.entries.length }, 'Published');
    await releases.prune(KEPT);
    return null;
  }

  async function publishDrafts(waiting: readonly Publication[]): Promise<void> {
    const bundle = await draftsOf(waiting);
    if (bundle.publications.length === 0) return;
    const reasons = await run(bundle);
    if (reasons === null) return;
    if (bundle.publications.length > 1) {
      // One of them is to blame: each is tried by itself, so that the others need not wait for it.
      for (const publication of bundle.publications) await publishDrafts([publication]);
      return;
    }
    for (const draft of bundle.drafts) await back(draft, reasons.join('\n'));
    await refuse(bundle.publications, reasons);
  }

  return {
    async publishDue() {
      await live.refresh();
      const now = clock();
      const open = (await publications.open()).filter(({ dueAt }) => dueAt <= now);
      const isDraft = ({ what }: Publication): boolean => what.startsWith('draft:');
      try {
        await publishDrafts(open.filter(isDraft));
        for (const publication of open.filter((one) => !isDraft(one))) {
          const reasons = await run(await restoreOf(publication));
          if (reasons !== null) await refuse([publication], reasons);
        }
      } catch (thrown) {
        log.warn({ code: toAppError(thrown).code, err: toAppError(thrown) }, 'A publication broke off');
        throw thrown;
      }
    },
  };
}

/** Releases whose content is kept ready to load; older ones are known by their entries. */
const KEPT = 20;

/** Progress is written once a second at most. */
function throttled(say: (stage: string, done: number) => Promise<void>): Say {
  let last = { stage: '', at: 0 };
  let writing = Promise.resolve();
  return (stage, done) => {
    const now = Date.now();
    if (stage === last.stage && now - last.at < 1000) return;
    last = { stage, at: now };
    writing = writing.then(() => say(stage, done)).catch(() => undefined);
  };
}
