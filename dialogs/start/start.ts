import { offerResume } from '../resume/offer-resume.ts';
import { recordOf, withState, type Told, type Turn } from '../turn.ts';
import { openWalk } from '../walkthrough/walks.ts';
import { introduction, notices } from './greeting.ts';
import { menuChoices } from './menu.ts';

/** The page was opened: go on with what is open, or say who this is. */
export function start(turn: Turn): Told {
  const open = openWalk(turn.state);
  if (open !== null) return offerResume(turn, open);
  return {
    state: withState(turn, { greeted: true }).state,
    replies: [
      {
        blocks: [
          ...introduction(turn),
          ...notices(turn, null),
          { kind: 'text', text: turn.voice.words('start.ask') },
        ],
        choices: menuChoices(turn),
        facts: [],
      },
    ],
    record: recordOf('smalltalk', null),
  };
}
