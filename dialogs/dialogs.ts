import { newId as newUuid } from '#root/ids.ts';
import type { DecideInput, Decision, Dialogs, Effect, Event } from '#turns/ports.ts';
import { closeTurn } from './close.ts';
import { contextOf } from './context.ts';
import { spoken } from './language/language.ts';
import { besideEnglish, switchLanguage } from './language/switch.ts';
import { news } from './resume/news.ts';
import { attachment } from './routes/attachment.ts';
import { tap } from './routes/tap.ts';
import { text } from './routes/text.ts';
import { start } from './start/start.ts';
import { openTurn, type Handler } from './turn.ts';
import { readState } from './upgrade.ts';
import { adopt } from './walkthrough/walks.ts';

/** Ids of new walk-throughs are the only thing that does not follow from the input; tests give their own. */
export function createDialogs(newId: (now: number) => string = newUuid): Dialogs {
  return { contextOf, decide: (input) => decide(input, newId) };
}

const byEvent: Readonly<Record<Event['kind'], Handler>> = {
  start,
  text,
  attachment,
  choice: (turn) => tap(turn, turn.event.kind === 'choice' ? turn.event.id : ''),
};

function decide(input: DecideInput, newId: (now: number) => string): Decision {
  const before = readState(input.state);
  const language = spoken(input);
  const told = news(adopt(openTurn(language.input, before, newId)));
  const answered =
    language.by === 'asked'
      ? switchLanguage(told.turn)
      : besideEnglish(told.turn, byEvent[input.event.kind](told.turn), language);
  const decision = closeTurn(told.turn, before, answered, told.text);
  const { lang } = language;
  const replies = lang === 'en' ? decision.replies.map((reply) => ({ ...reply, lang })) : decision.replies;
  const effects: readonly Effect[] =
    lang === input.context.lang ? decision.effects : [...decision.effects, { kind: 'lang', lang }];
  return { ...decision, replies, effects };
}
