import type { z } from 'zod';
import { merge } from '#knowledge/override.ts';
import type { Release } from '#knowledge/release.ts';
import { calendarYearSchema } from '#knowledge/schema/calendar.ts';
import { flowSchema } from '#knowledge/schema/flow.ts';
import { noticeSchema } from '#knowledge/schema/notice.ts';
import { procedureSchema } from '#knowledge/schema/procedure.ts';
import { sourcesSchema } from '#knowledge/schema/source.ts';
import { dossierStateSchema, returnReasonSchema } from '#knowledge/schema/states.ts';
import { textSchema } from '#knowledge/schema/text.ts';
import { topicSchema } from '#knowledge/schema/topic.ts';
import { troubleSchema } from '#knowledge/schema/trouble.ts';
import { unitSchema } from '#knowledge/schema/unit.ts';
import type { Json } from '#root/json.ts';
import { groupOf, without } from './places/json-group.ts';
import type { EntryKey } from './ports.ts';

/**
 * A release with one entry in another wording, for a look at it while it is typed: only its own schema is asked, some
 * milliseconds. null: it is not whole yet. `own`: what units say of a procedure otherwise, by unit.
 */
export function withEntry(
  release: Release,
  key: EntryKey,
  value: Json,
  own: ReadonlyMap<string, Json> = new Map(),
): Release | null {
  const entry = groupOf(value);
  const dates = {
    sources: read(sourcesSchema, entry['sources'] ?? {}) ?? {},
    asOf: typeof entry['asOf'] === 'string' ? entry['asOf'] : null,
    review: typeof entry['review'] === 'string' ? entry['review'] : null,
  };
  switch (key.kind) {
    case 'procedure':
      return withProcedure(release, key, value, own);
    case 'faq':
    case 'topic': {
      const topic = read(topicSchema, {
        id: key.id,
        ...without(entry, 'sources', 'asOf', 'review', 'group'),
      });
      if (topic === null) return null;
      return { ...release, topics: new Map([...release.topics, [key.id, { ...topic, ...dates }]]) };
    }
    case 'trouble': {
      const trouble = read(troubleSchema, { id: key.id, ...without(entry, 'sources', 'asOf', 'review') });
      if (trouble === null) return null;
      const { sources, asOf, review } = dates;
      const dated = { ...trouble, sources, asOf: asOf ?? '1970-01-01', review: review ?? '9999-12-31' };
      return { ...release, troubles: new Map([...release.troubles, [key.id, dated]]) };
    }
    case 'notice': {
      const notice = read(noticeSchema, { id: key.id, ...entry, scope: key.scope });
      if (notice === null) return null;
      return { ...release, notices: [...release.notices.filter(({ id }) => id !== key.id), notice] };
    }
    case 'wording': {
      const text = read(textSchema, value);
      return text === null ? null : { ...release, wording: new Map([...release.wording, [key.id, text]]) };
    }
    case 'unit': {
      const unit = read(unitSchema, { code: key.id, ...without(entry, 'sources') });
      if (unit === null) return null;
      // As when a release is opened: what nobody verified is never shown.
      const contacts = unit.contacts.filter(({ status }) => status === 'verified');
      return { ...release, units: new Map([...release.units, [unit.code, { ...unit, contacts }]]) };
    }
    case 'flow': {
      const flow = read(flowSchema, value);
      return flow === null ? null : { ...release, flow };
    }
    case 'calendar': {
      const year = read(calendarYearSchema, value);
      if (year === null) return null;
      return { ...release, calendar: [...release.calendar.filter((one) => one.year !== year.year), year] };
    }
    case 'state': {
      const state = read(dossierStateSchema, { id: key.id, ...without(entry, 'sources') });
      if (state === null || release.states === null) return null;
      const others = release.states.states.filter(({ id }) => id !== key.id);
      const sources = { ...release.states.sources, ...dates.sources };
      return { ...release, states: { ...release.states, sources, states: [...others, state] } };
    }
    case 'return': {
      const reason = read(returnReasonSchema, { id: key.id, ...without(entry, 'sources') });
      if (reason === null || release.returns === null) return null;
      const others = release.returns.reasons.filter(({ id }) => id !== key.id);
      const sources = { ...release.returns.sources, ...dates.sources };
      return { ...release, returns: { ...release.returns, sources, reasons: [...others, reason] } };
    }
    case 'schematic':
    default:
      return release;
  }
}

/** `value`: of a unit the whole. A new base reaches the units that differ from it too. */
function withProcedure(
  release: Release,
  { scope, id }: EntryKey,
  value: Json,
  own: ReadonlyMap<string, Json>,
): Release | null {
  const procedure = read(procedureSchema, { id, ...groupOf(value), scope });
  if (procedure === null) return null;
  const overrides = new Map([...release.overrides].map(([unit, entries]) => [unit, new Map(entries)]));
  if (scope !== 'base') {
    overrides.set(scope, (overrides.get(scope) ?? new Map()).set(id, procedure));
    return { ...release, overrides };
  }
  for (const [unit, differs] of own) {
    const whole = read(procedureSchema, merge(merge(value, differs), { id, scope: unit }));
    if (whole !== null) overrides.get(unit)?.set(id, whole);
  }
  return { ...release, procedures: new Map([...release.procedures, [id, procedure]]), overrides };
}

function read<T>(schema: z.ZodType<T>, value: unknown): T | null {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
