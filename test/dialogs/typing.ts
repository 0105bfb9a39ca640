import { stateSchema, type State } from '#dialogs/state.ts';
import { renderText } from '#replies/render-text.ts';
import type { Choice } from '#replies/reply.ts';
import type { Conversation, Decision, Event } from '#turns/ports.ts';
import { decideTurn } from '#turns/decide.ts';
import { loadBrain } from '../../src/commands/support/brain.ts';

export const bot = await loadBrain();

/** A resident who types to the bot of the shipped knowledge, with the real matcher, without store or channel. */
export class Typing {
  said = '';
  shown: readonly Choice[] = [];
  effects: Decision['effects'] = [];
  topic: string | null = null;
  private now = Date.parse('2026-11-22T03:00:00Z');
  private conversation: Conversation;

  constructor(homeUnit: string | null = '25326') {
    this.conversation = {
      id: 'c',
      account: { channel: 'terminal', id: 'c', homeUnit },
      lang: 'vi',
      owner: 'bot',
      expects: null,
      state: null,
      lastInAt: null,
      createdAt: this.now,
    };
    this.tell({ kind: 'start' });
  }

  get choices(): readonly string[] {
    return this.shown.map(({ id }) => id);
  }

  get state(): State {
    return stateSchema.parse(this.conversation.state?.data);
  }

  says(...texts: string[]): string {
    for (const text of texts) this.tell({ kind: 'text', ...bot.mask(text) });
    return this.said;
  }

  /** Taps the shown choice whose id begins so. */
  taps(...starts: string[]): string {
    for (const start of starts) {
      const choice = this.shown.find(({ id }) => id.startsWith(start));
      if (choice === undefined) throw new Error(`no choice ${start} among ${this.choices.join(' ')}`);
      this.tell({ kind: 'choice', id: choice.id, title: choice.title });
    }
    return this.said;
  }

  /** Goes on by "Xong", taking first options, until a step's heading is shown. */
  walksTo(heading: string): string {
    for (let turn = 0; turn < 40 && !this.said.includes(heading); turn += 1)
      this.taps(this.choices.some((id) => id.startsWith('q:')) ? 'q:' : 'step:done');
    return this.said;
  }

  private tell(event: Event): void {
    this.now += 20_000;
    const message = {
      inboxId: 'c',
      event,
      secret: null,
      receivedAt: this.now,
      activityId: null,
      attempts: 0,
    };
    const { replies, state, expects, effects, record } = decideTurn(
      bot,
      { conversation: this.conversation, message },
      bot.release,
      this.now,
    );
    this.conversation = { ...this.conversation, state, expects, lastInAt: this.now };
    this.said = replies.map(renderText).join('\n');
    this.shown = replies.at(-1)?.choices ?? [];
    this.effects = effects;
    this.topic = record.topic;
  }
}
