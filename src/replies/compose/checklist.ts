import type { DocumentFact } from '#knowledge/facts/fact.ts';
import type { Block } from '../reply.ts';
import type { Voice } from '../wording.ts';
import { lockKey } from './fact-item.ts';

type Checklist = Extract<Block, { kind: 'checklist' }>;
type Item = Checklist['items'][number];

/** Says under which answer an open paper is needed; empty where nothing is known. */
export type WhenOpen = (fact: DocumentFact) => string;

const order: readonly Item['state'][] = ['needed', 'depends', 'ask-staff', 'not-needed'];

/** Papers of her case, needed ones first, those that a database replaces last. null: none at all. */
export function checklist(
  voice: Voice,
  title: string,
  facts: readonly DocumentFact[],
  when: WhenOpen,
): Block | null {
  const items = facts
    .map((fact) => item(voice, fact, when))
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return items.length === 0 ? null : { kind: 'checklist', ...ownerOf(facts), title, items };
}

/** The paper's name with its form number: "Tờ khai … (mẫu CT01)". */
export function paperName(voice: Voice, fact: DocumentFact): string {
  const name = voice.text(fact.name);
  return fact.formCode === null ? name : voice.words('papers.with-code', { name, code: fact.formCode });
}

function item(voice: Voice, fact: DocumentFact, when: WhenOpen): Item {
  const state = stateOf(fact);
  // What may not be needed at all is named with its condition; the rest is said when it is needed.
  const note = fact.note === null || state === 'depends' ? '' : voice.text(fact.note);
  const notes = [stateNote(voice, fact, state, when), note].filter(Boolean);
  return {
    id: fact.id,
    text: itemText(voice, fact, state),
    ...(notes.length === 0 ? {} : { note: notes.join(' ') }),
    state,
    key: lockKey(fact),
  };
}

/** One list is about one procedure. */
const ownerOf = ([first]: readonly DocumentFact[]): { procedure?: string } =>
  first === undefined ? {} : { procedure: first.procedure };

function stateOf(fact: DocumentFact): Item['state'] {
  if (fact.status === 'ask-staff' || !fact.sure) return 'ask-staff';
  // What a database has is not handed in, whichever way the open question goes.
  if (fact.status === 'from-database') return 'not-needed';
  return fact.applies === 'open' ? 'depends' : 'needed';
}

function stateNote(voice: Voice, fact: DocumentFact, state: Item['state'], when: WhenOpen): string {
  const replacedBy = fact.replacedBy === null ? null : voice.text(fact.replacedBy);
  const notes: Record<Item['state'], () => string> = {
    needed: () => '',
    'not-needed': () =>
      replacedBy === null
        ? voice.words('papers.not-needed')
        : voice.words('papers.from-database', { database: replacedBy }),
    depends: () => {
      const condition = when(fact);
      return condition === ''
        ? voice.words('papers.depends-other')
        : voice.words('papers.depends', { when: condition });
    },
    'ask-staff': () =>
      fact.prose === null
        ? voice.words('papers.ask-staff')
        : voice.words('papers.ask-staff-prose', { prose: voice.text(fact.prose) }),
  };
  return notes[state]();
}

/** How it is handed over is said only where it is, and where its name does not say so already. */
function itemText(voice: Voice, fact: DocumentFact, state: Item['state']): string {
  const name = paperName(voice, fact);
  const form = voice.words(`form.${fact.form}`);
  const plain = state === 'not-needed' || name.toLocaleLowerCase('vi').includes(form.toLocaleLowerCase('vi'));
  return plain ? name : voice.words('papers.item', { name, form });
}
