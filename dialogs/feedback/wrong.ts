import { people } from '../handover/handover.ts';
import { recordOf, type Told, type Turn } from '../turn.ts';
import { waysOn } from './ways-on.ts';

/** As in `data/facts.lock.jsonl`: `procedure/field/id`. */
const lockKeyShape = /^[a-z0-9-]+\/[a-z0-9-]+\/[a-z0-9.-]+$/;
const longest = 120;

/**
 * "Thông tin này sai": kept for staff as `wrong:<fact key>`; until they have looked, she is sent to people rather
 * than to the doubtful line. null: the key is none.
 */
export function takeWrong(turn: Turn, key: string): Told | null {
  if (key.length > longest || !lockKeyShape.test(key)) return null;
  const procedure = key.split('/')[0] ?? '';
  if (!turn.release.procedures.has(procedure)) return null;
  return {
    state: turn.state,
    replies: [
      {
        blocks: [{ kind: 'text', text: turn.voice.words('feedback.wrong') }, ...people(turn)],
        choices: waysOn(turn),
        facts: [],
      },
    ],
    effects: [{ kind: 'feedback', helped: false, about: `wrong:${key}` }],
    record: recordOf('smalltalk', procedure),
  };
}
