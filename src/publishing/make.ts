import { contentHash } from '#knowledge/canonical.ts';
import { same } from '#knowledge/differences.ts';
import { compareText } from '#knowledge/fault.ts';
import { lockDifference, lockLines } from '#knowledge/lock.ts';
import { openRelease, type CompiledRelease } from '#knowledge/release.ts';
import type { Procedure } from '#knowledge/schema/procedure.ts';
import type { Lexicon } from '#understanding/lexicon.ts';
import type { Model } from '#understanding/model.ts';
import type { NationalLine } from '#understanding/national/line.ts';
import { trainingInput, type TrainingInput } from '#understanding/trainingInput.ts';
import type { Made, MakeOrder, MakeStage } from './bench.ts';
import { aspects } from './spoken/cases.ts';
import { strangeIn } from './spoken/spoken.ts';
import { toldInWords } from './told-in-words.ts';
import type { Workbench } from './workbench.ts';

/** Everything of the gate but the evaluation. Some seconds of work, or half a minute where the matcher learns anew. */
export async function make(
  rooms: {
    readonly workbench: Workbench;
    readonly words: { readonly lexicon: Lexicon; readonly national: readonly NationalLine[] };
    readonly train: (input: TrainingInput) => Promise<Model>;
  },
  { before, after, speak }: MakeOrder,
  say: (stage: MakeStage, done: number) => void,
): Promise<Made> {
  const { workbench, words } = rooms;
  say('checking', 0);
  const is = workbench.compile(after);
  if ('faults' in is) {
    return { faults: workbench.told(after, is.faults).filter(({ severity }) => severity === 'error') };
  }
  say('checking', 0.6);
  const was = workbench.compile(before);
  const old = 'release' in was ? was.release : null;
  const lock = lockLines(is.release);
  const told = lockDifference(old === null ? [] : lockLines(old), lock).map(toldInWords);
  say('checking', 1);

  const release = openRelease(is.release);
  const wanted = speak ? changedProcedures(old, is.release) : [];
  const strange = wanted.flatMap((procedure, i) => {
    say('speaking', i / wanted.length);
    return aspects
      .flatMap((aspect) => strangeIn(release, lock, procedure, aspect))
      .map(({ mark, reply }) => ({ mark, reply, procedure: procedure.id, scope: procedure.scope }));
  });

  const input = trainingInput(release, words.lexicon, words.national);
  const trained =
    old !== null && learns(trainingInput(openRelease(old), words.lexicon, words.national)) === learns(input);
  say('training', 0);
  const model = trained ? null : await rooms.train(input);
  say('training', 1);
  return { compiled: is.release, model, told, strange };
}

/** Procedures that are told otherwise; every one where words or contacts changed that all share. */
function changedProcedures(old: CompiledRelease | null, fresh: CompiledRelease): readonly Procedure[] {
  if (old === null) return fresh.procedures;
  const shared = ['wording', 'flow', 'units', 'glossary', 'calendar'] as const;
  if (shared.some((field) => !same(old[field], fresh[field]))) return fresh.procedures;
  const name = ({ scope, id }: Procedure): string => `${scope} ${id}`;
  const before = new Map(old.procedures.map((procedure) => [name(procedure), procedure]));
  return fresh.procedures.filter((procedure) => !same(before.get(name(procedure)), procedure));
}

/** The same whatever the order of files: an edited topic stands in another one. */
function learns({ topics, ...rest }: TrainingInput): string {
  const sorted = topics.toSorted((a, b) => compareText(a.id, b.id) || compareText(a.kind, b.kind));
  const { covered, national, lexicon, ...others } = rest;
  return contentHash({
    ...others,
    topics: sorted,
    bodies: national.bodies,
    families: lexicon.families,
    covered: [[...covered.byCode], [...covered.byName]],
  });
}
