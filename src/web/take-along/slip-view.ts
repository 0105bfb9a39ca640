import { el } from './dom.ts';
import type { Slip } from './taken.ts';
import { words } from './words.ts';

/** The slip as it is read and printed. */
export function slipView(slip: Slip, today: string): HTMLElement {
  const list = (title: string, lines: readonly HTMLElement[]): HTMLElement | null =>
    lines.length === 0 ? null : el('section', {}, el('h4', {}, title), el('ul', {}, ...lines));
  return el(
    'article',
    { class: 'take-slip' },
    el('p', { class: 'take-kind' }, words().slip),
    el('h3', {}, slip.name),
    slip.codes.length === 0 ? null : el('p', {}, `${words().code}: ${slip.codes.join(', ')}`),
    slip.unit === null ? null : el('p', {}, `${words().unit}: `, el('b', {}, slip.unit)),
    list(
      words().case,
      slip.answers.map(({ ask, label }) => el('li', {}, `${ask} `, el('b', {}, label))),
    ),
    el(
      'ul',
      { class: 'take-papers' },
      ...slip.papers.map(({ text, note, needed }) =>
        el(
          'li',
          { class: needed ? 'needed' : 'spared' },
          text,
          note === null ? null : el('span', { class: 'take-soft' }, note),
        ),
      ),
    ),
    list(
      words().facts,
      slip.facts.map(({ label, value }) => el('li', {}, `${label}: `, el('b', {}, value))),
    ),
    list(
      words().contacts,
      slip.contacts.map(({ name, phone }) => el('li', {}, phone === undefined ? name : `${name}: ${phone}`)),
    ),
    el(
      'p',
      { class: 'take-soft' },
      [slip.asOf, `${words().made} ${today}.`, words().notOfficial].filter((part) => part !== null).join(' '),
    ),
  );
}
