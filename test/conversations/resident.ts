import type { Block, Choice, Reply } from '#replies/reply.ts';
import { PortalClient, type Seen } from '../../src/commands/support/portal-client.ts';

/** A resident in a test: what she says, taps and sees, over the portal. */
export class Resident {
  readonly #client: PortalClient;
  #seen: readonly Seen[] = [];

  constructor(url: string) {
    this.#client = new PortalClient(url);
  }

  async arrives(unit: string | null = null): Promise<void> {
    this.#seen = await this.#client.open(unit);
  }

  async says(text: string): Promise<void> {
    this.#seen = await this.#client.type(text);
  }

  /** Taps the choice whose id or title begins so. */
  async taps(start: string): Promise<void> {
    const choice = this.choices.find(({ id, title }) => id.startsWith(start) || title.startsWith(start));
    if (choice === undefined) {
      throw new Error(`no choice "${start}" in ${JSON.stringify(this.choices)}\n${this.text}`);
    }
    this.#seen = await this.#client.tap(choice);
  }

  async tapsOld(id: string): Promise<void> {
    this.#seen = await this.#client.tap({ id, title: 'Xong' });
  }

  async returns(url: string): Promise<void> {
    this.#client.moveTo(url);
    this.#seen = await this.#client.comeBack();
  }

  leaves(): void {
    this.#client.close();
  }

  get text(): string {
    return this.#seen.map((message) => message.text).join('\n');
  }

  get replies(): readonly Reply[] {
    return this.#seen.flatMap(({ reply }) => (reply === null ? [] : [reply]));
  }

  get choices(): readonly Choice[] {
    return this.replies.at(-1)?.choices ?? [];
  }

  get choiceIds(): readonly string[] {
    return this.choices.map(({ id }) => id);
  }

  get step(): Extract<Block, { kind: 'step' }> | null {
    return this.replies.flatMap(({ blocks }) => blocks).findLast((block) => block.kind === 'step') ?? null;
  }

  /** Names of the papers of the last checklist, by whether she must bring them. */
  papers(state: 'needed' | 'not-needed' | 'depends' | 'ask-staff'): readonly string[] {
    const lists = this.replies.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'checklist');
    return lists.flatMap(({ items }) => items.filter((item) => item.state === state).map(({ id }) => id));
  }

  /** Answers the questions of her case by these options, tapping; what is not listed takes its first option. */
  async answers(options: Readonly<Record<string, string>>): Promise<void> {
    for (let asked = 0; asked < 20; asked += 1) {
      const [, question = ''] = this.choiceIds.find((id) => id.startsWith('q:'))?.split(':') ?? [];
      if (question === '') return;
      await this.taps(`q:${question}:${options[question] ?? ''}`);
    }
    throw new Error('the questions do not end');
  }

  /** Answers by first options until this question is asked. */
  async answersUntil(question: string): Promise<void> {
    for (let asked = 0; asked < 20; asked += 1) {
      const current = this.choiceIds.find((id) => id.startsWith('q:'));
      if (current === undefined) throw new Error(`${question} is not asked`);
      if (current.startsWith(`q:${question}:`)) return;
      await this.taps(current);
    }
  }

  /** Walks from the present step to the end; returns what each step said as `k/N`. */
  async walks(options: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
    const shown: string[] = [];
    for (let turn = 0; turn < 60; turn += 1) {
      await this.answers(options);
      if (this.step !== null) {
        if (!this.text.includes(`Bước ${this.step.number}/${this.step.total}`))
          throw new Error(`no place in: ${this.text}`);
        shown.push(`${this.step.number}/${this.step.total}`);
      }
      const done = this.choiceIds.find((id) => id.startsWith('step:done') || id.startsWith('unit:'));
      if (done === undefined) return shown;
      await this.taps(done);
    }
    throw new Error('the steps do not end');
  }
}
