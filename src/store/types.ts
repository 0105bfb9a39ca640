import type { Generated } from 'kysely';

/**
 * The tables, in types that both engines have: ids are UUIDv7 text, times epoch milliseconds,
 * JSON is text, flags are 0 or 1. Only the owner named in docs/decisions/003-tables.md writes a table.
 */
export interface Tables {
  conversation: ConversationTable;
  inbox: InboxTable;
  outbox: OutboxTable;
  activity: ActivityTable;
  walkthrough: WalkthroughTable;
  question: QuestionTable;
  daily_count: DailyCountTable;
  release: ReleaseTable;
  release_artifact: ReleaseArtifactTable;
  job: JobTable;
  handover: HandoverTable;
  feedback: FeedbackTable;
  channel_token: ChannelTokenTable;
  consent: ConsentTable;
  plan: PlanTable;
  carry: CarryTable;
  carry_try: CarryTryTable;
}

export interface CarryTable {
  code_hash: string;
  state: string;
  state_v: number;
  expires_at: number;
  used_by: string | null;
  created_at: number;
}

export interface CarryTryTable {
  conversation: string;
  tries: number;
  since: number;
}

export interface ConsentTable {
  conversation: string;
  reminders: number;
  at: number;
}

export interface PlanTable {
  id: string;
  conversation: string;
  what: string;
  about: string;
  dedupe_key: string;
  status: string;
  due_at: number;
  not_before: number;
  why: string | null;
  created_at: number;
  settled_at: number | null;
}

export interface ChannelTokenTable {
  channel: string;
  account: string;
  access_sealed: string;
  refresh_sealed: string;
  before_sealed: string | null;
  expires_at: number;
  refresh_expires_at: number;
  refused: string | null;
  lease_owner: string | null;
  lease_until: number;
  fence: Generated<number>;
  updated_at: number;
}

export interface ConversationTable {
  id: string;
  channel: string;
  account: string;
  /** HMAC-SHA-256 of channel, account and person, hex. */
  person_hash: string;
  /** AES-256-GCM of the person's id, for sending. */
  person_sealed: string;
  home_unit: string | null;
  lang: string;
  owner: string;
  expects: string | null;
  state: string | null;
  state_v: number | null;
  lease_owner: string | null;
  lease_until: number;
  fence: number;
  next_seq: number;
  last_at: Generated<number>;
  last_in_at: number | null;
  window_until: number | null;
  paused_until: number | null;
  created_at: number;
}

export interface InboxTable {
  id: string;
  conversation: string;
  dedupe_key: string;
  event: string;
  secret_sealed: string | null;
  activity_id: string | null;
  seq: Generated<number>;
  status: string;
  attempts: Generated<number>;
  not_before: number;
  received_at: number;
  turn: string | null;
}

export interface OutboxTable {
  id: string;
  conversation: string;
  turn: string | null;
  position: number;
  channel: string;
  account: string;
  reply: string;
  status: string;
  attempts: Generated<number>;
  not_before: number;
  lease_owner: string | null;
  lease_until: number;
  fence: Generated<number>;
  uncertain: Generated<number>;
  external_id: string | null;
  origin: Generated<string>;
  why: string | null;
  created_at: number;
}

export interface ActivityTable {
  conversation: string;
  seq: number;
  id: string;
  kind: string;
  activity: string;
  at: number;
}

export interface WalkthroughTable {
  id: string;
  conversation: string;
  procedure: string;
  target_unit: string | null;
  answers: string;
  done: string;
  state: string;
  release: string;
  updated_at: number;
}

export interface QuestionTable {
  turn: string;
  conversation: string;
  unit: string | null;
  channel: string;
  outcome: string;
  topic: string | null;
  aspect: string | null;
  p: number;
  alternatives: string;
  release: string;
  text: string | null;
  at: number;
}

export interface DailyCountTable {
  day: string;
  unit: string;
  channel: string;
  outcome: string;
  topic: string;
  aspect: string;
  count: number;
}

export interface ReleaseTable {
  number: number;
  hash: string;
  published_at: number;
  note: string;
}

export interface ReleaseArtifactTable {
  hash: string;
  kind: string;
  body: string;
}

export interface JobTable {
  id: string;
  kind: string;
  dedupe_key: string;
  payload: string;
  status: string;
  attempts: Generated<number>;
  not_before: number;
  lease_owner: string | null;
  lease_until: number;
  fence: Generated<number>;
  created_at: number;
}

export interface HandoverTable {
  id: string;
  conversation: string;
  reason: string;
  status: string;
  created_at: number;
}

export interface FeedbackTable {
  id: string;
  conversation: string;
  helped: number;
  about: string;
  at: number;
}
