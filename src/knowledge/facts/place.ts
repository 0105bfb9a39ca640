import { open } from './case.ts';
import { groundsOf, isSure, resolve } from './grounds.ts';
import { remembered } from './remember.ts';
import type { Procedure } from '../schema/procedure.ts';
import type { PlaceFact } from './fact.ts';

/** Where it is handed in, who decides, and how online. null: there is no such procedure. */
export const placeFact = remembered((release, caseOf): PlaceFact | null => {
  const opened = open(release, caseOf);
  if (opened === null) return null;
  const { procedure, at } = opened;
  const { authority, online } = procedure;
  const grounds = groundsOf(procedure, { id: 'place', source: [...authority.source, ...online.source] }, at);
  if (grounds === null) return null;
  const target = (at.unit === null ? undefined : release.units.get(at.unit)) ?? null;
  const onlineSure = isSure(resolve(procedure.sources, online.source));
  return {
    ...grounds,
    sure: isSure(resolve(procedure.sources, authority.source)),
    field: 'place',
    receive: authority.receive,
    decide: authority.decide,
    desk: authority.desk,
    anyCentre: authority.anyCentre,
    byPost: isTakenByPost(procedure),
    target,
    contacts: target?.contacts ?? [],
    online: {
      entry: online.entry,
      level: onlineSure ? online.level : 'unknown',
      search: online.search ?? null,
      url: (onlineSure ? online.url : undefined) ?? null,
    },
  };
});

/** A fee or a time of its own for what comes by post. */
const isTakenByPost = ({ fees, time }: Procedure): boolean =>
  JSON.stringify([...fees, ...time].map(({ when }) => when ?? null)).includes('"channel":"postal"');
