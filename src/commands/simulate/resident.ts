import type { CompiledRelease } from '#knowledge/release.ts';
import type { Procedure } from '#knowledge/schema/procedure.ts';
import { say } from '#knowledge/schema/text.ts';
import type { Choice, Reply } from '#replies/reply.ts';
import type { Action, Persona } from './personas.ts';
import type { PortalClient, Seen } from '../support/portal-client.ts';
import type { Chance } from './random.ts';
import type { Support } from './supported.ts';
import type { SimulateWords } from './words.ts';

/** How one walk ended. */
export interface Walk {
  readonly procedure: string;
  readonly persona: Persona['id'];
  readonly reached: boolean;
  /** Her messages until the first step was shown; null: never. */
  readonly toFirstStep: number | null;
  /** She took the steps at the offer, not her papers. */
  readonly atOnce: boolean;
  readonly messages: number;
  /** Where she was when she gave up. */
  readonly stuckAt: string | null;
  readonly unsupported: readonly string[];
  readonly transcript: readonly string[];
}

/** After so many messages anybody has given up. */
const PATIENCE = 90;

interface Situation {
  readonly choices: readonly Choice[];
  readonly step: { stepId: string; number: number; procedure: string } | null;
  readonly replies: readonly Reply[];
  readonly text: string;
}

/** One resident with one matter, from her first words to the dossier code. */
export async function walk(
  client: PortalClient,
  procedure: Procedure,
  release: CompiledRelease,
  persona: Persona,
  chance: Chance,
  words: SimulateWords,
  support: Support,
): Promise<Walk> {
  const transcript: string[] = [];
  const unsupported = new Set<string>();
  let messages = 0;
  let toFirstStep: number | null = null;
  let lastStep: string | null = null;
  let reached = false;
  let papersFirst = false;

  const look = (seen: readonly Seen[]): Situation => {
    const replies = seen.flatMap((message) => (message.reply === null ? [] : [message.reply]));
    for (const reply of replies) for (const text of support.unsupported(reply)) unsupported.add(text);
    transcript.push(...seen.map((message) => `< ${message.text}`));
    const step = replies.flatMap((reply) => reply.blocks).findLast((block) => block.kind === 'step') ?? null;
    return {
      choices: replies.at(-1)?.choices ?? [],
      step,
      replies,
      text: seen.map((message) => message.text).join('\n'),
    };
  };

  let situation = look(await client.open(null));
  let action: Action = {
    kind: 'type',
    text: persona.spell(opening(procedure, chance, words), chance),
    means: null,
  };
  while (messages < PATIENCE && !reached) {
    transcript.push(`> ${action.kind === 'tap' ? `[${action.choice.title}]` : action.text}`);
    const saysDone =
      (action.kind === 'tap' ? action.choice : action.means)?.id.startsWith('step:done') ?? false;
    const before: Situation['step'] = situation.step;
    messages += 1;
    const taken = action.kind === 'tap' ? action.choice : action.means;
    if (toFirstStep === null && taken?.id.startsWith('offer:papers') === true) papersFirst = true;
    situation = look(
      action.kind === 'tap' ? await client.tap(action.choice) : await client.type(action.text),
    );
    if (situation.step?.procedure === procedure.id) {
      toFirstStep ??= messages;
      lastStep = situation.step.stepId;
    }
    // The code is reached when "submit and keep the code" was done and the next step, or the end, is shown.
    const leftSubmit = before?.stepId === SUBMIT_STEP && situation.step?.stepId !== SUBMIT_STEP;
    if (saysDone && leftSubmit && before.procedure === procedure.id) reached = true;
    if (!reached && persona.leaves > 0 && chance.hits(persona.leaves / 4)) await client.reconnect();
    action = decide(situation, procedure, release, persona, chance, words);
  }
  client.close();
  return {
    procedure: procedure.id,
    persona: persona.id,
    reached,
    toFirstStep,
    atOnce: !papersFirst,
    messages,
    stuckAt: reached ? null : (lastStep ?? 'before-first-step'),
    unsupported: [...unsupported],
    transcript,
  };
}

/** The step of the general flow after which she holds a dossier code. */
const SUBMIT_STEP = 'gui-giu-ma';

function opening(procedure: Procedure, chance: Chance, words: SimulateWords): string {
  const matter = chance.pick([say(procedure.short), ...procedure.aliases.slice(0, 3)]) ?? say(procedure.name);
  return (chance.pick(words.openings) ?? '{matter}').replace('{matter}', matter);
}

function decide(
  situation: Situation,
  procedure: Procedure,
  release: CompiledRelease,
  persona: Persona,
  chance: Chance,
  words: SimulateWords,
): Action {
  const find = (prefix: string): Choice | undefined =>
    situation.choices.find((choice) => choice.id.startsWith(prefix));
  const type = (text: string): Action => ({ kind: 'type', text: persona.spell(text, chance), means: null });
  const take = (choice: Choice): Action => {
    if (!chance.hits(persona.types)) return { kind: 'tap', choice };
    const number = situation.choices.indexOf(choice) + 1;
    const text = chance.hits(0.5) ? String(number) : persona.spell(choice.title, chance);
    return { kind: 'type', text, means: choice };
  };

  // Offered something about another matter: she holds on to hers.
  const mine = situation.choices.find((choice) => choice.id.includes(procedure.id));
  const done = find('step:done');
  if (done !== undefined) {
    const stuck = find('step:stuck');
    const back = find('step:back');
    if (situation.step !== null && situation.step.procedure !== procedure.id && mine !== undefined)
      return take(mine);
    if (situation.step !== null && situation.step.procedure !== procedure.id)
      return type(opening(procedure, chance, words));
    if (chance.hits(persona.asksBetween)) return type(chance.pick(words.sideQuestions) ?? '');
    if (stuck !== undefined && chance.hits(persona.getsStuck))
      return chance.hits(0.5) ? take(stuck) : type(chance.pick(words.troubles) ?? '');
    if (back !== undefined && chance.hits(persona.goesBack)) return take(back);
    if (chance.hits(persona.changesAnswer)) return type(words.changeAnswer);
    if (chance.hits(persona.wandersOff)) {
      const other = chance.pick(release.procedures.filter((entry) => entry.id !== procedure.id));
      if (other !== undefined) return type(opening(other, chance, words));
    }
    return take(done);
  }

  const question = situation.choices.filter((choice) => choice.id.startsWith('q:'));
  const answer = chance.pick(question);
  if (answer !== undefined) return take(answer);
  const ways = situation.choices.filter((choice) => /^offer:(start|papers)/.test(choice.id));
  const start = ways.find((choice) => choice.id.startsWith('offer:start'));
  const papers = ways.find((choice) => choice.id.startsWith('offer:papers'));
  const change = chance.pick(situation.choices.filter((choice) => choice.id.startsWith('change:')));
  if (change !== undefined && (start === undefined || chance.hits(persona.changesAnswer)))
    return take(change);

  const resume = find('resume:') ?? find('step:show');
  if (resume !== undefined) return take(resume);
  const wanted = chance.hits(persona.startsAtOnce) ? (start ?? papers) : (papers ?? start);
  if (wanted !== undefined) return take(wanted);
  if (mine !== undefined) return take(mine);
  const helped = chance.pick(situation.choices.filter((choice) => /^(fix|trouble|unit):/.test(choice.id)));
  if (helped !== undefined) return take(helped);
  const first = situation.choices[0];
  if (first !== undefined && chance.hits(0.5)) return take(first);
  return type(chance.hits(0.5) ? words.begin : opening(procedure, chance, words));
}
