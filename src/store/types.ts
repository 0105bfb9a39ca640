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
  entry: EntryTable;
  entry_version: EntryVersionTable;
  draft: DraftTable;
  publication: PublicationTable;
  job: JobTable;
  handover: HandoverTable;
  feedback: FeedbackTable;
  insight_run: InsightRunTable;
  channel_token: ChannelTokenTable;
  consent: ConsentTable;
  plan: PlanTable;
  carry: CarryTable;
  carry_try: CarryTryTable;
  evaluation_question: EvaluationQuestionTable;
  daily_event: DailyEventTable;
  staff_account: StaffAccountTable;
  staff_grant: StaffGrantTable;
  staff_session: StaffSessionTable;
  staff_recovery: StaffRecoveryTable;
  staff_link: StaffLinkTable;
  staff_try: StaffTryTable;
  audit: AuditTable;
  link_state: LinkStateTable;
  freshness_work: FreshnessWorkTable;
  picture: PictureTable;
}

export interface PictureTable {
  id: string;
  type: string;
  body: string;
  stored_at: number;
}

export interface LinkStateTable {
  url: string;
  state: string;
  detail: string;
  looked_at: number;
  failures: number;
  failing_since: number | null;
}

export interface FreshnessWorkTable {
  kind: string;
  scope: string;
  id: string;
  taken_by: string | null;
  taken_name: string | null;
  taken_at: number | null;
  confirmed_name: string | null;
  confirmed_at: number | null;
  confirmed_hash: string | null;
}

export interface StaffAccountTable {
  id: string;
  email: string;
  name: string;
  password_hash: string;
  totp_sealed: string | null;
  totp_new_sealed: string | null;
  totp_step: Generated<number>;
  disabled_at: number | null;
  created_at: number;
  last_in_at: number | null;
}

export interface StaffGrantTable {
  account: string;
  scope: string;
  role: string;
  granted_by: string;
  at: number;
}

export interface StaffSessionTable {
  id: string;
  token_hash: string;
  account: string;
  second_factor: number;
  address: string;
  agent: string;
  created_at: number;
  seen_at: number;
  expires_at: number;
}

export interface StaffRecoveryTable {
  account: string;
  code_hash: string;
}

export interface StaffLinkTable {
  id: string;
  token_hash: string;
  kind: string;
  account: string | null;
  email: string;
  name: string;
  grants: string;
  made_by: string;
  created_at: number;
  expires_at: number;
}

export interface StaffTryTable {
  what: string;
  failures: number;
  last_at: number;
  blocked_until: number;
}

export interface AuditTable {
  seq: number;
  at: number;
  officer: string;
  scope: string;
  action: string;
  subject: string;
  detail: string;
  /** Hash of the line before. */
  previous: string;
  hash: string;
}

export interface EvaluationQuestionTable {
  scope: string;
  id: string;
  text: string;
  topic: string;
  aspect: string | null;
  updated_at: number;
}

export interface DailyEventTable {
  day: string;
  unit: string;
  channel: string;
  event: string;
  subject: string;
  step: string;
  detail: string;
  count: number;
}

export interface CarryTable {
  code_hash: string;
  state: string;
  state_v: number;
  expires_at: number;
  used_by: string | null;
  made_in: string | null;
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
  reviewed: string | null;
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
  shipped?: string | null;
  model?: string | null;
  figures?: string | null;
  changes?: string | null;
  publisher?: string | null;
}

export interface EntryTable {
  kind: string;
  scope: string;
  id: string;
  version: number;
  title: string;
  value: string | null;
  shipped: string | null;
  updated_at: number;
}

export interface EntryVersionTable extends Omit<EntryTable, 'updated_at'> {
  release: number;
  author: string;
  approver: string;
  note: string;
  at: number;
}

export interface DraftTable {
  id: string;
  kind: string;
  scope: string;
  entry_id: string;
  title: string;
  author: string;
  author_name: string;
  status: string;
  value: string | null;
  based_on: string | null;
  base: string | null;
  rev: number;
  note: string;
  publish_at: number | null;
  reviewer: string | null;
  reviewer_name: string | null;
  review_note: string | null;
  created_at: number;
  updated_at: number;
}

export interface PublicationTable {
  id: string;
  what: string;
  scope: string;
  status: string;
  stage: string;
  done: number;
  reasons: string;
  officer: string;
  officer_name: string;
  note: string;
  due_at: number;
  release: number | null;
  created_at: number;
  updated_at: number;
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
  reviewed: string | null;
}

export interface InsightRunTable {
  id: string;
  scope: string;
  kind: string;
  status: string;
  done: number;
  result: string | null;
  created_at: number;
  updated_at: number;
}
