import type { Dialogs } from '#turns/ports.ts';
import { activeWalk } from './turn.ts';
import { readState } from './upgrade.ts';

/** What the conversation lends to understanding: the procedure in hand, what was asked, where she files. */
export const contextOf: Dialogs['contextOf'] = (stored, expects, { homeUnit, lang }) => {
  const state = readState(stored);
  return {
    topic: activeWalk(state)?.procedure ?? state.topic,
    expects,
    unit: state.unit ?? homeUnit,
    lang,
  };
};
