import type { Choice } from '#replies/reply.ts';
import { choiceId } from '../choices/ids.ts';
import { resay } from '../routes/resay.ts';
import { newState } from '../state.ts';
import { menuChoices } from '../start/menu.ts';
import { recordOf, textOf, textReply, withState, type Told, type Turn } from '../turn.ts';
import { cuesOf, foldedCues, isCue, plain } from '../words/cues.ts';
import { fold, wordsOf } from '../words/fold.ts';

/** "Xóa dữ liệu của tôi": asked once more, because it cannot be undone. null: nothing of that was said. */
export function typedForget(turn: Turn): Told | null {
  if (turn.event.kind !== 'text') return null;
  const line = turn.voice.words('cue.forget');
  const { byFirst } = foldedCues(line);
  const words = wordsOf(textOf(turn.event));
  // Hardly any message has all the words of such a wish: the others are not looked at twice.
  const mayBe = (word: string): boolean =>
    byFirst.get(word)?.some((cue) => cue.every((part) => words.includes(part))) === true;
  if (!words.some(mayBe)) return null;
  return isCue(turn.voice, bare(turn), line) ? askForget(turn) : null;
}

/** What she said without "hết", "của tôi" and the like, wherever they stand. "Xoá" and "xóa": both are taught. */
function bare(turn: Turn): string {
  const said = ` ${plain(textOf(turn.event)).replaceAll('oá', 'óa')} `;
  const besides = cuesOf(turn.voice.words('cue.forget-besides'));
  return besides
    .flatMap((cue) => [cue, fold(cue)])
    .reduce((text, cue) => text.replaceAll(` ${cue} `, ' '), said);
}

function askForget(turn: Turn): Told {
  const { words } = turn.voice;
  const choices: Choice[] = [
    { id: choiceId('forget', 'yes'), title: words('forget.yes'), style: 'normal' },
    { id: choiceId('forget', 'no'), title: words('forget.no'), style: 'primary' },
  ];
  return {
    state: turn.state,
    replies: [textReply(words('forget.ask'), choices)],
    record: recordOf('smalltalk', null),
  };
}

/** She decided. Yes: nothing of what was said is left, and the conversation begins as if it were new. */
export function forget(turn: Turn, [decided]: readonly string[]): Told | null {
  if (decided === 'no') return keep(turn);
  if (decided !== 'yes') return null;
  const { words } = turn.voice;
  // Elsewhere than on our own page the messages stay on her device.
  const kept = turn.context.channel === 'portal' ? [] : [words('forget.device')];
  const done = [words('forget.done'), ...kept];
  const fresh = withState(turn, { ...newState, greeted: true });
  return {
    state: fresh.state,
    replies: [{ ...textReply(done.join('\n'), menuChoices(fresh)), erased: true }],
    effects: [{ kind: 'forget' }],
    record: recordOf('smalltalk', null),
  };
}

function keep(turn: Turn): Told {
  const lead = turn.voice.words('forget.kept');
  return {
    state: turn.state,
    replies: [resay(turn, lead) ?? textReply(lead, menuChoices(turn))],
    record: recordOf('smalltalk', turn.state.topic),
  };
}
