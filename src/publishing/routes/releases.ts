import { z } from 'zod';
import { ok } from '#http/answer.ts';
import { noInput, route, type Route } from '#http/route.ts';
import { AppError } from '#root/errors.ts';
import type { Json } from '#root/json.ts';
import { scopeParams } from '#staff/door.ts';
import {
  keySchema,
  publicationsSchema,
  publicationSchema,
  releaseDifferenceSchema,
  releasesSchema,
  restoreBody,
} from '../contract.ts';
import { ratesSchema } from '../gate.ts';
import { keyText } from '../places/place.ts';
import type { EntryKey } from '../ports.ts';
import type { ReleaseRow } from '../repository/releases.ts';
import { waitForGate } from '../wait-for-gate.ts';
import type { Rooms } from './rooms.ts';
import { differenceShapes, draftShape } from './shapes.ts';

const number = z.coerce.number().int().min(0);
const changesSchema = z.array(
  z.object({ key: keySchema, title: z.string(), author: z.string(), approver: z.string() }),
);

/** History, what differs between any two releases, going back, and how far what waits has come. */
export function releaseRoutes(rooms: Rooms): readonly Route[] {
  const { door, audit, drafts, store, entryStore, releases, publications, shelf, clock } = rooms;

  const releaseShape = (row: ReleaseRow) => {
    const listed = changesSchema.safeParse(row.changes);
    const rates = ratesSchema.safeParse(row.figures);
    return {
      number: row.number,
      hash: row.hash,
      publishedAt: row.publishedAt,
      publisher: row.publisher,
      note: row.note,
      live: row.number === rooms.live().number,
      changes: listed.success ? listed.data : [],
      figures: rates.success ? percents(rates.data) : null,
    };
  };

  /** Every edited entry as it was with a release: over what is shipped now. */
  async function stateAt(
    release: number,
  ): Promise<ReadonlyMap<string, { key: EntryKey; title: string; value: Json | null }>> {
    const rows = release === 0 ? [] : await entryStore.overlayAt(release);
    return new Map(
      rows.map(({ key, title, value }) => [
        keyText(key),
        { key, title, value: value ?? shelf().shippedOf(key)?.value ?? null },
      ]),
    );
  }

  return [
    route({
      method: 'GET',
      path: '/api/staff/:scope/publications',
      who: door.holding('view'),
      in: { ...noInput, params: scopeParams },
      out: { 200: publicationsSchema },
      async handler({ params }) {
        const all = await publications.list(100);
        return ok({
          publications: all.filter(({ scope }) => params.scope === 'base' || scope === params.scope),
        });
      },
    }),

    route({
      method: 'GET',
      path: '/api/staff/:scope/publications/:id',
      who: door.holding('view'),
      in: { ...noInput, params: scopeParams.extend({ id: z.string() }) },
      out: { 200: publicationSchema },
      async handler({ params }) {
        const found = await publications.find(params.id);
        if (found === null || (params.scope !== 'base' && found.scope !== params.scope)) {
          throw new AppError('NOT_FOUND');
        }
        return ok(found);
      },
    }),

    route({
      method: 'GET',
      path: '/api/staff/:scope/releases',
      who: door.holding('view'),
      in: { ...noInput, params: scopeParams },
      out: { 200: releasesSchema },
      async handler({ params }) {
        const [rows, approved] = await Promise.all([
          releases.list(200),
          store.listed(['approved'], params.scope === 'base' ? null : params.scope),
        ]);
        const scheduled = approved.filter(({ publishAt }) => publishAt !== null && publishAt > clock());
        return ok({
          releases: rows.map(releaseShape),
          scheduled: scheduled.toSorted((a, b) => (a.publishAt ?? 0) - (b.publishAt ?? 0)).map(draftShape),
          live: rooms.live().number,
        });
      },
    }),

    route({
      method: 'GET',
      path: '/api/staff/:scope/releases/:from/difference/:to',
      who: door.holding('view'),
      in: { ...noInput, params: scopeParams.extend({ from: number, to: number }) },
      out: { 200: releaseDifferenceSchema },
      async handler({ params }) {
        const [before, after] = await Promise.all([stateAt(params.from), stateAt(params.to)]);
        return ok({ entries: differing(before, after) });
      },
    }),

    route({
      method: 'GET',
      path: '/api/staff/:scope/releases/at/:time',
      who: door.holding('view'),
      in: { ...noInput, params: scopeParams.extend({ time: number }) },
      out: { 200: releaseDifferenceSchema },
      /** What would be live at a future time that is not yet: what waits for its time until then. */
      async handler({ params }) {
        const approved = await store.listed(['approved'], params.scope === 'base' ? null : params.scope);
        const due = approved
          .filter(({ publishAt }) => (publishAt ?? 0) <= params.time)
          .toSorted((a, b) => (a.publishAt ?? 0) - (b.publishAt ?? 0));
        const after = new Map(due.map((draft) => [keyText(draft.key), draft]));
        const before = new Map(
          due.map(({ key, title }) => [
            keyText(key),
            { key, title, value: shelf().entry(key)?.value ?? null },
          ]),
        );
        return ok({ entries: differing(before, after) });
      },
    }),

    route({
      method: 'POST',
      path: '/api/staff/:scope/releases/:to/restore',
      who: door.holding('approve'),
      in: { params: scopeParams.extend({ to: number }), query: noInput.query, body: restoreBody },
      out: { 200: publicationSchema },
      async handler({ caller, params, body }) {
        // Going back touches every unit at once.
        if (params.scope !== 'base') throw new AppError('FORBIDDEN', 'the base alone is restored');
        if (params.to > 0 && (await releases.find(params.to)) === null) throw new AppError('NOT_FOUND');
        const now = clock();
        const order = { what: `restore:${String(params.to)}`, scope: params.scope, note: body.note };
        const id = await waitForGate(rooms, caller, { ...order, dueAt: now }, now);
        await audit.write(
          {
            officer: caller.id,
            scope: params.scope,
            action: 'release.restore',
            subject: String(params.to),
            detail: body.note.slice(0, 300),
          },
          now,
        );
        return ok(await publications.find(id));
      },
    }),
  ];

  type State = { readonly key: EntryKey; readonly title: string; readonly value: Json | null };
  function differing(before: ReadonlyMap<string, State>, after: ReadonlyMap<string, State>) {
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
      const of = after.get(id) ?? before.get(id);
      if (of === undefined) return [];
      const shipped = shelf().shippedOf(of.key)?.value ?? null;
      const [was, is] = [before, after].map((side) => drafts.wholeOf(of.key, side.get(id)?.value ?? shipped));
      const found = differenceShapes(was, is);
      return found.length === 0 ? [] : [{ key: of.key, title: of.title, differences: found }];
    });
  }
}

const percents = (rates: z.infer<typeof ratesSchema>) =>
  Object.fromEntries(
    Object.entries(rates).map(([slice, figures]) => [
      slice,
      Object.fromEntries(
        Object.entries(figures).flatMap(([figure, { hits, of }]) =>
          of === 0 ? [] : [[figure, Math.round((1000 * hits) / of) / 10]],
        ),
      ),
    ]),
  );
