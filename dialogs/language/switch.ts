import type { Choice } from '#replies/reply.ts';
import { choiceId } from '../choices/ids.ts';
import { resay } from '../routes/resay.ts';
import { introduction } from '../start/greeting.ts';
import { menuChoices } from '../start/menu.ts';
import { procedureOf } from '../walkthrough/walks.ts';
import { recordOf, withState, type Told, type Turn } from '../turn.ts';
import type { Spoken } from './language.ts';

/** She asked for a language: said so in it, and where she is once more in its words. */
export function switchLanguage(turn: Turn): Told {
  const lead = turn.voice.words('language.now');
  const here = resay(turn, lead);
  const told: Told = {
    state: withState(turn, { greeted: true }).state,
    replies: [
      here ?? {
        blocks: [
          { kind: 'text', text: lead },
          ...(turn.state.greeted ? [] : introduction(turn)),
          { kind: 'text', text: turn.voice.words('menu.ask') },
        ],
        choices: menuChoices(turn),
        facts: [],
      },
    ],
    record: recordOf('smalltalk', turn.state.topic),
  };
  return turn.context.lang === 'vi' ? told : withChoice(told, wayBack(turn));
}

/** What an answer in English needs beside it: how to go back to Vietnamese, and that a text is Vietnamese only. */
export function besideEnglish(turn: Turn, told: Told, { by }: Spoken): Told {
  if (turn.context.lang !== 'en') return told;
  const noted = vietnameseOnly(turn, told)
    ? withPerson(turn, led(turn, told, 'language.only-vietnamese'))
    : told;
  return by === 'recognised' ? withChoice(led(turn, noted, 'language.recognised'), wayBack(turn)) : noted;
}

/** What she hears about first is not in English yet: a procedure, or a general answer. */
function vietnameseOnly(turn: Turn, { record }: Told): boolean {
  const { topic, outcome } = record;
  if (topic == null || topic === turn.state.topic) return false;
  const procedure = procedureOf(turn, topic);
  if (procedure !== undefined) return typeof procedure.name === 'string' || procedure.name.en === undefined;
  const answer = turn.release.topics.get(topic)?.answer;
  return (
    outcome === 'answer' && answer !== undefined && (typeof answer === 'string' || answer.en === undefined)
  );
}

function led(turn: Turn, told: Told, key: 'language.only-vietnamese' | 'language.recognised'): Told {
  const [first, ...rest] = told.replies;
  if (first === undefined) return told;
  const lead = { kind: 'text', text: turn.voice.words(key) } as const;
  return { ...told, replies: [{ ...first, blocks: [lead, ...first.blocks] }, ...rest] };
}

const withPerson = (turn: Turn, told: Told): Told =>
  withChoice(told, { id: choiceId('staff'), title: turn.voice.words('choice.staff'), style: 'quiet' });

const wayBack = (turn: Turn): Choice => ({
  id: 'lang:vi',
  title: turn.voice.words('choice.vietnamese'),
  style: 'quiet',
});

function withChoice(told: Told, choice: Choice): Told {
  const last = told.replies.at(-1);
  if (last === undefined || last.choices.some(({ id }) => id === choice.id)) return told;
  return {
    ...told,
    replies: [...told.replies.slice(0, -1), { ...last, choices: [...last.choices, choice] }],
  };
}
