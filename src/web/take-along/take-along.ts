import { button, el } from './dom.ts';
import { isFlag, isText, maybe, shape } from '../shared/guard.ts';
import { fetchTaken, type Holder } from './fetch-taken.ts';
import { TAKE_ALONG } from './load.ts';
import { slipPicture } from './picture.ts';
import { qrPicture } from './qr.ts';
import { slipView } from './slip-view.ts';
import type { Carry, Taken } from './taken.ts';
import { locale, words } from './words.ts';

/**
 * Opens what she takes along, over the page: the slip of her case to print or keep as a picture, and a code to go on
 * elsewhere. Loaded when she asks for it (`load.ts`), so the chat itself weighs no more.
 */
document.addEventListener(TAKE_ALONG, (event) => {
  if (event instanceof CustomEvent && isHolder(event.detail)) open(event.detail);
});

const isHolder = shape<Holder>({ conversationId: isText, token: isText, outlives: maybe(isFlag) });

function open(holder: Holder): void {
  wearStyle();
  const body = el('div', { class: 'take-body' });
  const close = button(words().close, () => dialog.close(), 'take-close');
  const dialog = el(
    'dialog',
    { class: 'take-along', 'aria-labelledby': 'take-title' },
    el('div', { class: 'take-head' }, el('h2', { id: 'take-title' }, words().title), close),
    body,
  );
  dialog.addEventListener('close', () => {
    document.documentElement.classList.remove('taking-along');
    dialog.remove();
  });
  document.body.append(dialog);
  // Printing prints the slip and not the chat behind it.
  document.documentElement.classList.add('taking-along');
  dialog.showModal();
  void fill(body, holder);
}

async function fill(body: HTMLElement, holder: Holder): Promise<void> {
  body.replaceChildren(el('p', { role: 'status' }, words().loading));
  const taken = await fetchTaken(holder);
  if (taken === null) {
    const again = button(words().again, () => void fill(body, holder));
    body.replaceChildren(el('p', { role: 'alert' }, words().failed), again);
    return;
  }
  body.replaceChildren(...partsOf(taken));
}

function partsOf({ slip, carry }: Taken): HTMLElement[] {
  const today = new Date().toLocaleDateString(locale(), { timeZone: 'Asia/Ho_Chi_Minh' });
  if (slip === null && carry === null) return [el('p', { role: 'status' }, words().nothing)];
  return [
    ...(carry === null ? [] : [codeView(carry)]),
    ...(slip === null
      ? []
      : [
          el(
            'div',
            { class: 'take-actions' },
            button(words().print, () => window.print()),
            button(words().picture, () => void slipPicture(slip, today).then((picture) => keep(picture))),
          ),
          slipView(slip, today),
        ]),
  ];
}

function codeView({ code, url, expiresAt }: Carry): HTMLElement {
  const until = new Date(expiresAt).toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit' });
  return el(
    'section',
    { class: 'take-elsewhere' },
    el('h3', {}, words().elsewhere),
    el('p', {}, words().how),
    // Read out sign by sign.
    el('p', { class: 'take-code', 'aria-label': code.split('').join(' ') }, code),
    qrPicture(url, words().qr),
    el('p', { class: 'take-soft' }, `${words().once} ${until}. ${words().safe}`),
  );
}

function keep(picture: Blob | null): void {
  if (picture === null) return;
  const link = el('a', { href: URL.createObjectURL(picture), download: 'phieu-chuan-bi-ho-so.png' });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Its own style comes with it, once; a file, because the page's policy takes no style from a script. */
function wearStyle(): void {
  const href = '/take-along.css';
  if (document.querySelector(`link[href="${href}"]`) !== null) return;
  document.head.append(el('link', { rel: 'stylesheet', href }));
}
