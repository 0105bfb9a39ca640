import { kept } from './kept.ts';
import { fold } from './text.ts';

/**
 * Whether letters can be a Vietnamese syllable: initial and rhyme from the closed lists of the language,
 * no open ă or â, and only sắc or nặng before a stop. Works with and without diacritics.
 */
export const isSyllable = kept(10_000, (word: string): boolean => {
  const folded = fold(word);
  if (folded.length > 7) return false;
  if (!shapes.has(folded)) return false;
  if (OPEN_SHORT.test(word)) return false;
  const toned = TONE.exec(word.normalize('NFD'));
  return toned === null || !STOP.test(folded) || toned[0] === '\u0301' || toned[0] === '\u0323';
});

const OPEN_SHORT = /[ăắằẳẵặâấầẩẫậ]$/u;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u;
const STOP = /(?:c|ch|p|t)$/u;

const initials = ' b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');
const rhymes =
  'a ac ach ai am an ang anh ao ap at au ay e ec em en eng eo ep et eu i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu ' +
  'o oa oac oach oai oam oan oang oanh oao oat oay oc oe oen oeo oet oi om on ong op ot ' +
  'u ua uan uang uat uay uc ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou uu up ut uy uya uych uyen uyet uynh uyt uyu ' +
  'y ych yem yen yeng yet yeu ynh yt';

/** Initial plus rhyme, folded: about 3,000 shapes. */
const shapes = new Set(
  initials.flatMap((initial) =>
    rhymes.split(' ').flatMap((rhyme) => {
      if (initial === 'gi' && rhyme.startsWith('i')) return ['g' + rhyme];
      if (initial === 'qu' && rhyme.startsWith('u')) return ['q' + rhyme];
      return [initial + rhyme];
    }),
  ),
);
shapes.add('gi').add('qui');
