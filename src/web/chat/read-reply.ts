import type { Block, Choice, Reply } from '#replies/reply.ts';
import { isFlag, isNumber, isRecord, isText, listOf, maybe, oneOf, shape, type Is } from '../shared/guard.ts';

export type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

type StepPlace = BlockOf<'step'>['outline'][number];
type Shot = NonNullable<BlockOf<'step'>['shot']>;
type ChecklistItem = BlockOf<'checklist'>['items'][number];
type FactLine = BlockOf<'facts'>['items'][number];
type Citation = BlockOf<'sources'>['items'][number];
type GivenAnswer = BlockOf<'answers'>['items'][number];

/** Of our own server alone, whoever wrote the activity. */
const isOwnPicture: Is<string> = (value): value is string =>
  isText(value) && /^\/pictures\/[\w-]+$/.test(value);

const isGivenAnswer = shape<GivenAnswer>({
  question: isText,
  ask: isText,
  label: isText,
  change: maybe(isText),
});

/** A guard for each kind of block: a kind added to the contract does not compile until it stands here. */
const blockGuards: { readonly [K in Block['kind']]: Is<BlockOf<K>> } = {
  text: shape<BlockOf<'text'>>({ kind: oneOf('text'), text: isText }),
  step: shape<BlockOf<'step'>>({
    kind: oneOf('step'),
    procedure: isText,
    procedureName: isText,
    stepId: isText,
    number: isNumber,
    total: isNumber,
    heading: maybe(isText),
    title: isText,
    todo: isText,
    screen: maybe(isText),
    screenAsOf: maybe(isText),
    picture: maybe(isText),
    shot: maybe(
      shape<Shot>({ url: isOwnPicture, alt: isText, asOf: isText, width: isNumber, height: isNumber }),
    ),
    notes: listOf(isText),
    outline: listOf(
      shape<StepPlace>({
        stepId: isText,
        title: isText,
        state: oneOf('done', 'here', 'ahead'),
        open: maybe(isText),
      }),
    ),
    answers: maybe(listOf(isGivenAnswer)),
  }),
  checklist: shape<BlockOf<'checklist'>>({
    kind: oneOf('checklist'),
    procedure: maybe(isText),
    title: isText,
    items: listOf(
      shape<ChecklistItem>({
        id: isText,
        text: isText,
        note: maybe(isText),
        state: oneOf('needed', 'not-needed', 'depends', 'ask-staff'),
        key: maybe(isText),
      }),
    ),
  }),
  facts: shape<BlockOf<'facts'>>({
    kind: oneOf('facts'),
    items: listOf(
      shape<FactLine>({ id: isText, label: isText, value: isText, weak: isFlag, key: maybe(isText) }),
    ),
  }),
  sources: shape<BlockOf<'sources'>>({
    kind: oneOf('sources'),
    items: listOf(shape<Citation>({ title: isText, url: maybe(isText), asOf: maybe(isText) })),
    asOf: isText,
    weak: isFlag,
  }),
  contact: shape<BlockOf<'contact'>>({
    kind: oneOf('contact'),
    name: isText,
    phone: maybe(isText),
    detail: maybe(isText),
  }),
  answers: shape<BlockOf<'answers'>>({
    kind: oneOf('answers'),
    procedure: maybe(isText),
    items: listOf(isGivenAnswer),
  }),
};

const isChoice = shape<Choice>({ id: isText, title: isText, style: oneOf('primary', 'normal', 'quiet') });

/**
 * Our bot's reply as it rides in an activity. null when it is not one, or when a block is of a kind this
 * page does not know yet: then the activity's plain text says everything.
 */
export function readReply(value: unknown): Reply | null {
  if (!isRecord(value) || !Array.isArray(value['blocks']) || value['blocks'].length === 0) return null;
  const blocks: Block[] = [];
  for (const item of value['blocks']) {
    const block = readBlock(item);
    if (block === null) return null;
    blocks.push(block);
  }
  const choices = Array.isArray(value['choices']) ? value['choices'].filter(isChoice) : [];
  const facts = Array.isArray(value['facts']) ? value['facts'].filter(isText) : [];
  return {
    blocks,
    choices,
    facts,
    ...(value['lang'] === 'en' ? { lang: 'en' } : {}),
    ...(value['erased'] === true ? { erased: true } : {}),
  };
}

function readBlock(value: unknown): Block | null {
  for (const is of Object.values(blockGuards)) if (is(value)) return value;
  return null;
}
