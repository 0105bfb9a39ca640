import { z } from 'zod';
import { replySchema, type Reply } from '#replies/reply.ts';

/** One bot message as a page sees it. */
export interface Seen {
  readonly text: string;
  readonly reply: Reply | null;
  readonly replyTo: string | null;
}

const activitySchema = z.looseObject({
  type: z.string(),
  id: z.string().optional(),
  text: z.string().optional(),
  replyToId: z.string().optional(),
  from: z.looseObject({ role: z.string().optional() }).optional(),
  channelData: z.looseObject({ reply: z.unknown().optional() }).optional(),
});
const activitySetSchema = z.object({ activities: z.array(activitySchema), watermark: z.string().optional() });
const tokenSchema = z.object({ conversationId: z.string(), token: z.string() });
const startSchema = z.object({ conversationId: z.string(), token: z.string(), streamUrl: z.string() });

/** How long after the last bot message a turn counts as complete, ms. Replies of one turn arrive together. */
const QUIET_MS = 25;
const PATIENCE_MS = 20_000;

/** A resident's connection over Direct Line 3.0, as her phone would open it. */
export class PortalClient {
  #base: string;
  #token = '';
  #conversation = '';
  #watermark = '';
  #socket: WebSocket | null = null;
  #arrived: Seen[] = [];
  #wake: () => void = () => undefined;
  #counter = 0;

  constructor(base: string) {
    this.#base = base;
  }

  /** For calls beside the conversation's own. */
  get token(): string {
    return this.#token;
  }

  /** The server moved, as after a restart on another port. */
  moveTo(base: string): void {
    this.#base = base;
  }

  /** Opens a conversation and returns the greeting. */
  async open(unit: string | null): Promise<readonly Seen[]> {
    const token = tokenSchema.parse(await this.#post('/api/portal/token', unit === null ? {} : { unit }));
    this.#token = token.token;
    const start = startSchema.parse(await this.#post('/v3/directline/conversations', { user: {} }));
    this.#token = start.token;
    this.#conversation = start.conversationId;
    await this.#listen(start.streamUrl);
    return this.#turn();
  }

  /** Loses the connection and comes back later, as after a closed lid. What was missed is returned. */
  async reconnect(): Promise<readonly Seen[]> {
    this.close();
    const path = `/v3/directline/conversations/${this.#conversation}?watermark=${this.#watermark}`;
    const response = await fetch(`${this.#base}${path}`, { headers: this.#headers() });
    const again = startSchema.parse(await response.json());
    this.#token = again.token;
    await this.#listen(again.streamUrl);
    return [];
  }

  /** Comes back later to the conversation that the page kept; everything is shown again. */
  async comeBack(): Promise<readonly Seen[]> {
    this.close();
    const resume = { conversationId: this.#conversation, token: this.#token };
    this.#token = '';
    const fresh = tokenSchema.parse(await this.#post('/api/portal/token', { resume }));
    this.#token = fresh.token;
    const path = `/v3/directline/conversations/${this.#conversation}?watermark=0`;
    const response = await fetch(`${this.#base}${path}`, { headers: this.#headers() });
    const again = startSchema.parse(await response.json());
    this.#token = again.token;
    this.#arrived = [];
    await this.#listen(again.streamUrl);
    return this.#turn();
  }

  type(text: string): Promise<readonly Seen[]> {
    return this.#send({ type: 'message', text });
  }

  tap(choice: { id: string; title: string }): Promise<readonly Seen[]> {
    return this.#send({ type: 'message', text: choice.title, value: { choice: choice.id } });
  }

  close(): void {
    this.#socket?.close();
    this.#socket = null;
  }

  async #send(activity: Record<string, unknown>): Promise<readonly Seen[]> {
    this.#counter += 1;
    this.#arrived = [];
    await this.#post(`/v3/directline/conversations/${this.#conversation}/activities`, {
      ...activity,
      from: { id: 'resident' },
      channelData: { clientActivityID: `c${this.#counter}` },
    });
    return this.#turn();
  }

  async #turn(): Promise<readonly Seen[]> {
    const deadline = Date.now() + PATIENCE_MS;
    while (this.#arrived.length === 0) {
      if (Date.now() > deadline) throw new Error('no reply within 20 s');
      await this.#changeOrAfter(1000);
    }
    for (let count = -1; count !== this.#arrived.length;) {
      count = this.#arrived.length;
      await this.#changeOrAfter(QUIET_MS);
    }
    const turn = this.#arrived;
    this.#arrived = [];
    return turn;
  }

  #changeOrAfter(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #listen(url: string): Promise<void> {
    const socket = new WebSocket(url);
    this.#socket = socket;
    socket.addEventListener('message', (event: { readonly data: unknown }) => {
      if (typeof event.data !== 'string' || event.data === '') return;
      const set = activitySetSchema.parse(JSON.parse(event.data));
      if (set.watermark !== undefined) this.#watermark = set.watermark;
      for (const activity of set.activities) {
        if (activity.type !== 'message' || activity.from?.role === 'user') continue;
        const reply = replySchema.safeParse(activity.channelData?.reply);
        this.#arrived.push({
          text: activity.text ?? '',
          reply: reply.success ? reply.data : null,
          replyTo: activity.replyToId ?? null,
        });
      }
      this.#wake();
    });
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve(), { once: true });
      socket.addEventListener('error', () => reject(new Error('the stream did not open')), { once: true });
    });
  }

  /** A connection that breaks is tried again, as a page does: the server knows a doubled message by its clientActivityID. */
  async #post(path: string, body: unknown): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const response = await fetch(`${this.#base}${path}`, {
          method: 'POST',
          headers: { ...this.#headers(), 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        const answer: unknown = await response.json();
        if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
        return answer;
      } catch (error) {
        if (!(error instanceof TypeError) || attempt === 3) throw error;
      }
    }
  }

  #headers(): Record<string, string> {
    return this.#token === '' ? {} : { authorization: `Bearer ${this.#token}` };
  }
}
