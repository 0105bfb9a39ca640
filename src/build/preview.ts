import { createDialogs } from '#dialogs/dialogs.ts';
import { newState, STATE_VERSION, type State } from '#dialogs/state.ts';
import type { Release } from '#knowledge/release.ts';
import { aspects } from '#knowledge/schema/ids.ts';
import { say } from '#knowledge/schema/text.ts';
import type { Preview, PreviewOrder, PreviewPart } from '#publishing/ports.ts';
import { renderText } from '#replies/render-text.ts';
import type { Reply } from '#replies/reply.ts';
import { parseJson } from '#root/json.ts';
import type { Decision, Dialogs, Event, StoredState } from '#turns/ports.ts';
import { piecesFor } from '../house-channels.ts';

const dialogs: Dialogs = createDialogs();

/** Shows an entry as residents meet it: through the bot's own turns, cut as the channel cuts them. */
export const preview: Preview = (release, order) => {
  const { key } = order;
  const asked = (about: string, id: string): PreviewPart | null =>
    part(about, shown(release, order, [decide(release, order, stateOf(release, order), choice(id))]));
  const parts = (): readonly (PreviewPart | null)[] => {
    switch (key.kind) {
      case 'procedure':
        return [
          ...aspects
            .filter((aspect) => aspect !== 'khac' && aspect !== 'loi-su-co' && aspect !== 'trang-thai')
            .map((aspect) => asked(aspect, `aspect:${aspect}:${key.id}`)),
          part('buoc', shown(release, order, walk(release, order, key.id))),
        ];
      case 'faq':
      case 'topic':
        return [
          asked('', `topic:${key.id}`),
          ...Object.keys(release.topics.get(key.id)?.byAspect ?? {}).map((aspect) =>
            asked(aspect, `aspect:${aspect}:${key.id}`),
          ),
        ];
      case 'trouble':
        return [asked('', `trouble:${key.id}`)];
      case 'notice':
        return [part('', shown(release, order, [decide(release, order, null, { kind: 'start' })]))];
      case 'unit':
        return [asked('', 'staff')];
      case 'flow':
        return [part('buoc', shown(release, order, walk(release, order, featured(release))))];
      case 'wording': {
        const text = release.wording.get(key.id);
        const words = text === undefined ? '' : say(text, order.lang);
        return [{ about: '', messages: words === '' ? [] : [{ text: words, choices: [] }] }];
      }
      case 'state':
      case 'return':
        return [told(release, order)];
      case 'calendar':
      case 'schematic':
      default:
        return [];
    }
  };
  return parts().flatMap((one) => (one === null || one.messages.length === 0 ? [] : [one]));
};

const MOST_STEPS = 20;
const choice = (id: string): Event => ({ kind: 'choice', id, title: '' });
const featured = (release: Release): string =>
  [...release.procedures.values()].toSorted((a, b) => (a.featured ?? 99) - (b.featured ?? 99))[0]?.id ?? '';

/** From the first step to the last, as if each were done at once. */
function walk(release: Release, order: PreviewOrder, procedure: string): readonly Decision[] {
  const turns = [
    decide(release, order, stateOf(release, order, procedure), choice(`offer:start:${procedure}`)),
  ];
  while (turns.length < MOST_STEPS) {
    const last = turns.at(-1);
    const choices = last?.replies.flatMap((reply) => reply.choices) ?? [];
    // A question of the way that the case leaves open: its first answer, so that the way goes on.
    const next = ['step:done', 'q:', 'unit:skip']
      .map((start) => choices.find(({ id }) => id.startsWith(start)))
      .find((found) => found !== undefined);
    if (last === undefined || next === undefined) break;
    turns.push(decide(release, order, last.state, choice(next.id)));
  }
  return turns;
}

function decide(release: Release, order: PreviewOrder, state: StoredState | null, event: Event): Decision {
  const now = noonOf(order.date);
  const { channel, lang, unit: homeUnit } = order;
  return dialogs.decide({
    state,
    event,
    understanding: null,
    secret: null,
    context: { channel, homeUnit, lang, now, lastInAt: now },
    release,
  });
}

/** Greeted, with the case that was chosen in hand. */
function stateOf(release: Release, order: PreviewOrder, procedure = order.key.id): StoredState {
  const isProcedure = order.key.kind === 'procedure' || order.key.kind === 'flow';
  const state: State = {
    ...newState,
    greeted: true,
    unit: order.unit,
    unitDeclined: order.unit === null,
    walkthroughs: isProcedure
      ? [
          {
            id: 'preview',
            procedure,
            answers: { ...order.answers },
            channel: order.submission,
            unit: order.unit,
            done: [],
            mode: 'offer',
            release: release.hash,
            shown: null,
            at: null,
            repeats: 0,
            screens: {},
            updatedAt: noonOf(order.date),
          },
        ]
      : [],
    active: isProcedure ? 'preview' : null,
  };
  return { v: STATE_VERSION, data: parseJson(JSON.stringify(state)) };
}

function shown(
  release: Release,
  { channel, lang }: PreviewOrder,
  turns: readonly Decision[],
): PreviewPart['messages'] {
  const pieces = piecesFor(() => release);
  const account = { channel, id: 'preview', homeUnit: null };
  return turns
    .flatMap(({ replies }) => replies)
    .flatMap((reply: Reply) => pieces(reply, account, lang))
    .map((reply) => ({ text: renderText(reply), choices: reply.choices.map(({ title }) => title) }));
}

const part = (about: string, messages: PreviewPart['messages']): PreviewPart => ({ about, messages });

/** What is said of a dossier's state, or of a reason why it came back. */
function told(release: Release, { key, lang }: PreviewOrder): PreviewPart {
  const state = release.states?.states.find(({ id }) => id === key.id);
  const reason = release.returns?.reasons.find(({ id }) => id === key.id);
  const texts = [
    ...(key.kind === 'state' && state !== undefined ? [state.means, state.todo, state.lasts] : []),
    ...(key.kind === 'return' && reason !== undefined ? [reason.title, reason.means, ...reason.fixes] : []),
  ].flatMap((text) => (text === undefined ? [] : [say(text, lang)]));
  return part('', texts.length === 0 ? [] : [{ text: texts.join('\n'), choices: [] }]);
}

/** Noon of that day in Việt Nam. */
const noonOf = (date: string): number => Date.parse(`${date}T12:00:00+07:00`);
