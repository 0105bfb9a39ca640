import { nearness } from '#knowledge/schema/procedure.ts';
import type { Voice } from '#replies/wording.ts';
import type { Helping } from '../state.ts';
import { cuesOf, readerOf } from '../words/cues.ts';

type Whom = Pick<Helping, 'person' | 'near'>;

/** Words between the words of helping and who is helped: "làm giúp cho mẹ". */
const FOR = 'cho';

/**
 * For whom somebody says that he does it: "tôi làm giúp mẹ tôi", "em làm giùm bác hàng xóm". null: for nobody else.
 * Words that people also use for themselves count only with one who helps before them, or an owner behind.
 */
export function whomHelped(voice: Voice, said: string): Whom | null {
  const read = readerOf(said);
  const words = read(said).split(' ').filter(Boolean);
  const list = (key: Parameters<typeof lists>[1]): string[] => lists(voice, key).map(read);
  const cues = list('cue.helper-cues').map((cue) => cue.split(' '));
  for (let at = 0; at < words.length; at += 1) {
    const cue = cues.find((parts) => startsWith(words, at, parts));
    if (cue === undefined) continue;
    const begin = at + cue.length + (words[at + cue.length] === read(FOR) ? 1 : 0);
    const helper = subjectBefore(words, at, list('cue.helper-helper'), list('cue.helper-between'));
    const asked = list('cue.helper-asked').some((word) =>
      words.slice(Math.max(0, at - 3), at).includes(word),
    );
    if (asked) continue;
    const found = personAt(voice, read, words, begin, helper);
    if (found !== null) return found;
  }
  return null;
}

function personAt(
  voice: Voice,
  read: (text: string) => string,
  words: readonly string[],
  at: number,
  helper: boolean,
): Whom | null {
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
function subjectBefore(
  words: readonly string[],
  at: number,
  helpers: readonly string[],
  between: readonly string[],
): boolean {
  for (let i = at - 1; i >= 0; i -= 1) {
    const word = words[i] ?? '';
    if (helpers.includes(word)) return true;
    if (!between.includes(word)) return false;
  }
  return false;
}

const startsWith = (words: readonly string[], at: number, parts: readonly string[]): boolean =>
  parts.every((part, i) => words[at + i] === part);

const lists = (
  voice: Voice,
  key: 'cue.helper-cues' | 'cue.helper-helper' | 'cue.helper-between' | 'cue.helper-asked',
): readonly string[] => cuesOf(voice.words(key));
