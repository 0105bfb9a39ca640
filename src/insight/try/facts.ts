import { lockKey, lockLines, type LockLine } from '#knowledge/lock.ts';
import type { CompiledRelease } from '#knowledge/release.ts';
import type { Source } from '#knowledge/schema/source.ts';

/** A fact that a reply rests on, with its sources as they stand in the entry. */
export interface ToldFact {
  readonly key: string;
  /** null: of no procedure. */
  readonly procedure: string | null;
  readonly field: string;
  readonly asOf: string | null;
  readonly basis: LockLine['basis'];
  readonly sources: readonly {
    readonly title: string;
    readonly url: string | null;
    readonly date: string | null;
  }[];
}

const opened = new WeakMap<CompiledRelease, ReturnType<typeof open>>();

/** What stands behind the keys of a reply, for a unit: its own line before the shared one. Unknown keys are left out. */
export function factsBehind(
  compiled: CompiledRelease,
  keys: readonly string[],
  unit: string | null,
): readonly ToldFact[] {
  let known = opened.get(compiled);
  if (known === undefined) opened.set(compiled, (known = open(compiled)));
  const { lines, sources } = known;
  return [...new Set(keys)].flatMap((key) => {
    const found = lines.get(key);
    const line = found?.find(({ scope }) => scope === unit) ?? found?.find(({ scope }) => scope === 'base');
    if (line === undefined) return [];
    return [
      {
        key,
        procedure: line.procedure === '*' ? null : line.procedure,
        field: line.field,
        asOf: line.asOf,
        basis: line.basis,
        sources: line.sources.map((title) => {
          const source = sources.get(title);
          return { title, url: source?.url ?? null, date: source?.date ?? null };
        }),
      },
    ];
  });
}

function open(compiled: CompiledRelease): {
  readonly lines: ReadonlyMap<string, readonly LockLine[]>;
  readonly sources: ReadonlyMap<string, Source>;
} {
  const { procedures, troubles, faq, topics, units, flow } = compiled;
  const files = [...procedures, ...troubles, ...faq, topics, units, flow];
  const sources = files.flatMap((file) => Object.values(file.sources ?? {}));
  return {
    lines: Map.groupBy(lockLines(compiled), lockKey),
    sources: new Map(sources.map((source) => [source.title, source])),
  };
}
