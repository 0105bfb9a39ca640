import type { Walk } from './resident.ts';

/** Prints what the residents met; true when the goals are reached. */
export function printReport(walks: readonly Walk[], options: { json: boolean; show: boolean }): boolean {
  const reached = walks.filter((walk) => walk.reached);
  const unsupported = new Set(walks.flatMap((walk) => walk.unsupported));
  const share = walks.length === 0 ? 0 : reached.length / walks.length;
  const firstSteps = walks.flatMap((walk) => (walk.toFirstStep === null ? [] : [walk.toFirstStep]));
  const atOnce = walks.flatMap((walk) =>
    walk.toFirstStep === null || !walk.atOnce ? [] : [walk.toFirstStep],
  );
  const good = share >= 0.95 && median(atOnce) <= 3 && unsupported.size === 0;
  if (options.json) {
    const summary = {
      walks: walks.length,
      reached: reached.length,
      share,
      medianMessagesToFirstStep: median(atOnce),
      medianWithPapersFirst: median(firstSteps),
      medianMessages: median(reached.map((walk) => walk.messages)),
      unsupported: [...unsupported],
      stuckAt: counts(walks),
    };
    console.log(JSON.stringify(summary, null, 2));
    return good;
  }
  for (const key of ['procedure', 'persona'] as const) {
    console.log(`\n${key.padEnd(28)} walks  reached   messages to first step   messages in all (median)`);
    for (const [name, group] of groups(walks, (walk) => walk[key])) {
      const done = group.filter((walk) => walk.reached);
      const first = median(group.flatMap((walk) => (walk.toFirstStep === null ? [] : [walk.toFirstStep])));
      console.log(
        `${name.padEnd(28)} ${String(group.length).padStart(5)}  ${percent(done.length / group.length).padStart(7)}   ${String(first).padStart(22)}   ${String(median(done.map((walk) => walk.messages))).padStart(6)}`,
      );
    }
  }
  console.log(`\nreached the code: ${reached.length} of ${walks.length} (${percent(share)}; goal 95 %)`);
  console.log(
    `messages to the first step, median: ${median(atOnce)} of ${atOnce.length} who began at once (goal 3); ${median(firstSteps)} of all, who also asked for their papers first`,
  );
  for (const [where, count] of Object.entries(counts(walks))) console.log(`gave up at ${where}: ${count}`);
  console.log(`strings that the knowledge does not support: ${unsupported.size} (goal 0)`);
  for (const text of [...unsupported].slice(0, 20)) console.log(`  ${JSON.stringify(text)}`);
  if (options.show)
    for (const walk of walks.filter((w) => !w.reached).slice(0, 5))
      console.log(`\n--- ${walk.procedure} ${walk.persona}\n${walk.transcript.join('\n')}`);
  return good;
}

function counts(walks: readonly Walk[]): Record<string, number> {
  const failed = walks.filter((walk) => walk.stuckAt !== null);
  return Object.fromEntries(
    [...groups(failed, (walk) => walk.stuckAt ?? '')].map(([key, group]) => [key, group.length]),
  );
}

function groups(walks: readonly Walk[], key: (walk: Walk) => string): ReadonlyMap<string, Walk[]> {
  return Map.groupBy(walks, key);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? Number.POSITIVE_INFINITY;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
