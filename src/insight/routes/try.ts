import { ok } from '#http/answer.ts';
import { noInput, route, type Route } from '#http/route.ts';
import { scopeParams } from '#staff/door.ts';
import { triedSchema, trySchema, type TriedView } from '../contract.ts';
import { namer, unitOf, type InsightParts } from '../parts.ts';
import type { Tried } from '../ports.ts';
import { factsBehind } from '../try/facts.ts';

/** Asking the bot as a resident would, and seeing why it answers so. Nothing of it is logged or counted. */
export function tryRoutes(parts: InsightParts): readonly Route[] {
  const { door, workshop, tryIt, clock } = parts;
  return [
    route({
      method: 'POST',
      path: '/api/staff/:scope/insight/try',
      who: door.holding('view'),
      in: { ...noInput, params: scopeParams, body: trySchema },
      out: { 200: triedSchema },
      limit: { points: 120, seconds: 60, key: ({ id }) => id },
      handler: ({ params: { scope }, body: { text, topic, unit: wanted, date } }) => {
        const unit = unitOf(scope) ?? unitOf(wanted ?? 'base');
        const live = workshop.live();
        const tried = tryIt(live, { text, topic, unit, now: date === null ? clock() : noonOf(date) });
        const keys = tried.replies.flatMap(({ facts }) => facts);
        return ok(viewOf(tried, factsBehind(live.compiled, keys, unit), namer(parts), live.release.units));
      },
    }),
  ];
}

/** Noon in Việt Nam. */
const noonOf = (date: string): number => Date.parse(`${date}T12:00:00+07:00`);

function viewOf(
  { text, masked, understanding, record, replies }: Tried,
  facts: ReturnType<typeof factsBehind>,
  named: ReturnType<typeof namer>,
  units: ReadonlyMap<string, { readonly name: string; readonly type: string }>,
): TriedView {
  const { confidence, aspectP, fromContext, because, candidates, national, command } = understanding;
  return {
    text,
    masked: [...masked],
    outcome: record.outcome,
    topic: record.topic === null ? null : named(record.topic),
    aspect: record.aspect,
    p: record.p,
    confidence,
    aspectP,
    fromContext,
    because: [...because],
    candidates: candidates.map(({ topic, p }) => ({ topic: named(topic), p })),
    national: national.slice(0, NATIONAL).map(({ code, name, kind, body, explains }) => ({
      code,
      name,
      kind,
      body,
      explains,
    })),
    units: understanding.units.map(({ unit, said, former }) => {
      const known = units.get(unit);
      return { name: known === undefined ? unit : `${known.type} ${known.name}`, said, former };
    }),
    command,
    replies: [...replies],
    facts: facts.map(({ procedure, sources, ...fact }) => ({
      ...fact,
      procedure: procedure === null ? null : named(procedure),
      sources: [...sources],
    })),
  };
}

const NATIONAL = 3;
