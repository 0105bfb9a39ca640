import { http } from '../shared/direct-line/http.ts';
import { isRecord, isText } from '../shared/guard.ts';
import { readTaken, type Taken } from './taken.ts';

/** Of whose conversation: what the page keeps. */
export interface Holder {
  readonly conversationId: string;
  readonly token: string;
  /** A shared screen's: the code shall outlive the conversation there. */
  readonly outlives?: boolean | undefined;
}

/** null: cannot be had now. A token that ran out while she was away is renewed first. */
export async function fetchTaken(holder: Holder): Promise<Taken | null> {
  const first = await ask(holder, holder.token);
  if (first.kind === 'status' && first.status === 403) {
    const fresh = await renewed(holder);
    return fresh === null ? null : taken(await ask(holder, fresh));
  }
  return taken(first);
}

type Answer = Awaited<ReturnType<typeof http>>;

const ask = ({ outlives }: Holder, token: string): Promise<Answer> =>
  http({
    method: 'POST',
    url: '/api/portal/take-along',
    token,
    body: outlives === true ? { outlives } : {},
  });

const taken = (answer: Answer): Taken | null => (answer.kind === 'ok' ? readTaken(answer.body) : null);

async function renewed({ conversationId, token }: Holder): Promise<string | null> {
  const answer = await http({
    method: 'POST',
    url: '/api/portal/token',
    body: { resume: { conversationId, token } },
  });
  if (answer.kind !== 'ok' || !isRecord(answer.body)) return null;
  const { conversationId: same, token: fresh } = answer.body;
  return same === conversationId && isText(fresh) ? fresh : null;
}
