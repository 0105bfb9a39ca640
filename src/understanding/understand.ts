import { askedIn, ofTrouble } from './askedAspect.ts';
import { besideNational } from './besideNational.ts';
import { because } from './because.ts';
import { changedIn } from './changedWords.ts';
import { commandOf } from './commandOf.ts';
import { decide } from './decide.ts';
import { NONE } from './documents.ts';
import { openEnglish } from './english.ts';
import type { Model } from './model.ts';
import { normalise, normaliseWords } from './normalise.ts';
import { openModel, type OpenModel } from './openModel.ts';
import { findNational } from './national/find.ts';
import { optionOf } from './optionOf.ts';
import { recalled } from './recalled.ts';
import { noteSame } from './sameWords.ts';
import { secondOf } from './secondOf.ts';
import { mend } from './spelling.ts';
import { words as cut, type Word } from './text.ts';
import type { UnderstandContext, Understanding } from './types.ts';
import { unitsIn } from './units.ts';
import { numbered } from './wordTable.ts';

/**
 * Opens a model (some tens of milliseconds) and gives the matcher. Pure, synchronous, bounded for any text. What it gives may
 * be given again for the same message.
 */
export function createUnderstand(model: Model): (text: string, context: UnderstandContext) => Understanding {
  const open = openModel(model);
  const readEnglish = openEnglish(model.lexicon);
  return recalled((text, context) => {
    const read = cut(text);
    const english = readEnglish(text, context.lang ?? 'vi', read);
    if (english === null) return understand(read, context, open);
    const { gloss } = english;
    const understood = understand(gloss === null ? read : cut(gloss), context, open);
    return { ...understood, option: optionInEnglish(text, understood, context, open), english };
  });
}

/** Labels on an English screen are English: the words themselves tell which is meant, where nothing is asked. */
function optionInEnglish(
  text: string,
  understood: Understanding,
  context: UnderstandContext,
  model: OpenModel,
): string | null {
  if (context.expects?.kind !== 'option') return understood.option;
  const asks = understood.aspect !== null && understood.aspectP >= ASKS && understood.command === null;
  const { options } = context.expects;
  const read = normalise(text, model.forms, model.isWord);
  return optionOf(read, options, model.options, model.commands, asks) ?? understood.option;
}

function understand(read: readonly Word[], context: UnderstandContext, model: OpenModel): Understanding {
  const message = normaliseWords(read, model.forms, model.isWord);
  const words = numbered(noteSame(mend(message, model.spelling), model.sameWords), model.table);
  const asked = askedIn(words, model);
  const { expects } = context;
  const command = commandOf(message, model.commands);
  const asks = command === null && asked.aspect !== null && asked.p >= ASKS;
  const option =
    expects?.kind === 'option' ? optionOf(words, expects.options, model.options, model.commands, asks) : null;
  const national = findNational(words, model.national, model.spelling.slips, model.tells);
  const decided = besideNational(decide(words, asked, context, model), words, national, model);
  const aspect = ofTrouble(asked, decided, model);

  return {
    ...decided,
    aspect: aspect.aspect,
    aspectP: aspect.p,
    aspectGuess: aspect.guess,
    option,
    command,
    units: unitsIn(message, model.gazetteer, expects?.kind === 'unit'),
    second: secondOf(words, decided.candidates[0]?.topic ?? null, aspect, context, model),
    national,
    changed: changedIn(words, decided.candidates[0]?.topic ?? null, model.changedWords),
    // Staff look at it now and then, turns never: worked out when it is read.
    get because() {
      return because(words, model.topics, decided.candidates[0]?.topic ?? NONE);
    },
  };
}

/** From here the words ask something, so that they are no mere pick of a button. */
const ASKS = 0.6;
