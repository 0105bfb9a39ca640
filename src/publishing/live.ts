import { openRelease, type CompiledRelease, type Release } from '#knowledge/release.ts';
import { toAppError } from '#root/errors.ts';
import type { Logger } from '#root/logging.ts';
import type { Understand } from '#turns/ports.ts';
import type { Model } from '#understanding/model.ts';
import { createUnderstand } from '#understanding/understand.ts';
import type { Artifacts } from './artifacts.ts';
import type { Live } from './ports.ts';
import type { ReleaseStore } from './repository/releases.ts';

/** What this node serves. It looks twice a second whether another release was published, and swaps as a whole. */
export interface LiveHolder {
  readonly now: () => Live;
  /** The matcher of a release that a turn began with, though another one is live by now. */
  readonly understandOf: (release: Release) => Understand;
  /** Name of the live matcher's artifact; null: the shipped one. */
  readonly modelName: () => string | null;
  /** Looks at once. Rejects where the published release cannot be loaded; what was live stays. */
  readonly refresh: () => Promise<void>;
  /** Called after each swap, before `refresh` resolves. */
  readonly onSwap: (heard: () => Promise<void>) => void;
  readonly start: () => void;
  readonly stop: () => Promise<void>;
}

const EVERY_MS = 500;

export function createLiveHolder(options: {
  readonly shipped: { readonly compiled: CompiledRelease; readonly model: Model };
  readonly store: ReleaseStore;
  readonly artifacts: Artifacts;
  readonly log: Logger;
  readonly everyMs?: number;
}): LiveHolder {
  const { shipped, store, artifacts, log, everyMs = EVERY_MS } = options;
  const matchers = new WeakMap<Release, Understand>();
  const heard: (() => Promise<void>)[] = [];
  let model: { readonly name: string | null; readonly understand: Understand } = {
    name: null,
    understand: createUnderstand(shipped.model),
  };
  let live = liveOf(0, shipped.compiled);
  let looking: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = true;
  /** A release that this version cannot load is said once, not every second. */
  let said = 0;

  function liveOf(number: number, compiled: CompiledRelease): Live {
    const release = openRelease(compiled);
    const { name, understand } = model;
    matchers.set(release, understand);
    return {
      number,
      compiled,
      release,
      understand,
      model: () => (name === null ? Promise.resolve(shipped.model) : artifacts.model(name)),
    };
  }

  async function look(): Promise<void> {
    const newest = await store.pointer();
    // Over other shipped knowledge it says what another version of the product says: that one loads it.
    if (newest === null || newest.number === live.number || newest.shipped !== shipped.compiled.hash) return;
    const compiled =
      newest.hash === live.compiled.hash ? live.compiled : await artifacts.compiled(newest.hash);
    if (newest.model !== model.name) {
      const loaded = newest.model === null ? shipped.model : await artifacts.model(newest.model);
      model = { name: newest.model, understand: createUnderstand(loaded) };
    }
    live = liveOf(newest.number, compiled);
    for (const tell of heard) await tell();
    log.info({ number: newest.number, hash: newest.hash.slice(0, 12) }, 'A release is live');
  }

  const refresh = (): Promise<void> => {
    looking ??= look().finally(() => {
      looking = null;
    });
    return looking;
  };

  async function again(): Promise<void> {
    try {
      await refresh();
      said = 0;
    } catch (thrown) {
      if (Date.now() - said > 60_000) {
        log.warn({ code: toAppError(thrown).code }, 'The newest release cannot be loaded');
        said = Date.now();
      }
    }
    if (!stopped) timer = setTimeout(() => void again(), everyMs);
  }

  return {
    now: () => live,
    understandOf: (release) => matchers.get(release) ?? live.understand,
    modelName: () => model.name,
    refresh,
    onSwap: (tell) => void heard.push(tell),
    start() {
      stopped = false;
      timer = setTimeout(() => void again(), everyMs);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking?.catch(() => undefined);
    },
  };
}
