import type { Report } from './contract.ts';
import { words } from './words.vi.ts';

/** A table as files and readers take it: the same figures as the charts. */
export interface ReportTable {
  readonly id: string;
  readonly name: string;
  readonly headings: readonly { readonly text: string; readonly width: number }[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Every table of a report, for Excel and CSV. */
export function tablesOf(report: Report, unitName: (code: string) => string): readonly ReportTable[] {
  const { tables, outcome, aspect, channel, reason } = words;
  const label = (names: Readonly<Record<string, string>>, id: string): string => names[id] ?? id;
  const table = (id: keyof typeof tables, rows: readonly (readonly (string | number)[])[]): ReportTable => {
    const { name, headings } = tables[id];
    return { id, name, headings: headings.map(([text, width]) => ({ text, width })), rows };
  };
  return [
    table(
      'tong',
      Object.entries(words.totals).map(([id, text]) => {
        const count = Object.entries(report.totals).find(([name]) => name === id)?.[1];
        return [text, count?.now ?? 0, count?.before ?? 0];
      }),
    ),
    table(
      'ngay',
      report.byDay.map((day) => [
        day.day.split('-').toReversed().join('/'),
        day.questions,
        day.helped,
        day.notHelped,
        day.begun,
        day.finished,
      ]),
    ),
    table(
      'ket-qua',
      report.outcomes.map(({ outcome: id, count }) => [label(outcome, id), count.now, count.before]),
    ),
    table(
      'chu-de',
      report.topics.map(({ topic, count, doubtful, helped, notHelped }) => [
        topic.name,
        topic.id,
        count.now,
        count.before,
        doubtful,
        helped,
        notHelped,
      ]),
    ),
    table(
      'khia-canh',
      report.aspects.map(({ aspect: id, count }) => [label(aspect, id), count.now, count.before]),
    ),
    table(
      'kenh',
      report.channels.map(({ channel: id, count }) => [label(channel, id), count.now, count.before]),
    ),
    table(
      'don-vi',
      report.units.map(({ unit, count }) => [
        unit === '' ? words.noUnit : unitName(unit),
        unit,
        count.now,
        count.before,
      ]),
    ),
    table(
      'gio',
      report.hours.map((count, hour) => [words.hour(hour), count]),
    ),
    table(
      'thu-tuc',
      report.walks.map(({ procedure, begun, finished, atPapers, stopped }) => [
        procedure.name,
        procedure.id,
        begun.now,
        begun.before,
        finished.now,
        finished.before,
        atPapers,
        stopped,
      ]),
    ),
    table(
      'buoc',
      report.steps.map((one) => [
        one.procedure.name,
        one.step.name,
        one.entered,
        one.stopped,
        one.stuck,
        one.troubles,
        one.confused,
        one.simpler,
        one.differs,
        one.same,
        one.handover,
      ]),
    ),
    table(
      'su-co',
      report.troubles.map(({ trouble, told, solved, stays, other, stopped }) => [
        trouble.name,
        trouble.id,
        told,
        solved,
        stays,
        other,
        stopped,
      ]),
    ),
    table(
      'ly-do',
      report.reasons.map(({ reason: id, count }) => [label(reason, id), count]),
    ),
  ];
}
