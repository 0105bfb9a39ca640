import { createCountsWriter } from '#insight/counts/repository.ts';
import { createInsightWriter } from '#insight/repository.ts';
import { createDialogs } from '#dialogs/dialogs.ts';
import type { Release } from '#knowledge/release.ts';
import { say } from '#knowledge/schema/text.ts';
import type { Database } from '#store/database.ts';
import { turnCommit } from '#turns/commit.ts';
import { decideTurn } from '#turns/decide.ts';
import type { ChannelId, Decision, Event } from '#turns/ports.ts';
import { createTurnStore } from '#turns/repository.ts';
import type { Understanding } from '#understanding/types.ts';
import { newId } from '#root/ids.ts';
import { chanceFrom, type Chance } from '../simulate/random.ts';

export interface LiveMonthOptions {
  readonly database: Database;
  readonly release: Release;
  /** Epoch ms: midnight of the first day. */
  readonly from: number;
  readonly days: number;
  /** Conversations a day, about. */
  readonly residents: number;
  readonly seed: number;
  readonly units: readonly string[];
  /** How many turns were taken so far. */
  readonly say?: (turns: number) => void;
}

const DAY_MS = 24 * 3_600_000;
const LEASE_MS = 60_000;
const channels: readonly ChannelId[] = ['portal', 'portal', 'portal', 'zalo', 'messenger'];
/** When people write: seldom at night, most in the morning and after supper. */
const hours = [6, 7, 8, 8, 9, 9, 10, 10, 11, 13, 14, 14, 15, 16, 17, 19, 20, 20, 21, 22];

/**
 * Lets made-up residents talk to the bot through some days, as fast as the database takes it, and leaves what their
 * turns leave: for looking at the report, and for adding it up in a test. What they mean is made up too, so that
 * no matcher is needed; everything behind it is the product. Gives the number of turns.
 */
export async function liveMonth(options: LiveMonthOptions): Promise<number> {
  const { database, release, days, residents } = options;
  const store = createTurnStore({
    database,
    sealKey: 'a'.repeat(64),
    writers: [createInsightWriter(), createCountsWriter()],
  });
  const chance = chanceFrom(options.seed);
  const dialogs = createDialogs();
  let turns = 0;

  async function turn(
    account: { channel: ChannelId; id: string; homeUnit: string | null },
    person: string,
    event: Event,
    meant: Understanding,
    now: number,
  ): Promise<Decision> {
    const accepted = await store.accept(
      {
        account,
        person,
        conversation: null,
        dedupeKey: newId(now),
        event,
        secret: null,
        activity: null,
        receivedAt: now,
      },
      { owner: 'demo', now, leaseMs: LEASE_MS },
    );
    const work = accepted.work ?? (await store.take('demo', now, LEASE_MS, accepted.conversation));
    if (work === null) throw new Error('the conversation is held by somebody');
    const decision = decideTurn({ understand: () => meant, dialogs }, work, release, now);
    const context = { work, now, release: release.hash, giveBack: true, delivery: () => 'pull' as const };
    await store.commit(turnCommit({ decision, transcript: [] }, context));
    turns += 1;
    if (turns % 500 === 0) options.say?.(turns);
    return decision;
  }

  for (let day = 0; day < days; day += 1) {
    const busy = 0.5 + chance.next();
    for (let one = 0; one < residents * busy; one += 1) {
      const unit = chance.pick(options.units) ?? null;
      const account = { channel: chance.pick(channels) ?? 'portal', id: unit ?? 'city', homeUnit: unit };
      const person = `demo-${String(day)}-${String(one)}`;
      let now =
        options.from + day * DAY_MS + (chance.pick(hours) ?? 9) * 3_600_000 + chance.next() * 3_500_000;
      let decision = await turn(account, person, { kind: 'start' }, nothing, Math.floor(now));
      const patience = 3 + Math.floor(chance.next() * 28);
      for (let step = 0; step < patience; step += 1) {
        now += 4000 + chance.next() * 50_000;
        const { event, meant } = nextOf(decision, release, chance, step);
        decision = await turn(account, person, event, meant, Math.floor(now));
      }
    }
  }
  return turns;
}

const nothing: Understanding = {
  candidates: [],
  confidence: 'unknown',
  outcome: 'unclear',
  fromContext: false,
  aspect: null,
  aspectP: 0,
  option: null,
  command: null,
  units: [],
  second: null,
  national: [],
  because: [],
};

interface Act {
  readonly event: Event;
  readonly meant: Understanding;
}

/** Mostly what the buttons offer, the main one first; now and then something typed. */
function nextOf(decision: Decision, release: Release, chance: Chance, step: number): Act {
  const choices = decision.replies.at(-1)?.choices ?? [];
  const main = choices.find(({ style }) => style === 'primary');
  if (step > 0 && choices.length > 0 && !chance.hits(0.15)) {
    const choice = chance.hits(0.6) ? (main ?? chance.pick(choices)) : chance.pick(choices);
    if (choice !== undefined)
      return { event: { kind: 'choice', id: choice.id, title: choice.title }, meant: nothing };
  }
  return typed(release, chance);
}

/** Some matters are asked much more often than others. */
function typed(release: Release, chance: Chance): Act {
  const kinds = [
    release.procedures,
    release.procedures,
    release.procedures,
    release.troubles,
    release.topics,
  ];
  const entries = [...(chance.pick(kinds) ?? release.procedures).entries()];
  const [id = '', entry] = entries[Math.floor(chance.next() ** 3 * entries.length)] ?? [];
  const title = entry === undefined ? '' : say('name' in entry ? entry.name : entry.title);
  const text = chance.pick(entry?.phrases ?? []) ?? title;
  const topic = release.troubles.has(id) ? `trouble:${id}` : id;
  const p = chance.next();
  const sure = p > 0.25;
  const aspect = chance.hits(0.4)
    ? (chance.pick(['ho-so', 'le-phi', 'thoi-han', 'noi-nop', 'loi-su-co'] as const) ?? null)
    : null;
  return {
    event: { kind: 'text', text, masked: [] },
    meant: {
      ...nothing,
      candidates: [{ topic, p: sure ? 0.9 : p }],
      confidence: sure ? 'sure' : p > 0.1 ? 'unsure' : 'unknown',
      outcome: sure ? 'answer' : 'unclear',
      aspect,
      aspectP: aspect === null ? 0 : 0.9,
    },
  };
}
