import { nearness } from '#knowledge/schema/procedure.ts';
import type { Voice } from '#replies/wording.ts';
import type { Helping } from '../state.ts';
import { cueAt, cuesOf, readingOf, type Reading } from '../words/cues.ts';

type Whom = Pick<Helping, 'person' | 'near'>;

/** Words between the words of helping and who is helped: "làm giúp cho mẹ". */
const FOR = 'cho';

/**
 * For whom somebody says that he does it: "tôi làm giúp mẹ tôi", "em làm giùm bác hàng xóm". null: for nobody else.
 * Words that people also use for themselves count only with one who helps before them, or an owner behind.
 */
export function whomHelped(voice: Voice, said: string): Whom | null {
  const reading = readingOf(said);
  const { words, read, cues } = reading;
  const helps = cues(voice.words('cue.helper-cues'));
  for (let at = 0; at < words.length; at += 1) {
    const cue = cueAt(helps, words, at);
    if (cue === undefined) continue;
    const begin = at + cue.length + (words[at + cue.length] === read(FOR) ? 1 : 0);
    const helper = subjectBefore(voice, reading, at);
    const asked = cues(voice.words('cue.helper-asked')).whole;
    if (words.slice(Math.max(0, at - 3), at).some((word) => asked.has(word))) continue;
    const found = personAt(voice, reading, begin, helper);
    if (found !== null) return found;
  }
  return null;
}

function personAt(voice: Voice, { words, read }: Reading, at: number, helper: boolean): Whom | null {
  const sure = nearness
    .flatMap((near) => cuesOf(voice.words(`cue.helper-${near}`)).map((person) => ({ person, near })))
    .toSorted((a, b) => b.person.length - a.person.length)
    .find(({ person }) => startsWith(words, at, read(person).split(' ')));
  if (sure !== undefined) return sure;
  const maybe = cuesOf(voice.words('cue.helper-maybe')).find((person) => words[at] === read(person));
  const owned = cuesOf(voice.words('cue.helper-owner')).some((owner) => words[at + 1] === read(owner));
  return maybe !== undefined && (helper || owned) ? { person: maybe, near: 'kin' } : null;
}

/** "Tôi đang muốn … làm giúp": who helps stands before, with little between. */
function subjectBefore(voice: Voice, { words, cues }: Reading, at: number): boolean {
  const helpers = cues(voice.words('cue.helper-helper')).whole;
  const between = cues(voice.words('cue.helper-between')).whole;
  for (let i = at - 1; i >= 0; i -= 1) {
    const word = words[i] ?? '';
    if (helpers.has(word)) return true;
    if (!between.has(word)) return false;
  }
  return false;
}

const startsWith = (words: readonly string[], at: number, parts: readonly string[]): boolean =>
  parts.every((part, i) => words[at + i] === part);
