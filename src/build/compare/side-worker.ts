import { parentPort } from 'node:worker_threads';
import type { Answered, Asked, Change, ReleaseParts } from '#insight/ports.ts';
import { AppError } from '#root/errors.ts';
import { composeBot, type Bot } from '../bot.ts';
import { changedAnswers, sameModel } from './pairs.ts';
import { reachOf } from './reach.ts';
import { runSide, type Side, type SideTask } from './side.ts';

/** First what is asked: one release, or two that are compared. */
export type ToSide =
  | { readonly kind: 'open'; readonly releases: readonly ReleaseParts[] }
  | { readonly kind: 'run'; readonly which: number; readonly task: SideTask }
  | { readonly kind: 'answers'; readonly places: readonly number[] }
  | { readonly kind: 'pairs'; readonly questions: readonly Asked[]; readonly now: number };

export type FromSide =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'ran'; readonly side: Omit<Side, 'answers'> }
  | { readonly kind: 'answers'; readonly answers: readonly Answered[] }
  | { readonly kind: 'pairs'; readonly changed: readonly (Change & { readonly place: number })[] };

/** A step of work between two words of how far it is. */
const STEP = 100;

const tell = (message: FromSide): void => parentPort?.postMessage(message, []);
const say = (done: number): void => tell({ kind: 'progress', done });
let opened: { readonly releases: readonly ReleaseParts[]; readonly bots: readonly Bot[] } | undefined;
let ran: Side | undefined;

parentPort?.on('message', (message: ToSide) => {
  if (message.kind === 'open') opened = open(message.releases);
  else if (message.kind === 'run') {
    ran = runSide(botAt(message.which), message.task, say);
    const { rows, slices, missed, confusions } = ran;
    tell({ kind: 'ran', side: { rows, slices, missed, confusions } });
  } else if (message.kind === 'pairs')
    tell({ kind: 'pairs', changed: pairsOf(message.questions, message.now) });
  else tell({ kind: 'answers', answers: ran?.answers(message.places) ?? [] });
});

/** Two releases that were trained from the same words share one matcher. */
function open(releases: readonly ReleaseParts[]) {
  const [first, second] = releases;
  const bots = releases.map(composeBot);
  const [before, after] = bots;
  if (first === undefined || second === undefined || before === undefined || after === undefined)
    return { releases, bots };
  const alike = sameModel(first.model, second.model);
  return { releases, bots: [before, alike ? { ...after, understand: before.understand } : after] };
}

function botAt(which: number): Bot {
  const bot = opened?.bots[which];
  if (bot === undefined) throw new AppError('INTERNAL', 'asked before it was opened');
  return bot;
}

function pairsOf(questions: readonly Asked[], now: number): (Change & { readonly place: number })[] {
  const [was, is] = opened?.releases ?? [];
  if (was === undefined || is === undefined) throw new AppError('INTERNAL', 'two releases are compared');
  const pairing = { before: botAt(0), after: botAt(1), reach: reachOf(was.compiled, is.compiled), now };
  const changed: (Change & { readonly place: number })[] = [];
  let done = 0;
  for (const pair of changedAnswers(pairing, questions)) {
    if (done % STEP === 0) say(done / questions.length);
    done += 1;
    if (pair !== null) changed.push(pair);
  }
  return changed;
}
