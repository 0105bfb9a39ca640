import { openRelease } from '#knowledge/release.ts';
import { createUnderstand } from '#understanding/understand.ts';
import type { Bench } from './bench.ts';
import type { DraftRoom } from './drafts.ts';
import type { LiveHolder } from './live.ts';
import type { Workshop } from './ports.ts';

/** What compiling takes of the time that compiling and training take. */
const COMPILING = 0.3;

/** Makes what would be live with some changes, beside what is live: nothing of it is kept. */
export const createWorkshop = ({
  bench,
  live,
  drafts,
  prepare,
}: {
  readonly bench: Pick<Bench, 'make'>;
  readonly live: Pick<LiveHolder, 'now'>;
  readonly drafts: Pick<DraftRoom, 'over'>;
  readonly prepare: () => Promise<void>;
}): Workshop => ({
  live: live.now,
  async prepare(changes, say) {
    await prepare();
    const before = drafts.over([]);
    const made = await bench.make({ before, after: drafts.over(changes), speak: false }, (stage, done) =>
      say(stage === 'training' ? COMPILING + (1 - COMPILING) * done : COMPILING * done),
    );
    if ('faults' in made) return { faults: made.faults };
    const now = live.now();
    const model = made.model ?? (await now.model());
    return {
      prepared: {
        number: now.number,
        compiled: made.compiled,
        release: openRelease(made.compiled),
        understand: made.model === null ? now.understand : createUnderstand(model),
        model: () => Promise.resolve(model),
      },
    };
  },
});
