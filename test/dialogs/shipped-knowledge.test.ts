import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileKnowledge } from '#knowledge/compile.ts';
import { lockKey, lockLines } from '#knowledge/lock.ts';
import { openRelease } from '#knowledge/release.ts';
import { aspects } from '#knowledge/schema/ids.ts';
import { about, Talk } from './talk.ts';

const compiled = compileKnowledge(new URL('../../data', import.meta.url).pathname);
if (!('release' in compiled)) throw new Error(compiled.faults.map(({ message }) => message).join('\n'));
const release = openRelease(compiled.release);
const locked = new Set(lockLines(compiled.release).map(lockKey));
const procedures = [...release.procedures.keys()];

/** Nothing unfilled, nothing without words, every fact named is one of the lock. */
function check(talk: Talk): void {
  expect(talk.said).not.toMatch(/\{[a-z]+\}|undefined|\[object/);
  for (const reply of talk.last?.replies ?? [])
    for (const fact of reply.facts) expect(locked).toContain(fact);
}

describe('the shipped knowledge', () => {
  it.each(procedures)('%s: any answers lead through every step to the code', (procedure) => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(5)), (picks) => {
        const talk = new Talk(release);
        talk.says('x', about(procedure));
        talk.tapShown('offer:start');
        expect(talk.said).toMatch(/Bước 1\//);
        for (let turn = 0; turn < 60 && talk.state.walkthroughs[0]?.mode !== 'finished'; turn += 1) {
          check(talk);
          const questions = talk.choices.filter(({ id }) => id.startsWith('q:'));
          const pick = questions[(picks.next().value ?? 0) % Math.max(1, questions.length)];
          talk.tap(pick?.id ?? talk.choices[0]?.id ?? '');
        }
        expect(talk.said).toContain('mã hồ sơ');
      }),
      { numRuns: 12 },
    );
  });

  it.each(procedures)(
    '%s: any answers lead to a checklist with fee, time, place, result and source',
    (procedure) => {
      fc.assert(
        fc.property(fc.infiniteStream(fc.nat(5)), (picks) => {
          const talk = new Talk(release);
          talk.says('x', about(procedure));
          talk.tapShown('offer:papers');
          for (let turn = 0; turn < 30 && talk.state.pending?.kind === 'question'; turn += 1) {
            check(talk);
            talk.tap(talk.choices[(picks.next().value ?? 0) % talk.choices.length]?.id ?? '');
          }
          check(talk);
          for (const part of ['Lệ phí', 'Thời gian', 'Nơi nộp', 'Kết quả', 'Nguồn', 'tính đến'])
            expect(talk.said).toContain(part);
        }),
        { numRuns: 12 },
      );
    },
  );

  it.each(procedures)('%s: every aspect is answered', (procedure) => {
    for (const aspect of aspects) {
      const talk = new Talk(release);
      talk.says('x', about(procedure, { aspect }));
      check(talk);
      expect(talk.last?.record.topic).toBe(procedure);
    }
  });

  it('every trouble is told to its end', () => {
    for (const id of release.troubles.keys()) {
      const talk = new Talk(release);
      talk.says('x', about(`trouble:${id}`));
      for (
        let turn = 0;
        turn < 9 && talk.choices.some((choice) => choice.id.startsWith('fix:no'));
        turn += 1
      ) {
        check(talk);
        talk.tapShown('fix:no');
      }
      expect(talk.said).toContain('☎');
    }
  });
});
