import { readAspect } from '../answer/answer-topic.ts';
import { LIKELY_TROUBLE } from '../trouble/likely-trouble.ts';
import type { Told, Turn } from '../turn.ts';
import { readUnits, rememberUnit, takeUnit } from '../unit/take-unit.ts';
import { denies } from '../words/asks.ts';
import { aboutTopic } from './about-topic.ts';
import { sureTopic } from './meaning.ts';
import { wantedOf } from './tap.ts';
import { unitsMeant } from './units-meant.ts';

/** The unit was asked for: a name answers, whatever else the words look like. */
export function unitAskedFor(turn: Turn): Told | null {
  const { pending } = turn.state;
  const mentions = unitsMeant(turn);
  if (pending?.kind !== 'unit' || mentions.length === 0) return null;
  // Naming one of a trap's places by more than the trap's own name settles it.
  const read = readUnits(
    turn,
    mentions.filter(({ trap }) => trap === null || trap !== pending.trap),
    wantedOf(turn),
  );
  if (read.kind === 'known') return takeUnit(turn, read.code);
  if (read.kind === 'ask') return read.told;
  const again = readUnits(turn, mentions, wantedOf(turn));
  return again.kind === 'ask' ? again.told : null;
}

/** A unit in the message: a name with two meanings is asked about first, a plain one is remembered. */
export function unitNamed(turn: Turn): Told | null {
  const mentions = unitsMeant(turn);
  if (mentions.every(({ trap }) => trap === null) && complainsOf(turn)) return null;
  const sure = sureTopic(turn);
  // What goes wrong with a name is said by asking which place is meant; then she goes on with what she was at.
  const topic = sure !== null && !sure.startsWith('trouble:') ? sure : likelyBesideTrap(turn);
  const wanted = { topic, aspect: turn.understanding?.aspect ?? null };
  const read = readUnits(turn, mentions, wanted);
  if (read.kind === 'ask') {
    return topic === null
      ? read.told
      : { ...read.told, record: { ...read.told.record, topic, aspect: readAspect(wanted.aspect) } };
  }
  if (read.kind === 'none') return null;
  if (topic === null || turn.understanding?.fromContext === true) return takeUnit(turn, read.code);
  return aboutTopic(rememberUnit(turn, read.code));
}

/** "Không thấy phường Bình Long" tells of a trouble; the name in it is nothing new. */
function complainsOf(turn: Turn): boolean {
  const { understanding } = turn;
  const [best] = understanding?.candidates ?? [];
  return (
    understanding?.aspect === 'loi-su-co' &&
    denies(turn) &&
    best?.topic.startsWith('trouble:') === true &&
    best.p >= LIKELY_TROUBLE
  );
}

/** A name with two meanings is a trouble of its own and clouds what the message is about: the rest decides. */
function likelyBesideTrap(turn: Turn): string | null {
  const { candidates, units } = turn.understanding ?? { candidates: [], units: [] };
  if (units.every(({ trap }) => trap === null)) return null;
  const [best, next] = candidates.filter(({ topic }) => !topic.startsWith('trouble:') && topic !== 'none');
  return best !== undefined && best.p >= 2 * (next?.p ?? 0) && best.p >= 0.2 ? best.topic : null;
}
