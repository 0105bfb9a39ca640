import type { Candidate } from '#understanding/types.ts';
import { LIKELY_TROUBLE, troubleIn } from '../trouble/likely-trouble.ts';
import { pickTrouble, showTrouble } from '../trouble/trouble.ts';
import { activeWalk, isOpen, type Told, type Turn } from '../turn.ts';
import { denies } from '../words/asks.ts';

/** Who is on no way, and says of nothing that it is not as it should be, may wish what only sounds like a trouble: she is asked. */
const OUT_OF_THE_BLUE = 0.5;

/** She was asked where she is stuck, or says that something fails: the likeliest trouble is taken even when it is not sure. */
export function troubleLookedFor(turn: Turn): Told | null {
  const { understanding, state } = turn;
  if (understanding === null) return null;
  const { candidates, confidence, fromContext, aspect } = understanding;
  // "Quá hẹn rồi sao chưa gọi" asks how it stands, and tells of a trouble.
  const isTrouble = aspect === 'loi-su-co' || (aspect === 'trang-thai' && isOf(candidates[0]));
  const complains = isTrouble && (fromContext || confidence !== 'sure');
  const looking = complains || (state.pending?.kind === 'trouble-pick' && confidence !== 'sure');
  if (!looking) return null;
  const walk = activeWalk(state);
  const onTheWay = (walk !== null && isOpen(walk)) || state.pending?.kind === 'trouble-pick' || fromContext;
  const least = onTheWay || denies(turn) ? LIKELY_TROUBLE : OUT_OF_THE_BLUE;
  const trouble = troubleIn(candidates.find((one) => isOf(one) && one.p >= least)?.topic ?? '');
  if (trouble !== null) return showTrouble(turn, trouble);
  return fromContext ? pickTrouble(turn) : null;
}

const isOf = (one: Candidate | undefined): boolean => one !== undefined && troubleIn(one.topic) !== null;
