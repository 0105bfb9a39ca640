import { readActivitySet, type ActivitySet } from './activity.ts';

const openTimeoutMs = 10_000;
const keepAliveMs = 20_000;

export interface OpenStream {
  /** Resolves once, when the socket is closed; `opened`: it had worked. */
  readonly closed: Promise<{ readonly opened: boolean }>;
  close(): void;
}

/** One WebSocket of ActivitySets. Empty frames are keep-alives; what cannot be read is passed over. */
export function openStream(
  url: string,
  on: { readonly open: () => void; readonly set: (set: ActivitySet) => void },
): OpenStream {
  let socket: WebSocket;
  try {
    socket = new WebSocket(url);
  } catch {
    return { closed: Promise.resolve({ opened: false }), close: () => undefined };
  }
  let opened = false;
  let finish: (end: { opened: boolean }) => void = () => undefined;
  const closed = new Promise<{ opened: boolean }>((resolve) => (finish = resolve));
  let over = false;
  const close = () => {
    over = true;
    clearTimeout(openTimer);
    clearInterval(keepAlive);
    socket.close();
    finish({ opened });
  };
  const openTimer = setTimeout(close, openTimeoutMs);
  const keepAlive = setInterval(() => socket.readyState === WebSocket.OPEN && socket.send(''), keepAliveMs);

  socket.addEventListener('open', () => {
    if (over) return;
    clearTimeout(openTimer);
    opened = true;
    on.open();
  });
  socket.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (over) return;
    const set = parse(event.data);
    if (set !== null) on.set(set);
  });
  socket.addEventListener('close', close);
  socket.addEventListener('error', close);
  return { closed, close };
}

function parse(data: unknown): ActivitySet | null {
  if (typeof data !== 'string' || data === '') return null;
  try {
    return readActivitySet(JSON.parse(data));
  } catch {
    return null;
  }
}
