import type { BlockOf } from '../read-reply.ts';
import type { Message } from '../messages.ts';

/** Her dossier as last told: where she is, what she answered, her papers. */
export interface MyCase {
  readonly step: BlockOf<'step'> | null;
  readonly answers: BlockOf<'answers'> | null;
  readonly papers: BlockOf<'checklist'> | null;
}

type Part = BlockOf<'step'> | BlockOf<'answers'> | BlockOf<'checklist'>;

/** The newest of each part, all of the procedure that was spoken of last. null: nothing begun. */
export function myCase(messages: readonly Message[]): MyCase | null {
  let procedure: string | null = null;
  let step: MyCase['step'] = null;
  let answers: MyCase['answers'] = null;
  let papers: MyCase['papers'] = null;
  for (const part of newestFirst(messages)) {
    if (part.procedure === undefined) continue;
    procedure ??= part.procedure;
    if (part.procedure !== procedure) continue;
    if (part.kind === 'step') {
      step ??= part;
      if (part.answers !== undefined) answers ??= answersOf(part.procedure, part.answers);
    }
    if (part.kind === 'answers') answers ??= part;
    if (part.kind === 'checklist') papers ??= part;
  }
  return procedure === null ? null : { step, answers, papers };
}

const answersOf = (procedure: string, items: BlockOf<'answers'>['items']): BlockOf<'answers'> => ({
  kind: 'answers',
  procedure,
  items,
});

function newestFirst(messages: readonly Message[]): Part[] {
  return messages
    .flatMap((message) => (message.kind === 'bot' ? message.blocks : []))
    .filter((block): block is Part => ['step', 'answers', 'checklist'].includes(block.kind))
    .reverse();
}
