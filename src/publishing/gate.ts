import type { CompiledRelease } from '#knowledge/release.ts';
import { jsonSchema } from '#root/json.ts';
import { z } from 'zod';
import type { Artifacts } from './artifacts.ts';
import type { Bench } from './bench.ts';
import { badLinks, linksIn } from './links.ts';
import type { LiveHolder } from './live.ts';
import type { PictureStore } from './pictures/repository.ts';
import { pictureWords } from './pictures/words.ts';
import type { Change, Judge, Rates } from './ports.ts';
import type { ReleaseRow, ReleaseStore } from './repository/releases.ts';
import { groupOf } from './places/json-group.ts';
import { words } from './words.ts';
import { worse } from './worse.ts';

/** `done`: 0 to 1 of the whole. */
export type Say = (stage: string, done: number) => void;

export type Passed =
  | { readonly refused: readonly string[] }
  | {
      readonly passed: Pick<ReleaseRow, 'hash' | 'model' | 'figures'> & { readonly told: readonly string[] };
    };

/** What every publication goes through, once for all that waits. Stores what passed; nothing of it is live yet. */
export type Gate = (order: {
  readonly changed: readonly Change[];
  readonly before: readonly Change[];
  readonly after: readonly Change[];
  readonly say: Say;
}) => Promise<Passed>;

export function createGate(rooms: {
  readonly bench: Bench;
  readonly live: LiveHolder;
  readonly judge: Judge;
  readonly store: ReleaseStore;
  readonly artifacts: Artifacts;
  readonly pictures: PictureStore;
}): Gate {
  const { bench, live, judge, store, artifacts, pictures } = rooms;

  /** Of the live release: noted when it was published, else asked now. */
  async function liveRates(say: (done: number) => void): Promise<Rates> {
    const now = live.now();
    const noted = now.number === 0 ? null : await store.find(now.number);
    const rates = ratesSchema.safeParse(noted?.figures ?? null);
    if (rates.success) return rates.data;
    const key = `${now.compiled.hash} ${live.modelName() ?? ''}`;
    if (known?.key !== key) {
      known = { key, rates: await judge({ compiled: now.compiled, model: await now.model() }, say) };
    }
    return known.rates;
  }
  let known: { readonly key: string; readonly rates: Rates } | null = null;

  return async ({ changed, before, after, say }) => {
    say(words.stages.checking, 0.02);
    const known = linksIn((await bench.values()).values());
    const links = changed.flatMap(({ key, value }) =>
      value === null ? [] : badLinks(value, known).map(({ path, says }) => `${key.id}, ${path}: ${says}`),
    );
    if (links.length > 0) return { refused: links };
    const missing = await missingPictures(changed);
    if (missing.length > 0) return { refused: missing };

    const made = await bench.make({ before, after, speak: true }, (stage, done) => {
      const [from, to] = SPANS[stage];
      say(words.stages[stage], from + (to - from) * done);
    });
    if ('faults' in made) {
      return {
        refused: made.faults
          .slice(0, 50)
          .map(({ key, path, says }) => `${key?.id ?? path}, ${path}: ${says}`),
      };
    }
    if (made.strange.length > 0) {
      return {
        refused: made.strange
          .slice(0, 20)
          .map(({ mark, procedure, reply }) => words.strange(mark, procedure, reply.slice(0, 160))),
      };
    }

    say(words.stages.judging, 0.6);
    const model = made.model ?? (await live.now().model());
    const was = await liveRates((done) => say(words.stages.judging, 0.6 + 0.15 * done));
    const is = await judge({ compiled: made.compiled, model }, (done) =>
      say(words.stages.judging, 0.75 + 0.15 * done),
    );
    const reasons = worse(was, is);
    if (reasons.length > 0) return { refused: reasons };

    say(words.stages.storing, 0.92);
    return { passed: await stored(made.compiled, made.told, is, made.model === null ? null : model) };
  };

  /** A step would show nothing: a name that nobody uploaded. */
  async function missingPictures(changed: readonly Change[]): Promise<readonly string[]> {
    const missing: string[] = [];
    for (const { key, value } of changed) {
      const { picture } = key.kind === 'schematic' ? groupOf(value ?? undefined) : {};
      if (typeof picture === 'string' && (await pictures.find(picture)) === null)
        missing.push(pictureWords.missing(key.id));
    }
    return missing;
  }

  async function stored(
    compiled: CompiledRelease,
    told: readonly string[],
    figures: Rates,
    model: Parameters<Artifacts['storeModel']>[0] | null,
  ) {
    await artifacts.storeCompiled(compiled);
    const name = model === null ? live.modelName() : await artifacts.storeModel(model);
    return { hash: compiled.hash, model: name, figures: jsonSchema.parse(figures), told };
  }
}

const SPANS = { checking: [0.02, 0.2], speaking: [0.2, 0.35], training: [0.35, 0.6] } as const;

const shareSchema = z.object({ hits: z.number(), of: z.number() });
export const ratesSchema = z.record(z.string(), z.record(z.string(), shareSchema));
