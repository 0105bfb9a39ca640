import type { NameTrap } from '#knowledge/schema/unit.ts';
import type { UnitCode } from '#knowledge/schema/ids.ts';
import type { Block, Choice } from '#replies/reply.ts';
import { choiceId } from '../choices/ids.ts';
import type { Pending } from '../state.ts';
import { withState, type Turn } from '../turn.ts';
import type { Shown } from '../walkthrough/show-step.ts';

type Wanted = Partial<Pick<Extract<Pending, { kind: 'unit' }>, 'topic' | 'aspect'>>;

/** Where she files: wards served here to tap, any other by name. */
export function askUnit(turn: Turn, lead?: string, wanted: Wanted = {}): Shown {
  const { words } = turn.voice;
  const served = [...turn.release.units.values()].filter((unit) => unit.served).slice(0, 3);
  const choices: Choice[] = [
    ...served.map(({ code, type, name }): Choice => ({
      id: choiceId('unit', code),
      title: `${type} ${name}`,
      style: 'normal',
    })),
    { id: choiceId('unit', 'skip'), title: words('choice.unit-skip'), style: 'quiet' },
  ];
  return asked(turn, words('unit.ask'), choices, null, wanted, lead);
}

/** A name that means two places. */
export function askTrap(turn: Turn, trap: NameTrap, wanted: Wanted = {}): Shown {
  const choices = trap.options.map(({ label, unit }): Choice => ({
    id: choiceId('unit', unit, 'sure'),
    title: turn.voice.text(label),
    style: 'normal',
  }));
  return asked(turn, turn.voice.text(trap.ask), choices, trap.id, wanted);
}

/** A former name that now belongs to several units. */
export function askAmong(turn: Turn, units: readonly UnitCode[], said: string, wanted: Wanted = {}): Shown {
  const choices = units.slice(0, 4).flatMap((code): Choice[] => {
    const unit = turn.release.units.get(code);
    return unit === undefined
      ? []
      : [{ id: choiceId('unit', code, 'sure'), title: `${unit.type} ${unit.name}`, style: 'normal' }];
  });
  return asked(turn, turn.voice.words('unit.which', { said }), choices, null, wanted);
}

function asked(
  turn: Turn,
  question: string,
  choices: Choice[],
  trap: string | null,
  wanted: Wanted,
  lead?: string,
): Shown {
  const blocks: Block[] = [
    ...(lead === undefined ? [] : [{ kind: 'text', text: lead } as const]),
    { kind: 'text', text: question },
  ];
  const pending: Pending = { kind: 'unit', trap, topic: wanted.topic ?? null, aspect: wanted.aspect ?? null };
  return { turn: withState(turn, { pending }), reply: { blocks, choices, facts: [] } };
}
