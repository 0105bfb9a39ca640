import { createDialogs } from '#dialogs/dialogs.ts';
import { stateSchema, type State } from '#dialogs/state.ts';
import type { Release } from '#knowledge/release.ts';
import { renderText } from '#replies/render-text.ts';
import type { Choice } from '#replies/reply.ts';
import type { Decision, Event, StoredState, TurnContext } from '#turns/ports.ts';
import type { Understanding } from '#understanding/types.ts';

export const NOW = Date.parse('2026-11-22T03:00:00Z');

/** An understanding as the matcher gives it; by default it understood nothing. */
export function understood(part: Partial<Understanding> = {}): Understanding {
  return {
    candidates: [],
    confidence: part.candidates === undefined ? 'unknown' : 'sure',
    outcome: 'unclear',
    fromContext: false,
    aspect: null,
    aspectP: part.aspect == null ? 0 : 0.95,
    option: null,
    command: null,
    units: [],
    second: null,
    national: [],
    because: [],
    ...part,
  };
}

export const about = (topic: string, part: Partial<Understanding> = {}): Understanding =>
  understood({ candidates: [{ topic, p: 0.9 }], outcome: 'answer', ...part });

/** One resident and the pure dialogs, without channel, store or matcher. */
export class Talk {
  release: Release;
  now = NOW;
  last: Decision | null = null;
  stored: StoredState | null = null;
  homeUnit: string | null = '25326';
  private count = 0;
  private lastInAt: number | null = null;
  private readonly dialogs = createDialogs(() => `w${(this.count += 1)}`);

  constructor(release: Release) {
    this.release = release;
  }

  get state(): State {
    return stateSchema.parse(this.stored?.data);
  }

  /** All replies of the last turn as text. */
  get said(): string {
    return (this.last?.replies ?? []).map(renderText).join('\n---\n');
  }

  get choices(): readonly Choice[] {
    return this.last?.replies.at(-1)?.choices ?? [];
  }

  context(): TurnContext {
    return { channel: 'portal', homeUnit: this.homeUnit, lang: 'vi', now: this.now, lastInAt: this.lastInAt };
  }

  event(event: Event, understanding: Understanding | null = null): string {
    this.now += 1000;
    this.last = this.dialogs.decide({
      state: this.stored,
      event,
      understanding,
      secret: null,
      context: this.context(),
      release: this.release,
    });
    // As a store would: through JSON and back.
    this.stored = JSON.parse(JSON.stringify(this.last.state)) as StoredState;
    this.lastInAt = this.now;
    return this.said;
  }

  start(): string {
    return this.event({ kind: 'start' });
  }

  says(text: string, understanding: Understanding = understood()): string {
    return this.event({ kind: 'text', text, masked: [] }, understanding);
  }

  tap(id: string): string {
    return this.event({ kind: 'choice', id, title: id });
  }

  /** Taps the shown choice whose id begins so. */
  tapShown(prefix: string): string {
    const all = (this.last?.replies ?? []).flatMap(({ choices }) => choices);
    const choice = all.find(({ id }) => id.startsWith(prefix));
    if (choice === undefined)
      throw new Error(`no choice ${prefix} among ${all.map(({ id }) => id).join(' ')}`);
    return this.tap(choice.id);
  }

  after(ms: number): this {
    this.now += ms;
    return this;
  }
}
