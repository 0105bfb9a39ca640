import { labels } from './labels.ts';
import { readSettings, type Settings } from './settings.ts';
import { style } from './style.ts';

/**
 * What one script tag puts on a portal's page: a button, and behind it the chat in a frame of ours. Button and frame
 * live in a closed shadow root: the page's styles do not reach them, nor theirs the page. No cookie, no storage, no
 * request before the button is pressed but this file. Styles go in as objects, so a strict policy need only
 * allow our origin for scripts and frames.
 */
const tag = document.currentScript;
if (tag instanceof HTMLScriptElement) {
  const settings = readSettings(tag.dataset, tag.src);
  const place = () => mount(settings);
  if (document.body === null) document.addEventListener('DOMContentLoaded', place, { once: true });
  else place();
}

function mount(settings: Settings): void {
  // The tag twice on a page is one chat.
  if (document.querySelector('nop-ho-so-chat') !== null) return;
  const said = labels[settings.lang];
  const host = document.createElement('nop-ho-so-chat');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  // The host itself is the page's: only what stands on it as important holds against a rule for everything.
  host.style.setProperty('all', 'initial', 'important');
  host.style.setProperty('display', 'block', 'important');
  host.style.setProperty('--nop-ho-so', settings.color);

  const panel = make('section', { class: 'panel', id: 'panel', 'aria-label': said.name, hidden: '' });
  const close = make('button', { class: 'close', type: 'button' }, said.close);
  const button = make(
    'button',
    { class: 'open', type: 'button', 'aria-expanded': 'false', 'aria-controls': 'panel' },
    settings.label ?? said.open,
  );
  const box = make('div', { class: `box ${settings.position}` });
  panel.append(close);
  box.append(panel, button);
  root.append(box);
  document.body.append(host);

  let frame: HTMLIFrameElement | null = null;
  /** What opened it: the focus goes back there. */
  let opener: HTMLElement = button;
  const isOpen = () => !panel.hidden;

  function show(focus: boolean): void {
    if (frame === null) {
      frame = document.createElement('iframe');
      frame.title = said.name;
      frame.src = settings.page;
      frame.allow = `microphone ${settings.origin}; clipboard-write ${settings.origin}; autoplay ${settings.origin}`;
      frame.addEventListener('load', () => focus && isOpen() && frame?.focus());
      panel.append(frame);
    }
    panel.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    box.classList.add('shown');
    if (focus) frame.focus();
  }

  function hide(): void {
    panel.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    box.classList.remove('shown');
    (opener.isConnected ? opener : button).focus();
    opener = button;
  }

  button.addEventListener('click', () => (isOpen() ? hide() : show(true)));
  close.addEventListener('click', hide);
  root.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent && event.key === 'Escape' && isOpen()) hide();
  });
  // Esc inside the frame: only our own page may say so.
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.origin !== settings.origin || event.source !== frame?.contentWindow) return;
    if (event.data === 'nop-ho-so:close' && isOpen()) hide();
  });
  // Links and buttons of the page itself that open it, also with a question of their own.
  document.addEventListener('click', (event) => {
    const asked =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-nop-ho-so-open]') : null;
    if (asked === null) return;
    event.preventDefault();
    opener = asked;
    show(true);
  });
  // Opened by its setting it must not take the focus away from the page.
  if (settings.open && innerWidth >= 640) show(false);
}

function make<Name extends 'section' | 'div' | 'button'>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  text = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}
