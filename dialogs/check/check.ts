import { documentFacts } from '#knowledge/facts/documents.ts';
import { feeFacts } from '#knowledge/facts/fees.ts';
import { lockKey, type FactItem } from '#replies/compose/fact-item.ts';
import { checklist } from '#replies/compose/checklist.ts';
import { sourceBlocks } from '#replies/compose/sources.ts';
import { unitName } from '#replies/compose/who.ts';
import type { Block, Choice } from '#replies/reply.ts';
import { fill } from '#replies/wording.ts';
import { answerParts } from '../answer/parts.ts';
import { choiceId } from '../choices/ids.ts';
import { answersBlock } from '../papers/answers-block.ts';
import { menuChoices } from '../start/menu.ts';
import type { Walkthrough } from '../state.ts';
import { recordOf, textOf, textReply, unitOf, walkOf, type Told, type Turn } from '../turn.ts';
import { plansOf } from '../walkthrough/place.ts';
import { stepValues } from '../walkthrough/values.ts';
import { caseOf, openWalk, procedureOf, questionOf, takeUp } from '../walkthrough/walks.ts';
import { isCue } from '../words/cues.ts';
import { countOf, findingsOf, type Findings } from './findings.ts';

/** "Coi lại giúp", "đủ chưa": her dossier is looked over, where one is open. null: nothing of that was said. */
export function typedCheck(turn: Turn): Told | null {
  const { words } = turn.voice;
  if (turn.event.kind !== 'text' || !isCue(turn.voice, textOf(turn.event), words('cue.check'))) return null;
  const walk = openWalk(turn.state);
  if (walk !== null) return checkDossier(turn, walk);
  // "Đủ chưa" after an answer about a procedure that she has not begun: what it takes.
  return {
    state: turn.state,
    replies: [textReply(words('check.nothing'), menuChoices(turn))],
    record: recordOf('answer', turn.state.topic, 'ho-so'),
  };
}

/** What to see to before she submits: contradictions, open questions, papers, fee, unit, the screen. */
export function checkDossier(turn: Turn, begun: Walkthrough): Told {
  const taken = takeUp(turn, begun.procedure);
  const walk = walkOf(taken.state, begun.procedure) ?? begun;
  const { voice, release } = turn;
  const procedure = procedureOf(turn, walk.procedure);
  const name = procedure === undefined ? walk.procedure : voice.text(procedure.short);
  const findings = findingsOf(taken, walk);
  const at = caseOf(taken, walk.procedure, walk);
  const own = feeFacts(release, at).filter(({ extra }) => !extra);
  // Several fees stand for open questions: they are asked above, not listed.
  const fee = own.length > 1 ? [openFee(taken)] : answerParts(taken, walk.procedure, walk).fee();
  const answers = answersBlock(taken, walk);
  const facts = [...documentFacts(release, at), ...feeFacts(release, at), ...findings.contradictions];
  const blocks: Block[] = [
    text(voice.words('check.intro', { procedure: name })),
    ...bullets(
      voice.words('check.contradictions'),
      findings.contradictions.map((fact) => voice.text(fact.text)),
    ),
    ...bullets(voice.words('check.open'), openLines(taken, walk, findings)),
    ...(answers === null ? [] : [answers]),
    ...papersOf(taken, walk),
    { kind: 'facts', items: [...fee, unitItem(taken, walk), ...helperItem(taken)] },
    ...bullets(voice.words('check.look'), lookAgain(taken, walk)),
    text(voice.words(countOf(findings) === 0 ? 'check.ready' : 'check.not-ready')),
    ...sourceBlocks(voice, facts),
  ];
  return {
    state: taken.state,
    replies: [{ blocks, choices: choicesOf(taken, walk, findings), facts: facts.map(lockKey) }],
    record: recordOf('answer', walk.procedure, 'ho-so'),
  };
}

const text = (words: string): Block => ({ kind: 'text', text: words });

const bullets = (head: string, lines: readonly string[]): Block[] =>
  lines.length === 0 ? [] : [text([head, ...lines.map((line) => `• ${line}`)].join('\n'))];

/** The papers that she must have, as settled; what is open stands with its question, what is not needed is left out. */
function papersOf(turn: Turn, walk: Walkthrough): Block[] {
  const facts = documentFacts(turn.release, caseOf(turn, walk.procedure, walk));
  const sure = facts.filter(({ applies, status }) => applies === 'yes' && status !== 'from-database');
  const list = checklist(turn.voice, turn.voice.words('check.papers'), sure, () => '');
  return list === null ? [] : [list];
}

const openFee = ({ voice }: Turn): FactItem => ({
  id: 'fee',
  label: voice.words('fee.label'),
  value: voice.words('check.fee-open'),
  weak: true,
});

/** More names than these in a line are only counted. */
const NAMED = 3;

function openLines(turn: Turn, walk: Walkthrough, { open }: Findings): string[] {
  return open.map(({ question, papers }) => {
    const asked = askOf(turn, walk, question);
    return papers.length === 0
      ? turn.voice.words('check.open-plain', { question: asked })
      : turn.voice.words('check.open-papers', { question: asked, papers: someOf(turn, papers) });
  });
}

function someOf(turn: Turn, papers: readonly string[]): string {
  const named = papers.slice(0, NAMED).join('; ');
  const more = papers.length - NAMED;
  return more <= 0 ? named : turn.voice.words('check.and-more', { named, more });
}

function askOf(turn: Turn, walk: Walkthrough, question: string): string {
  const known = questionOf(procedureOf(turn, walk.procedure), question);
  return known === undefined ? question : turn.voice.text(known.ask);
}

function unitItem(turn: Turn, walk: Walkthrough): FactItem {
  const { voice, release } = turn;
  const code = unitOf(turn, walk);
  const unit = code === null ? undefined : release.units.get(code);
  const value = unit === undefined ? voice.words('check.unit-unknown') : unitName(voice, release, unit);
  return { id: 'unit', label: voice.words('check.unit'), value, weak: unit === undefined };
}

function helperItem({ state, voice }: Turn): FactItem[] {
  if (state.helping === null) return [];
  return [{ id: 'helper', label: voice.words('check.helper'), value: state.helping.person, weak: false }];
}

/** What the steps say is to be looked at once more; at the counter the officer looks. */
function lookAgain(turn: Turn, walk: Walkthrough): string[] {
  const online = walk.channel === 'online' || walk.channel === null;
  if (!online || procedureOf(turn, walk.procedure)?.online.entry === 'counter-only') return [];
  const steps = new Set(plansOf(turn, walk).map(({ id }) => id));
  const values = stepValues(turn, walk);
  return turn.release.flow.steps
    .filter(({ id }) => steps.has(id))
    .flatMap(({ check }) => (check === undefined ? [] : [fill(turn.voice.text(check), values)]));
}

function choicesOf(turn: Turn, walk: Walkthrough, { open, unitMissing }: Findings): Choice[] {
  const { words } = turn.voice;
  return [
    { id: choiceId('resume', 'go', walk.procedure), title: words('choice.resume'), style: 'primary' },
    ...open.slice(0, 1).map(({ question }): Choice => ({
      id: choiceId('change', walk.procedure, question),
      title: words('choice.answer-open'),
      style: 'normal',
    })),
    ...(unitMissing
      ? [{ id: choiceId('unit', 'other'), title: words('check.unit'), style: 'normal' } as const]
      : []),
    { id: choiceId('change', walk.procedure), title: words('choice.change'), style: 'normal' },
    { id: choiceId('staff'), title: words('choice.staff'), style: 'quiet' },
  ];
}
