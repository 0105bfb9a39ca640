import { describe, expect, it } from 'vitest';
import { documentFacts } from '#knowledge/facts/documents.ts';
import { stepsFor } from '#knowledge/facts/steps.ts';
import type { Case } from '#knowledge/facts/fact.ts';
import { lockLines } from '#knowledge/lock.ts';
import { marksIn, strangeIn } from '#publishing/spoken/spoken.ts';
import { sourceBlocks } from '#replies/compose/sources.ts';
import { stepBlock } from '#replies/compose/step.ts';
import { blockText } from '#replies/render-text.ts';
import { voiceOf } from '#replies/wording.ts';
import { aspects, casesOf, productRelease } from './cases.ts';

const { compiled, release } = productRelease();
const lock = lockLines(compiled);
const voice = voiceOf(release.wording, 'vi');

describe.each(compiled.procedures.map((procedure) => [procedure.scope, procedure.id, procedure] as const))(
  'in every reply about %s/%s',
  (_scope, id, procedure) => {
    it.each(aspects)('numbers, codes and forms about %s come from the lock', (aspect) => {
      expect(strangeIn(release, lock, procedure, aspect)).toEqual([]);
    });

    it('every step says which of how many it is', () => {
      const strange: string[] = [];
      for (const at of casesOf(release, procedure, 'steps')) {
        const plans = stepsFor(release, at);
        const common = {
          procedure: id,
          procedureName: '',
          plans,
          done: new Set<string>(),
          brief: false,
          values: {},
        };
        plans.forEach((_, index) => {
          const block = stepBlock(voice, { ...common, at: index, simple: false });
          const place = `Bước ${String(index + 1)}/${String(plans.length)}`;
          if (block !== null && !blockText(block).includes(place)) strange.push(blockText(block));
        });
      }
      expect(strange).toEqual([]);
    });

    it('the dates of its sources are the dates of its entry', () => {
      const at: Case = { procedure: id, answers: {}, channel: null, unit: null, date: procedure.review };
      const known = new Set(
        [
          procedure.asOf,
          ...Object.values(procedure.sources).flatMap(({ title, date, url }) => [title, date, url]),
        ].flatMap((text) => (text === undefined ? [] : marksIn(text))),
      );
      const reply = sourceBlocks(voice, documentFacts(release, at))
        .map((block) => blockText(block))
        .join('\n');
      expect(marksIn(reply).filter((mark) => !known.has(mark))).toEqual([]);
    });
  },
);
