import { render } from 'preact';
import { App } from '../chat/app.tsx';
import { openConversation } from '../chat/conversation.ts';
import { showLooks } from '../chat/looks.ts';
import { openMemory } from '../chat/memory.ts';
import { findUnit } from '../chat/unit.ts';
import '../chat/styles/page.css';
import { openTakeAlong } from '../take-along/load.ts';
import { Bar } from './bar.tsx';
import './kiosk.css';

// Nothing may stay on a screen that the next one uses: without storage the chat keeps everything in the page alone.
Object.defineProperty(window, 'localStorage', {
  get: () => {
    throw new DOMException('nothing is kept here', 'SecurityError');
  },
});

const seconds = (name: string, usual: number): number => {
  const asked = Number(new URLSearchParams(location.search).get(name));
  return Number.isInteger(asked) && asked >= 5 && asked <= 3600 ? asked : usual;
};

const unit = findUnit(document.documentElement.dataset, '');
const memory = openMemory(unit.code);
memory.keepTextSize('larger');
memory.keepTheme('light');
showLooks(memory);
const conversation = openConversation(memory, unit.code);
const inUse = () =>
  conversation.state().messages.some(({ kind }) => kind === 'mine') || memory.draft() !== '';

/** Erased here and on the server; a fresh page has no trace of the one before, in no corner of it. */
function startOver(): void {
  erase();
  location.replace(location.pathname + location.search);
}

/** Goes out also while the page is on its way. */
function erase(): void {
  const session = memory.session();
  if (session === null || !session.started) return;
  void fetch('/api/portal/conversation', {
    method: 'DELETE',
    headers: { authorization: `Bearer ${session.token}` },
    keepalive: true,
  }).catch(() => undefined);
  memory.forget();
}
window.addEventListener('pagehide', erase);

async function toPhone(): Promise<void> {
  const session = memory.session();
  if (session === null) return;
  await openTakeAlong({ ...session, outlives: true }).catch(() => undefined);
}

// There is no way back from another site on a screen without an address line.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link !== null && (link.origin !== location.origin || link.protocol === 'tel:')) event.preventDefault();
});

const chat = document.querySelector('#chat');
const bar = document.querySelector('#kiosk');
if (chat !== null) render(<App conversation={conversation} memory={memory} unit={unit} />, chat);
if (bar !== null)
  render(
    <Bar
      inUse={inUse}
      onPhone={() => void toPhone()}
      onOver={startOver}
      quietMs={seconds('quiet', 90) * 1000}
      countdownSeconds={seconds('countdown', 20)}
    />,
    bar,
  );
