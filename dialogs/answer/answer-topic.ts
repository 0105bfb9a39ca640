import { resolve } from '#knowledge/facts/grounds.ts';
import type { DatedTopic } from '#knowledge/release.ts';
import { aspectSchema, type Aspect } from '#knowledge/schema/ids.ts';
import type { Topic } from '#knowledge/schema/topic.ts';
import { sourceBlocks } from '#replies/compose/sources.ts';
import { contactBlocks } from '#replies/compose/who.ts';
import type { Block, Choice, Reply } from '#replies/reply.ts';
import { choiceId } from '../choices/ids.ts';
import { topicName } from '../clarify/topic-name.ts';
import { handover } from '../handover/handover.ts';
import { offer } from '../offer/offer.ts';
import { menuChoices } from '../start/menu.ts';
import { currentChoices } from '../walkthrough/current-choices.ts';
import { showTrouble } from '../trouble/trouble.ts';
import { recordOf, unitOf, walkOf, withState, type Told, type Turn } from '../turn.ts';
import { prepare, procedureOf } from '../walkthrough/walks.ts';
import { answer } from './answer.ts';

const TROUBLE = 'trouble:';

/** Whatever a topic is: a procedure, a trouble, a side route of the flow, or a general topic. null: none of ours. */
export function answerTopic(turn: Turn, id: string, aspectSaid: string | null): Told | null {
  const aspect = readAspect(aspectSaid);
  const procedure = procedureOf(turn, id);
  if (procedure !== undefined)
    return aspect === null ? offer(turn, procedure) : answer(turn, procedure, [aspect]);
  if (id.startsWith(TROUBLE)) return showTrouble(turn, id.slice(TROUBLE.length));
  const topic = turn.release.topics.get(id);
  if (topic !== undefined) return opened(turn, topic, aspect) ?? answerGeneral(turn, topic, aspect);
  const route = turn.release.flow.sideRoutes.find((side) => side.id === id);
  if (route === undefined) return null;
  const body = `${turn.voice.text(route.title)}\n${turn.voice.text(route.text)}`;
  return tell(turn, { id }, aspect, 'answer', [{ kind: 'text', text: body }]);
}

/** A matter with a name of its own that one of our procedures does: offered or answered there, with what the name says. */
function opened(turn: Turn, topic: Topic, aspect: Aspect | null): Told | null {
  const procedure = topic.opens === undefined ? undefined : procedureOf(turn, topic.opens.procedure);
  if (topic.opens === undefined || procedure === undefined) return null;
  const answers = { ...walkOf(turn.state, procedure.id)?.answers, ...topic.opens.answers };
  const next = prepare(turn, procedure.id, { answers });
  const told = aspect === null ? offer(next, procedure) : answer(next, procedure, [aspect]);
  return { ...told, record: { ...told.record, topic: topic.id } };
}

/** `khac` says nothing about what is asked. */
export function readAspect(said: string | null): Aspect | null {
  const read = aspectSchema.safeParse(said);
  return read.success && read.data !== 'khac' ? read.data : null;
}

function answerGeneral(turn: Turn, topic: DatedTopic, aspect: Aspect | null): Told {
  if (topic.outcome === 'handover')
    return handover(turn, topic.id, topicWords(turn, topic, aspect), topic.id);
  const words = topicWords(turn, topic, aspect);
  return tell(turn, topic, aspect, topic.outcome, [
    ...(words === null ? [] : [{ kind: 'text', text: words } as const]),
    ...contactBlocks(turn.voice, turn.release, unitOf(turn), topic.whoHelps ?? []),
    ...sourceBlocks(turn.voice, groundsOf(turn, topic)),
  ]);
}

/** What an answer rests on, with the dates of its file; none where it states nothing that needs a source. */
function groundsOf(
  { today }: Turn,
  { source, sources, asOf, review }: DatedTopic,
): Parameters<typeof sourceBlocks>[1] {
  if (source === undefined || asOf === null) return [];
  return [{ sources: resolve(sources, source), asOf, expired: review !== null && today > review }];
}

function topicWords(turn: Turn, topic: Topic, aspect: Aspect | null): string | null {
  const said = (aspect === null ? undefined : topic.byAspect?.[aspect]) ?? topic.answer;
  return said === undefined ? null : turn.voice.text(said);
}

function tell(
  turn: Turn,
  { id, answer: said, related = [] }: Pick<Topic, 'id'> & Partial<Topic>,
  aspect: Aspect | null,
  outcome: Told['record']['outcome'],
  blocks: Block[],
): Told {
  const next = withState(turn, { misunderstood: 0, topic: outcome === 'answer' ? id : turn.state.topic });
  const reply: Reply = {
    blocks: blocks.length > 0 ? blocks : [{ kind: 'text', text: turn.voice.words('unclear.unknown') }],
    choices: beneath(turn, related),
    facts: said === undefined ? [] : [`*/topic/${id}`],
  };
  return { state: next.state, replies: [reply], record: recordOf(outcome, id, aspect) };
}

const OFFERED = 3;

/** What stands near, what belongs to it, then the step she is at; the menu only where nothing else is offered. */
function beneath(turn: Turn, related: readonly string[]): Choice[] {
  const near = related.slice(0, OFFERED).flatMap((id): Choice[] => {
    const title = topicName(turn, id);
    return title === null ? [] : [{ id: choiceId('topic', id), title, style: 'normal' }];
  });
  const here = currentChoices(turn);
  const rest = here.length > 0 ? here : near.length > 0 ? [] : menuChoices(turn);
  const taken = new Set(near.map(({ id }) => id));
  return [...nearTroubles(turn), ...near, ...rest.filter(({ id }) => !taken.has(id))];
}

/** Less likely than this and a trouble is no more than a shared word. */
const NEAR = 0.03;
const MOST = 2;

/** "Thanh toán báo thất bại" is answered about paying; what goes wrong with it is one tap away. */
function nearTroubles({ understanding, release, voice }: Turn): Choice[] {
  const near =
    understanding?.candidates.filter(({ topic, p }) => topic.startsWith(TROUBLE) && p >= NEAR) ?? [];
  return near.slice(0, MOST).flatMap(({ topic }): Choice[] => {
    const trouble = release.troubles.get(topic.slice(TROUBLE.length));
    return trouble === undefined
      ? []
      : [{ id: choiceId('trouble', trouble.id), title: voice.text(trouble.title), style: 'normal' }];
  });
}
