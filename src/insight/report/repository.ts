import { outcomes, type Scope } from '#knowledge/schema/ids.ts';
import { int, run, statement, text, type Database, type Row } from '#store/database.ts';

/** Days of Việt Nam, both ends counted. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export interface Counted {
  readonly count: number;
}

/** Sums of one period, as the tables of counts have them. */
export interface RawFigures {
  readonly byDay: readonly (Counted & { readonly day: string; readonly outcome: string })[];
  readonly topics: readonly (Counted & { readonly topic: string; readonly outcome: string })[];
  readonly aspects: readonly (Counted & { readonly aspect: string })[];
  readonly channels: readonly (Counted & { readonly channel: string })[];
  readonly units: readonly (Counted & { readonly unit: string })[];
  readonly screens: readonly (Counted & {
    readonly topic: string;
    readonly aspect: string;
    readonly outcome: string;
  })[];
  readonly events: readonly EventCount[];
  readonly eventDays: readonly (Counted & {
    readonly day: string;
    readonly event: string;
    /** Where walk-throughs went; empty for other events. */
    readonly place_from: string;
    readonly place_to: string;
  })[];
}

export interface EventCount extends Counted {
  readonly event: string;
  readonly subject: string;
  readonly step: string;
  readonly detail: string;
}

/** An entry that was published. */
export interface PublishedChange {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly at: number;
}

export interface ReportStore {
  /** A unit's scope sees its own alone. */
  readonly figures: (scope: Scope, period: Period) => Promise<RawFigures>;
  readonly published: (scope: Scope, since: number, until: number) => Promise<readonly PublishedChange[]>;
}

const within = `(CAST($1 AS text) = 'base' OR unit = $1) AND day >= $2 AND day <= $3`;
/** Screens are counted in the same table; they are no questions. */
const asked = `${within} AND outcome IN (${outcomes.map((outcome) => `'${outcome}'`).join(', ')})`;
const sum = 'CAST(SUM(count) AS bigint) AS count';

const byDay = statement(
  `SELECT day, outcome, ${sum} FROM daily_count WHERE ${asked} GROUP BY day, outcome ORDER BY day, outcome`,
);
const byTopic = statement(
  `SELECT topic, outcome, ${sum} FROM daily_count WHERE ${asked} GROUP BY topic, outcome ORDER BY topic, outcome`,
);
const byAspect = statement(
  `SELECT aspect, ${sum} FROM daily_count WHERE ${asked} GROUP BY aspect ORDER BY aspect`,
);
const byChannel = statement(
  `SELECT channel, ${sum} FROM daily_count WHERE ${asked} GROUP BY channel ORDER BY channel`,
);
const byUnit = statement(`SELECT unit, ${sum} FROM daily_count WHERE ${asked} GROUP BY unit ORDER BY unit`);
const byScreen = statement(
  `SELECT topic, aspect, outcome, ${sum} FROM daily_count
   WHERE ${within} AND outcome IN ('screen-same', 'screen-differs') GROUP BY topic, aspect, outcome`,
);
const byEvent = statement(
  `SELECT event, subject, step, detail, ${sum} FROM daily_event
   WHERE ${within} GROUP BY event, subject, step, detail ORDER BY event, subject, step, detail`,
);
const byEventDay = statement(
  `SELECT day, event, CASE WHEN event = 'move' THEN step ELSE '' END AS place_from,
     CASE WHEN event = 'move' THEN detail ELSE '' END AS place_to, ${sum}
   FROM daily_event WHERE ${within} AND event IN ('move', 'helped', 'not-helped')
   GROUP BY day, event, CASE WHEN event = 'move' THEN step ELSE '' END,
     CASE WHEN event = 'move' THEN detail ELSE '' END`,
);
const publishedIn = statement(
  `SELECT kind, id, title, note, at FROM entry_version
   WHERE (CAST($1 AS text) = 'base' OR scope = $1 OR scope = 'base') AND at >= $2 AND at < $3 ORDER BY at DESC LIMIT 500`,
);

export function createReportStore({ gate }: Pick<Database, 'gate'>): ReportStore {
  return {
    async figures(scope, { from, to }) {
      const [
        day = [],
        topic = [],
        aspect = [],
        channel = [],
        unit = [],
        screen = [],
        event = [],
        eventDay = [],
      ] = await gate.read(() =>
        run(
          byDay(scope, from, to),
          byTopic(scope, from, to),
          byAspect(scope, from, to),
          byChannel(scope, from, to),
          byUnit(scope, from, to),
          byScreen(scope, from, to),
          byEvent(scope, from, to),
          byEventDay(scope, from, to),
        ),
      );
      return {
        byDay: day.map((row) => counted(row, 'day', 'outcome')),
        topics: topic.map((row) => counted(row, 'topic', 'outcome')),
        aspects: aspect.map((row) => counted(row, 'aspect')),
        channels: channel.map((row) => counted(row, 'channel')),
        units: unit.map((row) => counted(row, 'unit')),
        screens: screen.map((row) => counted(row, 'topic', 'aspect', 'outcome')),
        events: event.map((row) => counted(row, 'event', 'subject', 'step', 'detail')),
        eventDays: eventDay.map((row) => counted(row, 'day', 'event', 'place_from', 'place_to')),
      };
    },
    async published(scope, since, until) {
      const [rows = []] = await gate.read(() => run(publishedIn(scope, since, until)));
      return rows.map((row) => ({
        kind: text(row, 'kind'),
        id: text(row, 'id'),
        title: text(row, 'title'),
        note: text(row, 'note'),
        at: int(row, 'at'),
      }));
    },
  };
}

function counted<Name extends string>(row: Row, ...names: readonly Name[]): Record<Name, string> & Counted;
function counted(row: Row, ...names: readonly string[]): Record<string, string> & Counted {
  const named = Object.fromEntries(names.map((name) => [name, text(row, name)]));
  return Object.assign(named, { count: int(row, 'count') });
}
