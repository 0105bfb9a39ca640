import type { ActivityRow, TurnStore } from '#turns/ports.ts';

/** What goes over the wire. A set without watermark leaves the client's watermark as it is. */
export interface ActivitySet {
  /** Each as JSON text, as the transcript keeps it. */
  readonly activities: readonly string[];
  readonly watermark?: string;
}

/** A set as JSON text. */
export function textOf({ activities, watermark }: ActivitySet): string {
  const end = watermark === undefined ? '' : `,"watermark":${JSON.stringify(watermark)}`;
  return `{"activities":[${activities.join(',')}]${end}}`;
}

const SET_SIZE = 200;

/**
 * The place that a watermark (the seq as text) stands for. Empty, foreign and unknown ones mean the start:
 * a gap would lose what she wrote, a repetition is dropped by its id.
 */
export async function placeOf(
  store: Pick<TurnStore, 'activitiesAfter'>,
  conversation: string,
  watermark: string,
): Promise<number> {
  const seq = /^\d{1,15}$/.test(watermark) ? Number(watermark) : 0;
  if (seq === 0) return 0;
  const [row] = await store.activitiesAfter(conversation, seq - 1, 1);
  return row?.seq === seq ? seq : 0;
}

/** What a poll gets: everything after its watermark, at most one set. */
export async function setSince(
  store: Pick<TurnStore, 'activitiesAfter'>,
  conversation: string,
  watermark: string,
): Promise<ActivitySet & { readonly watermark: string }> {
  const place = await placeOf(store, conversation, watermark);
  const rows = await store.activitiesAfter(conversation, place, SET_SIZE);
  return toSet(rows, place);
}

/** The watermark is never empty: clients ignore an empty one. */
export function toSet(
  rows: readonly ActivityRow[],
  place: number,
): ActivitySet & { readonly watermark: string } {
  return { activities: rows.map((row) => row.json), watermark: String(rows.at(-1)?.seq ?? place) };
}
