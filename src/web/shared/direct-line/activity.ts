import { isRecord, isText } from '../guard.ts';

/** An activity as a page needs it, read once at the edge. Fields that were not as expected are absent. */
export interface Activity {
  readonly id: string;
  readonly type: string;
  /** Server clock, ISO UTC; strictly increasing in a conversation. */
  readonly timestamp: string;
  readonly text: string;
  /** Written by the resident (on this or another device). */
  readonly mine: boolean;
  readonly clientId: string | null;
  readonly replyToId: string | null;
  readonly channelData: Readonly<Record<string, unknown>>;
  readonly actions: readonly SuggestedAction[];
}

export interface SuggestedAction {
  readonly title: string;
  /** What is sent as text when tapped. */
  readonly value: string;
}

export interface ActivitySet {
  readonly activities: readonly Activity[];
  readonly watermark: string | null;
}

/** null: not an ActivitySet at all. Single activities that cannot be read are left out. */
export function readActivitySet(value: unknown): ActivitySet | null {
  if (!isRecord(value) || !Array.isArray(value['activities'])) return null;
  const activities: Activity[] = [];
  for (const item of value['activities']) {
    const activity = readActivity(item);
    if (activity !== null) activities.push(activity);
  }
  const watermark = value['watermark'];
  return { activities, watermark: isText(watermark) && watermark !== '' ? watermark : null };
}

function readActivity(value: unknown): Activity | null {
  if (!isRecord(value) || !isText(value['type'])) return null;
  const channelData = isRecord(value['channelData']) ? value['channelData'] : {};
  const from = isRecord(value['from']) ? value['from'] : {};
  const clientId = isText(channelData['clientActivityID']) ? channelData['clientActivityID'] : null;
  const id = isText(value['id']) ? value['id'] : '';
  // Only what passes by, such as `typing`, may come without an id.
  if (id === '' && value['type'] === 'message') return null;
  return {
    id,
    type: value['type'],
    timestamp: isText(value['timestamp']) ? value['timestamp'] : '',
    text: isText(value['text']) ? value['text'] : '',
    mine: from['role'] === 'user' || (from['role'] !== 'bot' && clientId !== null),
    clientId,
    replyToId: isText(value['replyToId']) ? value['replyToId'] : null,
    channelData,
    actions: readActions(value['suggestedActions']),
  };
}

function readActions(value: unknown): SuggestedAction[] {
  if (!isRecord(value) || !Array.isArray(value['actions'])) return [];
  const actions: SuggestedAction[] = [];
  for (const action of value['actions']) {
    if (!isRecord(action) || !isText(action['title'])) continue;
    const sent = action['value'];
    actions.push({ title: action['title'], value: isText(sent) ? sent : action['title'] });
  }
  return actions;
}
