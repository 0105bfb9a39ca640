import { describe, expect, it } from 'vitest';
import { addDays } from '#knowledge/dates.ts';
import { aspects, type Aspect } from '#knowledge/schema/ids.ts';
import { productRelease } from '../knowledge/cases.ts';
import { about, Talk } from './talk.ts';

const { release } = productRelease();
const procedures = [...release.procedures.values()];

const WEAKER = 'quá hạn xem lại';
/** What is said about them comes from her dossier or from the flow, not from the entry. */
const NOT_OF_THE_ENTRY: ReadonlySet<Aspect> = new Set(['loi-su-co', 'trang-thai', 'khac']);
const told = aspects.filter((aspect) => !NOT_OF_THE_ENTRY.has(aspect));

/** What she hears about an aspect on a day, and whether facts of the entry are in it. */
function heard(
  procedure: string,
  aspect: Aspect,
  day: string,
): { readonly said: string; readonly facts: number } {
  const talk = new Talk(release);
  talk.now = Date.parse(`${day}T03:00:00Z`);
  talk.says('x', about(procedure, { aspect }));
  const facts = (talk.last?.replies ?? []).flatMap((reply) => reply.facts);
  return { said: talk.said, facts: facts.filter((fact) => fact.startsWith(`${procedure}/`)).length };
}

describe('past its review date', () => {
  it.each(procedures)('$id is told as weaker, on every aspect, and not a day earlier', ({ id, review }) => {
    let answers = 0;
    for (const aspect of told) {
      const after = heard(id, aspect, addDays(review, 1));
      if (after.facts === 0) continue;
      answers += 1;
      const before = heard(id, aspect, review);
      const weaker = { aspect, before: before.said.includes(WEAKER), after: after.said.includes(WEAKER) };
      expect(weaker).toEqual({ aspect, before: false, after: true });
    }
    expect(answers).toBeGreaterThan(2);
  });
});
