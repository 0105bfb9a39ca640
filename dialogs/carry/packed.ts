import type { Sheets } from '#replies/sheet.ts';
import { newState } from '../state.ts';
import { readState, storeState } from '../upgrade.ts';

/**
 * What goes along of a conversation: the walk-throughs, for whom, and where she files. Nothing that she wrote.
 * The unit whose page it was goes along too: elsewhere another unit, or none, may answer.
 */
export const packed: Sheets['packed'] = (stored, homeUnit) => {
  const { walkthroughs, active, topic, unit, unitDeclined, helping } = readState(stored);
  const begun = walkthroughs.filter(({ mode }) => mode !== 'offer');
  if (begun.length === 0) return null;
  return storeState({
    ...newState,
    walkthroughs: begun,
    active: begun.some(({ id }) => id === active) ? active : null,
    topic,
    unit: unit ?? homeUnit,
    unitDeclined,
    helping,
  });
};
