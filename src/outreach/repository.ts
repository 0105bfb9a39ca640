import { newId } from '#root/ids.ts';
import {
  finish,
  int,
  intOrNull,
  oneOf,
  run,
  statement,
  text,
  textOrNull,
  type Database,
  type Row,
  type Statement,
} from '#store/database.ts';
import { channelIds, type Account, type TurnWriter } from '#turns/ports.ts';
import type { Candidate } from './rules.ts';

export interface DuePlan extends Omit<Candidate, 'reachMs'> {
  readonly id: string;
  readonly conversation: string;
  /** The procedure. */
  readonly about: string;
  readonly account: Account;
}

export interface PlanCount {
  readonly what: string;
  readonly status: string;
  readonly count: number;
}

export interface PlanStore {
  due(now: number): Promise<readonly DuePlan[]>;
  settle(id: string, status: 'sent' | 'cancelled', why: string | null, now: number): Promise<void>;
  /** Looked at again at `until`. */
  putOff(id: string, status: 'planned' | 'held', why: string | null, until: number): Promise<void>;
  /** She wants nothing more, or went away. */
  stop(conversation: string, now: number): Promise<void>;
  counts(): Promise<readonly PlanCount[]>;
}

const consent = statement(
  `INSERT INTO consent (conversation, reminders, at) VALUES ($1, $2, $3)
   ON CONFLICT (conversation) DO UPDATE SET reminders = excluded.reminders, at = excluded.at`,
);
/** Planned again it moves; what was sent under its key stays sent. */
const insert = statement(
  `INSERT INTO plan (id, conversation, what, about, dedupe_key, status, due_at, not_before, created_at)
   VALUES ($1, $2, $3, $4, $5, 'planned', $6, $6, $7)
   ON CONFLICT (conversation, dedupe_key) DO UPDATE SET about = excluded.about, status = 'planned', why = NULL,
     due_at = excluded.due_at, not_before = excluded.not_before, created_at = excluded.created_at
   WHERE plan.status <> 'sent'`,
);
const cancelAll = statement(
  `UPDATE plan SET status = 'cancelled', why = 'she does not want it', settled_at = $2
   WHERE conversation = $1 AND status IN ('planned', 'held')`,
);
const waiting = statement(
  `SELECT p.id AS id, p.conversation AS conversation, p.what AS what, p.about AS about, p.due_at AS due_at,
     p.created_at AS created_at, c.channel AS channel, c.account AS account, c.home_unit AS home_unit,
     c.owner AS owner, c.last_in_at AS last_in_at, s.reminders AS reminders
   FROM plan p JOIN conversation c ON c.id = p.conversation LEFT JOIN consent s ON s.conversation = c.id
   WHERE p.status IN ('planned', 'held') AND p.not_before <= $1 ORDER BY p.not_before, p.id LIMIT 100`,
);
const settle = statement(
  `UPDATE plan SET status = $2, why = $3, settled_at = $4 WHERE id = $1 AND status IN ('planned', 'held')`,
);
const putOff = statement(
  `UPDATE plan SET status = $2, why = $3, not_before = $4 WHERE id = $1 AND status IN ('planned', 'held')`,
);
const counted = statement('SELECT what, status, COUNT(*) AS n FROM plan GROUP BY what, status');
const erasePlans = statement('DELETE FROM plan WHERE conversation = $1');
const eraseConsent = statement('DELETE FROM consent WHERE conversation = $1');

/** Writes what she asked for, or asked to be spared, in the transaction of the turn in which she did. */
export function createOutreachWriter(): TurnWriter {
  return {
    write: ({ effects, lease: { conversation }, at }) =>
      effects.flatMap((effect): readonly Statement[] => {
        if (effect.kind === 'no-reminders')
          return [consent(conversation, 0, at), cancelAll(conversation, at)];
        if (effect.kind !== 'plan') return [];
        const { what, about, key, at: dueAt } = effect;
        return [consent(conversation, 1, at), insert(newId(at), conversation, what, about, key, dueAt, at)];
      }),
    erase: (conversation) => [erasePlans(conversation), eraseConsent(conversation)],
  };
}

export function createPlanStore({ gate }: Database): PlanStore {
  const write = (...statements: readonly Statement[]): Promise<void> =>
    gate.write(function* write() {
      yield* finish(...statements);
    });
  return {
    async due(now) {
      const [rows] = await gate.read(() => run(waiting(now)));
      return (rows ?? []).map(toPlan);
    },
    settle: (id, status, why, now) => write(settle(id, status, why, now)),
    putOff: (id, status, why, until) => write(putOff(id, status, why, until)),
    stop: (conversation, now) => write(consent(conversation, 0, now), cancelAll(conversation, now)),
    async counts() {
      const [rows] = await gate.read(() => run(counted()));
      return (rows ?? []).map((row) => ({
        what: text(row, 'what'),
        status: text(row, 'status'),
        count: int(row, 'n'),
      }));
    },
  };
}

function toPlan(row: Row): DuePlan {
  return {
    id: text(row, 'id'),
    conversation: text(row, 'conversation'),
    what: oneOf(row, 'what', ['resume', 'result']),
    about: text(row, 'about'),
    dueAt: int(row, 'due_at'),
    createdAt: int(row, 'created_at'),
    consent: intOrNull(row, 'reminders') === 1,
    lastInAt: intOrNull(row, 'last_in_at'),
    owner: oneOf(row, 'owner', ['bot', 'person', 'closed']),
    account: {
      channel: oneOf(row, 'channel', channelIds),
      id: text(row, 'account'),
      homeUnit: textOrNull(row, 'home_unit'),
    },
  };
}

const dropSettled = statement('DELETE FROM plan WHERE settled_at < $1');

/** Plans that were sent or given up before a time. What still waits stays. */
export const createPlanSweep =
  ({ gate }: Pick<Database, 'gate'>) =>
  (before: number): Promise<void> =>
    gate.write(function* sweep() {
      yield* finish(dropSettled(before));
    });
