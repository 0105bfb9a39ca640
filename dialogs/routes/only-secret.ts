import { menuChoices } from '../start/menu.ts';
import { recordOf, textOf, textReply, type Told, type Turn } from '../turn.ts';
import { wordsOf } from '../words/fold.ts';
import { resay } from './resay.ts';

/** Words around a number or a password that still only hand it over: "cccd của tôi là …". */
const FEW = 8;
/** What stands in place of what was masked. */
const LABEL = /\[[^\]]{1,40}\]/gu;
const CODE = /^\D{0,12}\d{6}\D{0,6}$/u;

/**
 * She typed her number, a code or a password, and nothing else: it is no question. Told not to, and where she is.
 * null: the message says something besides, or answers what was asked.
 */
export function onlySecret(turn: Turn): Told | null {
  const { event, understanding, voice } = turn;
  if (event.kind !== 'text' || understanding?.option != null || understanding?.command != null) return null;
  const text = textOf(event);
  const masked = event.masked.length > 0;
  const maybeCode = CODE.test(text);
  if (!masked && !maybeCode) return null;
  const own = wordsOf(text.replaceAll(LABEL, ' '));
  const code = maybeCode && own.length <= 3;
  if (!code && (!masked || text.includes('?') || own.length > FEW)) return null;
  const lead = voice.words(masked ? 'masked.go-on' : 'masked.code');
  const reply = resay(turn, lead) ?? textReply(lead, menuChoices(turn));
  return { state: turn.state, replies: [reply], record: recordOf('safety', null) };
}
